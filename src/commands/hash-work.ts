import { type CivitaiError, systemClock } from '@civitkit/core/client';
import { type HashAlgorithm, type HashedFile, hashFiles } from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { untilStopped } from '../interrupted.js';
import { count } from '../output/count.js';
import { createProgress } from '../output/progress.js';
import { terminalAbilities } from '../output/progress-terminal.js';

/** A file that was hashed, or why it was not. */
export type Hashed =
  | { readonly path: string; readonly file: HashedFile }
  | { readonly path: string; readonly error: CivitaiError };

/** What hashing takes. */
export interface HashWork {
  readonly algorithms: readonly HashAlgorithm[];
  readonly jobs?: number | undefined;
  readonly quiet: boolean;
  readonly io: CommandIo;
  readonly stop: AbortSignal;
  /** Called for each file in the order of the paths, once nothing is drawn any more where that would be in the way. */
  readonly onFile: (hashed: Hashed) => void;
}

/** Hashes files, several at a time, and tells them in their order. */
export async function hashInOrder(paths: readonly string[], work: HashWork): Promise<void> {
  const { algorithms, io, jobs, onFile, quiet, stop } = work;
  const order = new Map(paths.map((path, index) => [path, index]));
  const results: (Hashed | undefined)[] = [];
  let told = 0;
  const tell = (): void => {
    for (let next = results[told]; next !== undefined; next = results[told]) {
      told += 1;
      onFile(next);
    }
  };
  const inTheWay = !quiet && io.columns !== undefined && terminalAbilities(io).live;
  using progress = createProgress(io, { clock: systemClock, quiet });
  const item = progress.item('hashing');
  let done = 0;
  const options = {
    algorithms,
    signal: stop,
    ...(jobs === undefined ? {} : { concurrency: jobs }),
    onProgress: ({ hashedBytes, sizeBytes }: { readonly hashedBytes: number; readonly sizeBytes: number }) => {
      // Small files are done before anybody could read about them.
      if (hashedBytes >= sizeBytes) return;
      const fraction = (done + hashedBytes / sizeBytes) / paths.length;
      item.update({ text: `${done} of ${count(paths.length, 'file')}`, fraction });
    },
  };
  try {
    await untilStopped(stop, 'Stopped; the files that were not finished have no hash.', async () => {
      for await (const outcome of hashFiles(paths, options)) {
        done += 1;
        const { path } = outcome;
        results[order.get(path) ?? 0] = outcome.ok ? { path, file: outcome.value } : { path, error: outcome.error };
        if (!inTheWay) tell();
      }
    });
  } finally {
    progress.close();
    tell();
  }
}
