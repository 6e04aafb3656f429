import type { WorkPace } from './lifecycle/work-pace.js';
import type { Balances } from './money/currency.js';

/** How the generation API behaves. Everything has a default. */
export interface OrchestrationOptions extends WorkPace {
  /**
   * Which of its releases it is like; `november` unless told. In `august` a held read knows no `until` and waits for the
   * end, `PUT` of a workflow answers 204 without a body, and `excludeTags`, `tier` and `downloadPriority` are ignored.
   */
  readonly release?: 'august' | 'november';
  /** The longest a request is held, whatever it asks for; 100000 unless told. */
  readonly maxWaitMs?: number;
  /** What every account has at first; 10000 blue, 10000 green and 10000 yellow unless told. */
  readonly balances?: Partial<Balances>;
  /**
   * How a submit that cannot be paid is refused: 400 with `requiredBuzz` and `availableBuzz` (as in November, and unless
   * told), 402, or 403 with a bare JSON text (as in August, and unless told then).
   */
  readonly lowBalance?: 400 | 402 | 403;
  /** How many free workflows an account has; 100 unless told. */
  readonly freeTierQuota?: number;
  /** How long the URL of a blob works; 15 minutes unless told. */
  readonly blobUrlSeconds?: number;
  /** Tries for one callback before it is given up; 5 unless told. */
  readonly callbackAttempts?: number;
  /** The wait before the second try of a callback, doubled before each further one; 200 unless told. */
  readonly callbackRetryMs?: number;
  /** How long an application may take to answer a callback; 10000 unless told. */
  readonly callbackTimeoutMs?: number;
  /** Requests in a window before they are 429; without end unless told, and then without `RateLimit` headers. */
  readonly requestsPerWindow?: number;
  /** Length of the window; 60 unless told. */
  readonly windowSeconds?: number;
}
