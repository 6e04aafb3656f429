import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { type CivitaiError, isCivitaiError } from '../../errors/civitai-error.js';
import { readFailure } from '../read-failure.js';

/** Extensions of what Civitai has models in, in lower case. */
export const modelExtensions: readonly string[] = [
  '.safetensors',
  '.sft',
  '.ckpt',
  '.pt',
  '.pt2',
  '.pth',
  '.bin',
  '.pkl',
  '.gguf',
  '.onnx',
];

/** What was found. */
export interface ListedFiles {
  /** Absolute, each once, in the order of their names within a folder. */
  readonly paths: readonly string[];
  /** What could not be looked at. */
  readonly failures: readonly { readonly path: string; readonly error: CivitaiError }[];
}

/** How folders are looked through. */
export interface ListFilesOptions {
  /** Folders in folders as well. */
  readonly recursive: boolean;
  /** Which files of a folder are taken; a file that is named itself is always taken. */
  readonly extensions: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/**
 * The files behind paths of files and folders. Links are followed; a folder that is reached twice is looked through
 * once, so links that lead in circles do no harm.
 */
export async function listFiles(paths: readonly string[], options: ListFilesOptions): Promise<ListedFiles> {
  const walk = new Walk(options);
  for (const path of paths) await walk.visit(resolve(path), true);
  return { paths: [...walk.found], failures: walk.failures };
}

class Walk {
  readonly found: Set<string> = new Set();
  readonly failures: { path: string; error: CivitaiError }[] = [];
  readonly #options: ListFilesOptions;
  readonly #extensions: ReadonlySet<string>;
  readonly #folders: Set<string> = new Set();

  constructor(options: ListFilesOptions) {
    this.#options = options;
    this.#extensions = new Set(options.extensions.map((extension) => extension.toLowerCase()));
  }

  async visit(path: string, named: boolean): Promise<void> {
    this.#options.signal?.throwIfAborted();
    try {
      const facts = await stat(path);
      if (facts.isDirectory()) {
        if (named || this.#options.recursive) await this.#visitFolder(path);
      } else if (named || (facts.isFile() && this.#isModel(path))) this.found.add(path);
    } catch (thrown) {
      this.#options.signal?.throwIfAborted();
      // A link that leads nowhere is nobody's model.
      const error = isCivitaiError(thrown) ? thrown : readFailure(thrown, path);
      if (named || error.code !== 'file_not_found') this.failures.push({ path, error });
    }
  }

  async #visitFolder(path: string): Promise<void> {
    const real = await realpath(path);
    if (this.#folders.has(real)) return;
    this.#folders.add(real);
    const entries: readonly Dirent[] = await readdir(path, { withFileTypes: true });
    for (const entry of entries.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
      // Most files in a folder need not be asked what they are.
      if (entry.isFile() && !this.#isModel(entry.name)) continue;
      await this.visit(join(path, entry.name), false);
    }
  }

  #isModel(path: string): boolean {
    return this.#extensions.has(extname(path).toLowerCase());
  }
}
