import { type CallOptions, type CivitaiPromise, type Clock, isCivitaiError, TimeoutError } from '@civitkit/core/client';
import { pause } from '../waiting/pause.js';
import { legacyJobState } from './job-state.js';
import type { LegacyJobs } from './job-status.js';

/** How long to wait for jobs. */
export interface LegacyWaitOptions {
  /** In milliseconds. Default: 660 000 (11 minutes), since jobs do not live longer than 10. */
  readonly timeoutMs?: number | undefined;
  /** Ends the waiting with `signal.reason`; the jobs go on. */
  readonly signal?: AbortSignal | undefined;
}

/** Between reads that the server did not hold; the last one repeats. */
const pausesMs = [1000, 2000, 5000, 10_000];

/**
 * Reads jobs until all of them have ended. Each read may be held by the server; where it is not, the reads become rarer.
 *
 * @throws RangeError at once for a time that is not above 0; TimeoutError when time is over; what a read throws
 */
export function waitForJobs(
  poll: (options: CallOptions) => CivitaiPromise<LegacyJobs>,
  clock: Clock,
  { signal, timeoutMs = 660_000 }: LegacyWaitOptions,
): Promise<LegacyJobs> {
  if (!(timeoutMs > 0)) throw new RangeError(`jobs.wait: timeoutMs must be a number above 0, got ${timeoutMs}`);
  return readUntilEnd(poll, clock, timeoutMs, signal);
}

async function readUntilEnd(
  poll: (options: CallOptions) => CivitaiPromise<LegacyJobs>,
  clock: Clock,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<LegacyJobs> {
  const endsAt = clock.now() + timeoutMs;
  const options: CallOptions = signal === undefined ? {} : { signal };
  for (let round = 0; ; round += 1) {
    const leftMs = endsAt - clock.now();
    if (leftMs <= 0) throw timedOut(timeoutMs);
    const found = await poll({ ...options, timeoutMs: leftMs }).catch((error: unknown) => {
      // Its time was all the time that was left.
      throw isCivitaiError(error) && error.code === 'timeout' ? timedOut(timeoutMs) : error;
    });
    if (found.jobs.every((job) => legacyJobState(job) !== 'running')) return found;
    const pauseMs = pausesMs[Math.min(round, pausesMs.length - 1)] ?? 0;
    await pause(clock, Math.max(0, Math.min(pauseMs, endsAt - clock.now())), signal);
  }
}

function timedOut(timeoutMs: number): TimeoutError {
  return new TimeoutError(
    `jobs.wait: not all jobs have ended within ${timeoutMs / 1000} s. They go on: wait again, or cancel them.`,
    { code: 'timeout', retryable: true },
  );
}
