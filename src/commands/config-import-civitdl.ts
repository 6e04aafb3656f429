import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { ConfigurationError } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';

/** What civitdl keeps; each member as far as it is of the kind that it should be. */
export interface CivitdlConfig {
  /** The file it was read from. */
  readonly path: string;
  /** By civitdl's own names. */
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly sorters: readonly { readonly name: string; readonly path: string }[];
  /** In the order in which civitdl looks at them. */
  readonly aliases: readonly { readonly name: string; readonly target: string }[];
  /** Whether there is a key in it. */
  readonly hasKey: boolean;
  /** The key; asked for only where it is kept. */
  readonly key: () => string;
}

/**
 * Reads the settings of civitdl.
 *
 * @throws CommandFailure when there are none; ConfigurationError when they cannot be understood
 */
export async function readCivitdlConfig(from: string | undefined, io: CommandIo): Promise<CivitdlConfig> {
  const path = from === undefined ? join(usualFolder(io), 'config.json') : await fileAt(resolve(io.cwd, from));
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as { readonly code?: unknown }).code !== 'ENOENT') throw error;
    throw new CommandFailure(`There is no ${path}. Say by --from where civitdl has its config.json.`, exitCode.usage);
  });
  const content = parse(text, path);
  const defaults = isObject(content['default']) ? content['default'] : {};
  const { api_key: key, ...others } = defaults;
  return {
    path,
    defaults: others,
    sorters: rowsOf(content['sorters']).flatMap(([name, , file]) =>
      typeof name === 'string' && typeof file === 'string' ? [{ name, path: file }] : [],
    ),
    aliases: rowsOf(content['aliases']).flatMap(([name, target]) =>
      typeof name === 'string' && typeof target === 'string' ? [{ name, target }] : [],
    ),
    hasKey: typeof key === 'string' && key.trim() !== '',
    key: () => (typeof key === 'string' ? key.trim() : ''),
  };
}

/** Where the library that civitdl uses for it puts the files of a program. */
function usualFolder({ env, homeDirectory }: CommandIo): string {
  const home = homeDirectory ?? homedir();
  if (process.platform === 'win32') {
    return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Owen Truong', 'civitdl');
  }
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'civitdl');
  const own = env['XDG_CONFIG_HOME'] ?? '';
  return join(own === '' ? join(home, '.config') : own, 'civitdl');
}

async function fileAt(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true ? join(path, 'config.json') : path;
}

function parse(text: string, path: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    if (isObject(value)) return value;
  } catch {
    // What the parser says might repeat a piece of the key.
  }
  const remedy = 'Mend it, or run civitdl once, which writes it anew.';
  throw new ConfigurationError([{ key: '', source: path, message: 'is no JSON object.', remedy }]);
}

function rowsOf(value: unknown): readonly (readonly unknown[])[] {
  return Array.isArray(value) ? value.filter((row): row is unknown[] => Array.isArray(row)) : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
