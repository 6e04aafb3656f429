import { resolve } from 'node:path';
import { isCivitaiError, systemClock } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { createProgress, type Progress } from '../output/progress.js';

/** How far a file is. */
export interface WrittenBytes {
  readonly writtenBytes: number;
  readonly expectedBytes?: number;
}

/** How a file is written. */
export interface WriteOptions {
  readonly overwrite: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: WrittenBytes) => void;
}

/** Something that can be saved as a file. */
export interface SavableFile {
  readonly name: string;
  /**
   * @returns the path of what was written
   * @throws CivitaiError with code `file_exists` when there is a file of this name
   */
  readonly write: (folder: string, name: string, options: WriteOptions) => Promise<string>;
}

/** Where and how files are saved. */
export interface FileSavePlan {
  readonly folder: string;
  readonly overwrite?: boolean;
  readonly quiet?: boolean | undefined;
}

/** What became of files. */
export interface SavedFiles {
  /** Absolute, in the order of the files. */
  readonly paths: readonly string[];
  /** The first thing that went wrong; the others were told. */
  readonly failure?: unknown;
}

/** Whom to tell, and what ends it. */
export interface Saving {
  readonly io: CommandIo;
  readonly stop: AbortSignal;
}

/** Files that are fetched at a time. */
const atOnce = 3;

/** Saves files under names that are free; one that fails does not keep the others. */
export async function saveFiles(
  files: readonly SavableFile[],
  plan: FileSavePlan,
  { io, stop }: Saving,
): Promise<SavedFiles> {
  const progress = createProgress(io, { clock: systemClock, quiet: plan.quiet });
  const close = (): void => progress.close();
  stop.addEventListener('abort', close, { once: true });
  const saver = new Saver(plan, { io, stop }, progress);
  const waiting = files.entries();
  const worker = async (): Promise<void> => {
    for (const [index, file] of waiting) {
      if (stop.aborted) return;
      await saver.save(file, index);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, worker));
  } finally {
    stop.removeEventListener('abort', close);
    progress.close();
  }
  for (const line of saver.complaints) io.err(line);
  const paths = [...saver.paths.entries()].toSorted(([a], [b]) => a - b).map(([, path]) => path);
  return { paths, ...(saver.failure === undefined ? {} : { failure: saver.failure }) };
}

/** Saves one file after the other. */
class Saver {
  readonly paths = new Map<number, string>();
  readonly complaints: string[] = [];
  failure: unknown;
  readonly #folder: string;
  readonly #overwrite: boolean;
  readonly #stop: AbortSignal;
  readonly #progress: Progress;
  readonly #taken = new Set<string>();

  constructor({ folder, overwrite = false }: FileSavePlan, { io, stop }: Saving, progress: Progress) {
    this.#folder = resolve(io.cwd, folder);
    this.#overwrite = overwrite;
    this.#stop = stop;
    this.#progress = progress;
  }

  async save(file: SavableFile, index: number): Promise<void> {
    const { name } = file;
    const item = this.#progress.item(name);
    const onProgress = ({ expectedBytes, writtenBytes }: WrittenBytes): void => {
      const fraction = expectedBytes === undefined || expectedBytes === 0 ? undefined : writtenBytes / expectedBytes;
      if (fraction !== 1) item.update({ text: 'saving', fraction });
    };
    try {
      this.paths.set(index, await this.#write(file, onProgress));
      item.end('done', 'saved');
    } catch (error) {
      if (this.#stop.aborted) return;
      this.failure ??= error;
      item.end('failed', 'not saved');
      this.complaints.push(`${name} was not saved: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async #write({ name, write }: SavableFile, onProgress: WriteOptions['onProgress']): Promise<string> {
    for (let attempt = 1; ; attempt += 1) {
      const candidate = numbered(name, attempt);
      // Two of one run must not overwrite each other, whatever was asked for.
      if (this.#taken.has(candidate.toLowerCase())) continue;
      this.#taken.add(candidate.toLowerCase());
      try {
        return await write(this.#folder, candidate, { overwrite: this.#overwrite, signal: this.#stop, onProgress });
      } catch (error) {
        if (!isCivitaiError(error) || error.code !== 'file_exists') throw error;
      }
    }
  }
}

/** `name.png`, `name-2.png`, `name-3.png`. */
function numbered(name: string, attempt: number): string {
  if (attempt === 1) return name;
  const [, stem = name, ending = ''] = /^(.+?)(\.[a-z0-9]+)?$/i.exec(name) ?? [];
  return `${stem}-${attempt}${ending}`;
}
