import type { Open } from '@civitkit/core/client';
import type { JsonObject } from '@civitkit/core/internal';

/** How far a job is. What the server does not say is `undefined`. */
export interface ModelsLabProgress {
  /**
   * `waiting`: not sent yet, for others come first, or refused because of a limit. `submitting`: sent, and not answered.
   * `unknown`: resumed, and not asked for. All else are the server's words.
   */
  readonly status: Open<'waiting' | 'submitting' | 'unknown' | 'processing' | 'success' | 'failed'>;
  /** Empty until the server has given one. */
  readonly id: string;
  /** For `resume`; empty without an id. */
  readonly reference: string;
  /** Until the end, as far as the server estimated it: its last estimate, less the time since. */
  readonly etaSeconds: number | undefined;
  /** What the server says about it. */
  readonly message: string | undefined;
  /** Where the files will be. There is nothing before the end of the job, and these are no results. */
  readonly futureLinks: readonly string[];
  /** The last answer; empty before the first. */
  readonly raw: Readonly<JsonObject>;
}

/** A job that the server has taken. */
export interface SubmittedJob {
  /** Empty where the server gave none, which it may do when the job was done at once. */
  readonly id: string;
  /** For `resume`, in any process; empty without an id. */
  readonly reference: string;
  /** How long it will take, as far as the server estimated it. */
  readonly etaSeconds: number | undefined;
}
