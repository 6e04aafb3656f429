import { longestTimerMs } from '../../waiting/longest-timer.js';
import { numberOf } from '../answers/read-fields.js';

/** How long to leave the server alone after a refusal because of a limit, when it does not say. */
export const defaultRetryAfterMs = 30_000;
/** A server that asks for less, or for none at all, is in no hurry to be stormed. */
const leastMs = 1000;

/**
 * How long to leave the server alone, in milliseconds: never so short that it is stormed, nor longer than a timer holds.
 *
 * @param asked - `retry_after` of the body, in seconds: a number, a text, or anything else
 * @param headerMs - what the header asked for. None is documented, but one would be believed
 */
export function retryAfterOf(asked: unknown, headerMs: number | undefined): number {
  const seconds = numberOf(asked);
  const wanted = seconds === undefined || seconds < 0 ? headerMs : Math.ceil(seconds * 1000);
  return Math.min(longestTimerMs, Math.max(leastMs, wanted ?? defaultRetryAfterMs));
}
