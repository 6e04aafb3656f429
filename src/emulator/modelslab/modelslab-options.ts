import type { ErrorsAt } from './failures/failure.js';

/** How the emulated ModelsLab behaves. Everything has a default. */
export interface ModelsLabEmulation {
  /**
   * Where errors are said: by the HTTP status, which is the default, or inside a 200 with the wording that was seen there.
   * Workflows and the control plane have statuses always.
   */
  readonly errorsAt?: ErrorsAt;
  /** How long a job takes; 80 unless told. With 0 it has ended in the answer to the submit. */
  readonly workMs?: number;
  /** How long training and each step of a workflow take between their states; 40 unless told. */
  readonly stepMs?: number;
  /** How many jobs may be unfinished; 5 unless told. */
  readonly queueLimit?: number;
  /** What a refusal because of a limit says about waiting; 1 unless told. */
  readonly retryAfterSeconds?: number;
  /** Dollars in the wallet at first; 43.60 unless told. */
  readonly balance?: number;
  /** How the addresses of files answer once they have expired; 404 unless told. */
  readonly expiredStatus?: 403 | 404 | 410;
  /** In which of the two documented forms applications are told of the runs of workflows; `flat` unless told. */
  readonly workflowEvents?: 'flat' | 'nested';
  /** How often each webhook is delivered; 1 unless told. */
  readonly webhookCopies?: number;
  /** The wait before another try of the webhook of a workflow, doubled each time; 100 unless told. */
  readonly webhookRetryMs?: number;
  /** The pause behind each piece of a streamed answer of the LLM; none unless told. */
  readonly chunkPauseMs?: number;
}
