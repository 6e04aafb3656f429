import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { PrivateFile, userSecretsPaths } from '@civitkit/core/internal';
import type { CommandIo } from '../command-io.js';
import { parseSettings } from './parse-settings.js';
import type { ToolSettings } from './tool-settings.js';

/** How long another `civitkit config` may take. */
const patienceMs = 5000;

/** Where the user's own folder of civitkit is. */
function toolFolder({ env, homeDirectory }: Pick<CommandIo, 'env' | 'homeDirectory'>): string {
  const place = { homeDirectory: homeDirectory ?? homedir(), environment: env, platform: process.platform };
  return dirname(dirname(dirname(userSecretsPaths('any', place).own)));
}

/**
 * The file with what a user has set for the command line, `cli.json` in the user's folder. It is read and replaced as a
 * whole, only its owner can read it, and two processes that change it do so one after the other.
 */
export class SettingsFile {
  readonly path: string;
  readonly #file: PrivateFile;

  constructor(io: Pick<CommandIo, 'env' | 'homeDirectory'>) {
    this.path = join(toolFolder(io), 'cli.json');
    this.#file = new PrivateFile('settings of the command line', this.path);
  }

  /**
   * What is set.
   *
   * @throws ConfigurationError with everything that is wrong in the file
   */
  async read(): Promise<ToolSettings> {
    return parseSettings(await this.#file.read(), this.path);
  }

  /** Replaces what is set by what `change` makes of it. */
  async change(change: (settings: ToolSettings) => ToolSettings): Promise<ToolSettings> {
    return await this.#file.locked(async () => {
      const changed = change(await this.read());
      await this.#file.write(`${JSON.stringify({ version: 1, ...changed }, undefined, 2)}\n`);
      return changed;
    }, patienceMs);
  }
}
