import type { CivitaiError } from '../../errors/civitai-error.js';

/** When a transfer is tried again. */
export interface RetryRules {
  /** Attempts in a row that bring not one byte. */
  readonly maxRetries: number;
  /** A server that asks for a longer wait is not waited for. */
  readonly maxRetryAfterMs: number;
}

const firstDelayMs = 1000;
const longestDelayMs = 30_000;
/** A connection that breaks after every byte makes progress too; somewhere it has to end. */
const retriesInAll = 1000;

/** Counts failures: what brings bytes may fail as often as it likes (nearly), what brings none may not. */
export class RetryBudget {
  readonly #rules: RetryRules;
  readonly #random: () => number;
  #failures = 0;
  #inAll = 0;

  constructor(rules: RetryRules, random: () => number) {
    this.#rules = rules;
    this.#random = random;
  }

  /** How often it has failed since the last byte. */
  get failures(): number {
    return this.#failures;
  }

  /** Bytes have come. */
  progressed(): void {
    this.#failures = 0;
  }

  /**
   * How long to wait before the next attempt: what the server asked for, or else up to twice as long each time, spread
   * over the whole of it so that many connections that broke together do not return together.
   *
   * @throws `error` when there is no sense in going on
   */
  spend(error: CivitaiError): number {
    this.#failures += 1;
    this.#inAll += 1;
    const asked = error.retryAfterMs;
    if (!error.retryable || this.#failures > this.#rules.maxRetries || this.#inAll > retriesInAll) throw error;
    if (asked !== undefined) {
      if (asked > this.#rules.maxRetryAfterMs) throw error;
      return asked;
    }
    return Math.round(Math.min(longestDelayMs, firstDelayMs * 2 ** (this.#failures - 1)) * this.#random());
  }
}
