import { DownloadError } from '../../errors/download-error.js';
import type { RangeAnswer } from './open-range.js';
import type { PartState } from './part-state.js';
import type { ActiveRange } from './ranges.js';
import { Restart } from './restart.js';
import { sizeToleranceBytes, type TransferJob } from './transfer-job.js';
import { isOther } from './validator.js';

/** The answer is of the same bytes under other names; asked without the old names, it will go on. */
export class OtherNames extends Error {
  override readonly name = 'OtherNames';
}

/**
 * Checks that an answer belongs to what the part holds, and notes what it tells of the file.
 *
 * @throws Restart when it does not; OtherNames when another mirror has the same bytes under another name
 */
export async function checkAnswer(
  job: TransferJob,
  state: PartState,
  range: ActiveRange,
  answer: RangeAnswer,
): Promise<void> {
  const { names, ranges } = state;
  const fresh = range.next === 0 && ranges.isSingle && ranges.doneBytes === 0;
  if (answer.kind === 'whole' && !fresh) throw whyWhole(job, state, answer);
  if (answer.kind === 'part') {
    const known = ranges.totalBytes;
    if (known !== undefined && answer.totalBytes !== undefined && answer.totalBytes !== known) {
      throw new Restart('changed');
    }
    if (isOther(names, answer) && names.storageHost === answer.storageHost) throw new Restart('changed');
  }
  await note(job, state, answer);
}

/** Why the whole file came although a part of it was asked for. */
function whyWhole({ identity }: TransferJob, { names, ranges }: PartState, answer: RangeAnswer): Error {
  if (!isOther(names, answer)) return new Restart('range_ignored');
  // Mirrors name the same bytes differently; when the hash can tell in the end, what is there need not be thrown away.
  const otherMirror = names.storageHost !== undefined && names.storageHost !== answer.storageHost;
  const sameLength = ranges.totalBytes !== undefined && ranges.totalBytes === answer.totalBytes;
  return otherMirror && sameLength && identity.sha256 !== undefined ? new OtherNames() : new Restart('changed');
}

async function note(job: TransferJob, state: PartState, answer: RangeAnswer): Promise<void> {
  const { etag, lastModified, storageHost, totalBytes } = answer;
  const { names, ranges } = state;
  const news = names.etag !== etag || names.lastModified !== lastModified || names.storageHost !== storageHost;
  const lengthIsNews = totalBytes !== undefined && ranges.totalBytes === undefined;
  if (!news && !lengthIsNews) return;
  state.names = { etag, lastModified, storageHost };
  if (lengthIsNews) {
    if (totalBytes === 0 && job.expected.sizeBytes !== 0) throw empty(job.paths.target);
    if (ranges.front > totalBytes) throw new Restart('oversized');
    ranges.setTotal(totalBytes);
    sayIfOdd(job, totalBytes);
  }
  await state.save();
}

function sayIfOdd({ emit, expected }: TransferJob, totalBytes: number): void {
  const { sizeBytes } = expected;
  if (sizeBytes === undefined || Math.abs(sizeBytes - totalBytes) <= sizeToleranceBytes) return;
  emit({
    type: 'notice',
    code: 'size_differs',
    message: `The storage announces ${totalBytes} bytes, the site ${sizeBytes}. The hash decides, if one is published.`,
  });
}

function empty(path: string): DownloadError {
  return new DownloadError(`${path}: the storage sent an empty file. Nothing was saved; try again.`, {
    code: 'incomplete_download',
    retryable: true,
    details: { path, writtenBytes: 0 },
  });
}
