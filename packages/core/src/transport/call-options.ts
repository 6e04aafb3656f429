import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { CallOptions } from './api-request.js';
import type { OpenOptions } from './streamed-answer.js';

/** Longest delay a Node timer holds; a longer one would fire at once. */
const maxTimerMs = 2_147_483_647;

/**
 * Checks the options of a call.
 *
 * @throws TypeError for a value of the wrong kind, RangeError for a number out of range
 */
export function checkCallOptions(operation: string, options: CallOptions): void {
  const { timeoutMs, maxRetries, headers, signal } = options;
  if (timeoutMs !== undefined) checkTime(operation, 'timeoutMs', timeoutMs);
  if (maxRetries !== undefined && !(Number.isInteger(maxRetries) && maxRetries >= 0)) {
    throw new RangeError(`${operation}: maxRetries must be a whole number from 0, got ${maxRetries}`);
  }
  // By its members, not by instanceof: test environments bring their own AbortSignal.
  if (signal !== undefined && typeof (signal as Partial<AbortSignal> | null)?.addEventListener !== 'function') {
    throw new TypeError(`${operation}: signal must be an AbortSignal`);
  }
  for (const [name, value] of Object.entries(headers ?? {})) {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    if (name.toLowerCase() === 'authorization') {
      throw new TypeError(`${operation}: the client adds the authorization header itself; give it the key instead`);
    }
  }
}

/**
 * Checks the options of a call whose answer is streamed.
 *
 * @throws TypeError for a value of the wrong kind, RangeError for a number out of range
 */
export function checkOpenOptions(operation: string, options: OpenOptions): void {
  checkCallOptions(operation, options);
  const { idleTimeoutMs } = options;
  if (idleTimeoutMs !== undefined && idleTimeoutMs !== null) checkTime(operation, 'idleTimeoutMs', idleTimeoutMs);
}

function checkTime(operation: string, name: string, ms: number): void {
  if (ms > 0 && ms <= maxTimerMs) return;
  throw new RangeError(`${operation}: ${name} must be a number above 0 and at most ${maxTimerMs}, got ${ms}`);
}
