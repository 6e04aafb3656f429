import type { CircuitState } from '../observability/notices.js';

/** When a circuit opens, and for how long. */
export interface CircuitPolicy {
  /** Failures in a row that open it. */
  readonly failureThreshold: number;
  readonly openMs: number;
}

/** What an attempt says about the server: `nothing` when it ended for other reasons. */
export type AttemptOutcome = 'success' | 'failure' | 'nothing';

/** Leave to make an attempt. */
export interface Pass {
  /** The one attempt that finds out whether the server is back. */
  readonly probe: boolean;
}

/** How long to hold back whoever comes while the probe is under way. */
const whileProbingMs = 1000;

/** One circuit: counts failures in a row, and refuses attempts for a while once there are too many. */
export class Circuit {
  readonly #policy: CircuitPolicy;
  #state: CircuitState = 'closed';
  #failures = 0;
  #openUntil = 0;
  #probing = false;

  constructor(policy: CircuitPolicy) {
    this.#policy = policy;
  }

  get state(): CircuitState {
    return this.#state;
  }

  get failures(): number {
    return this.#failures;
  }

  get openUntil(): number {
    return this.#openUntil;
  }

  /** Milliseconds until an attempt is worth it; 0 when one may be made now. */
  closedFor(now: number): number {
    if (this.#state === 'open' && now < this.#openUntil) return this.#openUntil - now;
    return this.#state !== 'closed' && this.#probing ? whileProbingMs : 0;
  }

  /** Begins an attempt, after {@link Circuit.closedFor} has said 0. */
  enter(): Pass {
    if (this.#state === 'closed') return { probe: false };
    this.#state = 'half_open';
    this.#probing = true;
    return { probe: true };
  }

  /** Ends an attempt. Those that began before the circuit opened no longer matter. */
  leave({ probe }: Pass, outcome: AttemptOutcome, now: number): void {
    if (probe) this.#probing = false;
    else if (this.#state !== 'closed') return;
    if (outcome === 'success') {
      this.#failures = 0;
      this.#state = 'closed';
    } else if (outcome === 'failure') {
      this.#failures += 1;
      if (probe || this.#failures >= this.#policy.failureThreshold) this.open(now + this.#policy.openMs);
    }
  }

  /** Opens it until then, because of its own failures or on the word of another replica. */
  open(until: number): void {
    this.#state = 'open';
    this.#openUntil = until;
  }
}
