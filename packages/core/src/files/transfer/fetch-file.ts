import { setMaxListeners } from 'node:events';
import { DownloadError } from '../../errors/download-error.js';
import { linkSignal } from '../../transport/link-signal.js';
import { Crew } from './crew.js';
import type { PartState } from './part-state.js';
import type { ProgressMeter } from './progress-meter.js';
import { Restart } from './restart.js';
import type { RestartReason } from './transfer-event.js';
import type { TransferJob } from './transfer-job.js';

/** How often a file may begin anew before it is given up. */
const mostRestarts = 4;

/** How a file is fetched, as learnt from what went wrong; lasts over the rounds of one transfer. */
export class FetchPlan {
  segments: number;
  #restarts = 0;
  #wrongRanges = 0;

  constructor(segments: number) {
    this.segments = segments;
  }

  /**
   * Notes why the file begins anew.
   *
   * @throws DownloadError when that has happened too often
   */
  restarted(reason: RestartReason, path: string): void {
    this.#restarts += 1;
    if (reason === 'wrong_range') this.#wrongRanges += 1;
    // Who does not do ranges properly is asked for one thing after the other.
    if (reason !== 'changed') this.segments = 1;
    if (this.#wrongRanges > 1) {
      throw new DownloadError(
        `${path}: the storage sends other bytes than those it is asked for, again and again. A proxy in between may be at ` +
          'fault: try another network.',
        { code: 'wrong_range', details: { path } },
      );
    }
    if (this.#restarts <= mostRestarts) return;
    throw new DownloadError(
      `${path}: it had to begin anew ${this.#restarts} times, the last time because of "${reason}". The storage cannot go ` +
        'on with what was begun, and the connection does not last for the whole. Try again later.',
      { code: 'incomplete_download', retryable: true, details: { path, reason } },
    );
  }
}

/**
 * Fetches what is missing of a file. When it returns, the part has every byte that the storage has.
 *
 * @throws what nobody could recover from; what has arrived stays on the disk
 */
export async function fetchFile(
  job: TransferJob,
  state: PartState,
  plan: FetchPlan,
  meter: ProgressMeter,
): Promise<void> {
  while (!state.ranges.isComplete) {
    const stop = new AbortController();
    // Every connection has its waits on it.
    setMaxListeners(0, stop.signal);
    const unlink = linkSignal(job.signal, stop, job.access.pipeline.signals);
    try {
      await new Crew(job, state, plan.segments, meter, stop).run();
    } catch (error) {
      if (!(error instanceof Restart)) throw error;
      plan.restarted(error.reason, job.paths.target);
      await state.restart();
      meter.restart();
      job.emit({ type: 'restart', reason: error.reason });
    } finally {
      unlink();
    }
  }
}
