import type { JsonObject } from '@civitkit/core/internal';
import type { ModelsLabOutput } from '../outputs/modelslab-output.js';

/** What a job has made. */
export interface ModelsLabResult {
  /** Empty where the server gave none, which it may do when the job was done at once. */
  readonly id: string;
  /** For `resume`; empty without an id. */
  readonly reference: string;
  /** At least one. */
  readonly outputs: readonly ModelsLabOutput[];
  /** The same files at another host. */
  readonly proxyLinks: readonly string[];
  /** The parameters as the server understood them. */
  readonly meta: Readonly<JsonObject>;
  readonly generationTimeSeconds: number | undefined;
  /** Length of the sound, where there is one. */
  readonly audioSeconds: number | undefined;
  readonly nsfwContentDetected: boolean | undefined;
  /** What the server says about it, if anything. */
  readonly message: string | undefined;
  /** The whole last answer. */
  readonly raw: Readonly<JsonObject>;
}
