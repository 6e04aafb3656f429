import { systemClock } from '@civitkit/core/client';
import type { IdentifyProgress } from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { count } from '../output/count.js';
import { createProgress, type Progress, type ProgressItem } from '../output/progress.js';

/** Shows how far an identification is, in one line. */
export class IdentifyBoard implements Disposable {
  readonly #progress: Progress;
  readonly #item: ProgressItem;

  constructor(io: CommandIo, quiet: boolean) {
    this.#progress = createProgress(io, { clock: systemClock, quiet });
    this.#item = this.#progress.item('identifying');
  }

  show(progress: IdentifyProgress): void {
    if (progress.phase === 'updates') {
      this.#item.update({ text: `looking for newer versions of ${count(progress.totalModels, 'model')}` });
      return;
    }
    const { doneFiles, totalFiles } = progress;
    if (progress.phase === 'looking-up') {
      this.#item.update({ text: `looking up ${doneFiles} of ${count(totalFiles, 'file')}` });
      return;
    }
    const { file } = progress;
    // Small files are done before anybody could read about them.
    if (file === undefined || file.hashedBytes >= file.sizeBytes) return;
    const part = file.hashedBytes / file.sizeBytes;
    const fraction = totalFiles === 0 ? 0 : Math.min(1, (doneFiles + part) / totalFiles);
    this.#item.update({ text: `hashing ${doneFiles} of ${count(totalFiles, 'file')}`, fraction });
  }

  [Symbol.dispose](): void {
    this.#progress.close();
  }
}
