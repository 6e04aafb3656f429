/** What a check cannot see in the workflow itself. */
export interface CheckOptions {
  /** How long the submission will wait for the result; an ephemeral workflow needs that, or a callback. Default: 0. */
  readonly waitSeconds?: number | undefined;
}
