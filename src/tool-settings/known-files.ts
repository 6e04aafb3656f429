import { dirname, join } from 'node:path';
import { isCivitaiError } from '@civitkit/core/client';
import { defaultHashCachePath } from '@civitkit/core/files';
import { PrivateFile } from '@civitkit/core/internal';
import type { CommandIo } from '../command-io.js';

const mostFiles = 20_000;
const mostPaths = 4;
const patienceMs = 2000;
const sha256 = /^[\dA-F]{64}$/;

type Paths = ReadonlyMap<string, readonly string[]>;

/**
 * Where downloaded files went, by their SHA256, in the folder that the system has for caches. A file that is found
 * through it is looked at before it is used, so nothing depends on what it says: one that is missing or broken is empty.
 */
export class KnownFiles {
  readonly path: string;
  readonly #file: PrivateFile;
  readonly #new = new Map<string, string>();
  #known: Paths | undefined;

  constructor({ env }: Pick<CommandIo, 'env'>) {
    this.path = join(dirname(defaultHashCachePath(env)), 'downloads.json');
    this.#file = new PrivateFile('list of downloaded files', this.path);
  }

  /** Paths under which a file with this hash was saved, the latest first. */
  async find(hash: string): Promise<readonly string[]> {
    this.#known ??= await this.#read();
    const key = hash.toUpperCase();
    const added = this.#new.get(key);
    const known = this.#known.get(key) ?? [];
    return added === undefined ? known : [added, ...known];
  }

  /** Remembers a file; {@link save} writes it down. */
  add(hash: string, path: string): void {
    this.#new.set(hash.toUpperCase(), path);
  }

  /**
   * Writes down what was added, beside what other processes have written meanwhile.
   *
   * @returns why that was not possible; nothing depends on it
   */
  async save(): Promise<string | undefined> {
    if (this.#new.size === 0) return undefined;
    try {
      await this.#file.locked(async () => {
        const all = new Map(await this.#read());
        for (const [hash, path] of this.#new) {
          const others = (all.get(hash) ?? []).filter((other) => other !== path);
          // What was used last is at the end, so that the oldest are forgotten first.
          all.delete(hash);
          all.set(hash, [path, ...others].slice(0, mostPaths));
        }
        const files = Object.fromEntries([...all].slice(-mostFiles));
        await this.#file.write(`${JSON.stringify({ version: 1, files })}\n`);
      }, patienceMs);
    } catch (error) {
      if (!isCivitaiError(error)) throw error;
      return error.message;
    }
    this.#new.clear();
    return undefined;
  }

  async #read(): Promise<Paths> {
    const known = new Map<string, readonly string[]>();
    const content = parse((await this.#file.read().catch(() => undefined)) ?? '');
    for (const [hash, paths] of Object.entries(content)) {
      if (!sha256.test(hash) || !Array.isArray(paths)) continue;
      known.set(
        hash,
        paths.filter((path) => typeof path === 'string'),
      );
    }
    return known;
  }
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const { files, version } = JSON.parse(text) as { readonly version?: unknown; readonly files?: unknown };
    return version === 1 && typeof files === 'object' && files !== null ? (files as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
