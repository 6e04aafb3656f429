import { type CivitaiError, isCivitaiError } from '@civitkit/core/client';
import type { Seats } from '../../waiting/seats.js';
import { defaultRetryAfterMs } from '../errors/retry-after.js';
import type { LimitPause } from './limit-pause.js';
import type { Beginning } from './polled-task.js';

/** Where a submission waits, and what it does. */
export interface Submission<T> {
  /** Submissions at a time. */
  readonly submits: Seats;
  /** The server takes nothing for a while. */
  readonly limit: LimitPause;
  readonly send: (signal: AbortSignal) => Promise<T>;
  readonly onSending: () => void;
  readonly onRefused: (error: CivitaiError) => void;
}

/**
 * Sends a submission, and again for as long as the server refuses it because of a limit: those were not done. Anything
 * else is never repeated here, for there is no telling whether it was done and will be billed.
 *
 * @throws what it was answered with; the refusal when the server wants to be left alone for longer than there is time
 */
export async function submitInTurn<T>(plan: Submission<T>, beginning: Beginning): Promise<T> {
  const { limit, onRefused, onSending, send, submits } = plan;
  const { leftMs, signal } = beginning;
  for (;;) {
    await limit.over(signal);
    await submits.take(signal);
    try {
      signal.throwIfAborted();
      onSending();
      return await send(signal);
    } catch (error) {
      if (!isCivitaiError(error) || error.code !== 'rate_limited') throw error;
      // A page in front of the server refuses without a word about waiting.
      const { retryAfterMs = defaultRetryAfterMs } = error;
      const left = leftMs();
      if (left !== null && left <= retryAfterMs) throw error;
      limit.begin(retryAfterMs);
      onRefused(error);
    } finally {
      submits.release();
    }
  }
}
