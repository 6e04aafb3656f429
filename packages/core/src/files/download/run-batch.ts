import { isCivitaiError } from '../../errors/civitai-error.js';
import type { Clock } from '../../transport/clock.js';
import { pause } from '../transfer/pause.js';
import { isQuotaError } from '../transfer/signed-link.js';
import type { BatchOptions, DownloadedFile } from './download-options.js';
import { type FailureClass, failureClassOf } from './failure-class.js';
import type { PlacedPlan } from './place-names.js';
import type { PlanFailure, PlannedFile } from './planned-file.js';

/** A file that could not be downloaded. */
export interface FailedFile {
  readonly file: PlannedFile;
  readonly error: unknown;
  readonly failureClass: FailureClass;
}

/** How a batch has ended. */
export interface BatchResult {
  /** In the order of the plan. */
  readonly files: readonly DownloadedFile[];
  readonly failed: readonly FailedFile[];
  /** Sources that led to no file. */
  readonly failures: readonly PlanFailure[];
  /** Downloaded now, without what was there before. */
  readonly bytes: number;
  /** Of all failures, when they are of one class; `other` when they are not; absent when there are none. */
  readonly failureClass?: FailureClass;
}

/** What a batch works with. */
export interface BatchParts {
  readonly clock: Clock;
  readonly maxConcurrentFiles: number;
  readonly pauseBetweenMs: number;
  readonly signal: AbortSignal;
  readonly download: (one: PlacedPlan, beforeLink: () => void) => Promise<DownloadedFile>;
}

/** Why nothing more is begun: every further file would end like this one. */
function endsAll(error: unknown, failFast: boolean): boolean {
  return failFast || isQuotaError(error) || (isCivitaiError(error) && error.code === 'disk_full');
}

/**
 * Downloads many files, some at a time. A failure ends that file only; the end of the quota or of the disk ends whatever
 * has not begun, while what is under way goes on.
 *
 * @throws the reason of the signal
 */
export async function runBatch(
  placed: readonly PlacedPlan[],
  failures: readonly PlanFailure[],
  options: BatchOptions,
  parts: BatchParts,
): Promise<BatchResult> {
  const { clock, download, maxConcurrentFiles, pauseBetweenMs, signal } = parts;
  const files: (DownloadedFile | undefined)[] = placed.map(() => undefined);
  const failed: (FailedFile | undefined)[] = placed.map(() => undefined);
  let next = 0;
  let over: { readonly error: unknown } | undefined;
  const beforeLink = (): void => {
    // Even who is under way gets no new link; what has arrived is kept.
    if (over !== undefined && isQuotaError(over.error)) throw over.error;
  };
  const lane = async (): Promise<void> => {
    for (let index = next; index < placed.length; index = next) {
      next += 1;
      const one = placed[index];
      if (one === undefined) return;
      if (index > 0 && pauseBetweenMs > 0 && over === undefined) await pause(clock, pauseBetweenMs, signal);
      try {
        if (over !== undefined) throw over.error;
        files[index] = await download(one, beforeLink);
      } catch (error) {
        signal.throwIfAborted();
        failed[index] = { file: one.file, error, failureClass: failureClassOf(error) };
        if (endsAll(error, options.failFast === true)) over ??= { error };
        options.onEvent?.({ type: 'failed', file: one.file, error });
      }
    }
  };
  // All are waited for, also when it was cancelled: who returns has let go of every file.
  await Promise.allSettled(Array.from({ length: Math.min(maxConcurrentFiles, placed.length) }, lane));
  signal.throwIfAborted();
  return summary(files.filter(isThere), failed.filter(isThere), failures);
}

function summary(
  files: readonly DownloadedFile[],
  failed: readonly FailedFile[],
  failures: readonly PlanFailure[],
): BatchResult {
  const classes = new Set([
    ...failed.map(({ failureClass }) => failureClass),
    ...failures.map(({ error }) => failureClassOf(error)),
  ]);
  const [only] = classes;
  return {
    files,
    failed,
    failures,
    bytes: files.reduce(
      (sum, { bytes, outcome, resumedFromBytes }) => (outcome === 'downloaded' ? sum + bytes - resumedFromBytes : sum),
      0,
    ),
    ...(only === undefined ? {} : { failureClass: classes.size === 1 ? only : ('other' as const) }),
  };
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}
