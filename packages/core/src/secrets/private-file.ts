import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { describeFileError, type FileProblem } from '../configuration/sources/file-problem.js';
import { isCivitaiError } from '../errors/civitai-error.js';
import { ConfigurationError } from '../errors/configuration-error.js';
import { systemCodeOf } from '../errors/system-code.js';
import { writeAtomically } from './atomic-write.js';
import { withFileLock } from './file-lock.js';
import { tighten } from './tighten.js';

/**
 * A file that only its owner may read: 0600, in a directory that is made with 0700 when it is missing. A directory that
 * is there already keeps its permissions, for it may be shared.
 *
 * Every method throws a {@link ConfigurationError} when the system refuses.
 */
export class PrivateFile {
  readonly path: string;
  readonly #what: string;

  /** @param what - what the file is to people, such as `token store` */
  constructor(what: string, path: string) {
    this.#what = what;
    this.path = resolve(path);
  }

  /** The content, or `undefined` when there is no file. */
  async read(): Promise<string | undefined> {
    await tighten(this.path, 0o600);
    try {
      return await readFile(this.path, 'utf8');
    } catch (error) {
      if (systemCodeOf(error) === 'ENOENT') return undefined;
      throw this.#failure(describeFileError(error));
    }
  }

  /** Replaces the content as a whole. */
  async write(text: string): Promise<void> {
    await this.#writing(async () => {
      await this.#makeDirectory();
      await writeAtomically(this.path, text, 0o600);
    });
  }

  async remove(): Promise<void> {
    await this.#writing(() => rm(this.path, { force: true }));
  }

  /** Runs `work` while no other process does so with this file. */
  async locked<T>(work: () => Promise<T>, patienceMs: number): Promise<T> {
    return await this.#writing(async () => {
      await this.#makeDirectory();
      return await withFileLock(`${this.path}.lock`, work, patienceMs);
    });
  }

  async #makeDirectory(): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
  }

  async #writing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const code = systemCodeOf(error);
      if (isCivitaiError(error) || code === undefined) throw error;
      const remedy = 'Check the permissions of the directory and the space on the disk.';
      throw this.#failure({ message: `cannot be written (${code}).`, remedy });
    }
  }

  #failure(problem: FileProblem): ConfigurationError {
    return new ConfigurationError([{ key: this.#what, source: this.path, ...problem }]);
  }
}
