import type { CallOptions } from '@civitkit/core/client';

/** How a workflow is submitted. */
export interface SubmitOptions extends CallOptions {
  /**
   * How many seconds the server may hold its answer until the workflow ends; up to 60 is wise, and less than the time of
   * the call. Default: 0, the answer comes at once.
   */
  readonly waitSeconds?: number;
  /** Mature blobs come without their URL. Default: false. */
  readonly hideMatureContent?: boolean;
  /**
   * The most Buzz it may cost. The price is asked for first, and nothing is submitted when it is higher. That price is an
   * estimate: the server charges what it finds when the submission arrives, and settles some models later.
   */
  readonly maxCost?: number;
  /**
   * Whether the template is checked here before anything is sent: `error` throws what the server would refuse, `warn`
   * emits it as a process warning and goes on; what is only doubtful is a process warning in both. Default: `off`.
   */
  readonly check?: 'error' | 'warn' | 'off';
}

/** How a workflow is read. */
export interface GetWorkflowOptions extends CallOptions {
  /** How many seconds the server may hold its answer until there is news; up to 60 is wise. Default: 0. */
  readonly waitSeconds?: number;
  /**
   * What counts as news: the end, or any change. A server that does not know it holds until the end. Default: the end.
   */
  readonly until?: 'completion' | 'change';
  /** Mature blobs come without their URL. Default: false. */
  readonly hideMatureContent?: boolean;
}
