import { CivitaiError } from '@civitkit/core/client';
import type { CivitaiErrorInit } from '@civitkit/core/internal';

/**
 * A job of ModelsLab did not succeed: code `job_failed`. Whether it was billed, the documents do not say.
 *
 * @example
 * ```ts
 * import { createModelsLabClient, ModelsLabJobError } from '@civitkit/sdk/modelslab/client';
 *
 * const modelsLab = createModelsLabClient();
 * try {
 *   await modelsLab.images.text2img({ model_id: 'flux', prompt: 'a lighthouse at dusk' });
 * } catch (error) {
 *   if (!(error instanceof ModelsLabJobError)) throw error;
 *   console.error(error.jobId, error.message);
 * }
 * ```
 */
export class ModelsLabJobError extends CivitaiError {
  override readonly name = 'ModelsLabJobError';
  /** Id of the job, where it is known. */
  declare readonly jobId?: string;

  constructor(message: string, init: CivitaiErrorInit & { readonly jobId?: string | undefined }) {
    super(message, init);
    if (init.jobId !== undefined) this.jobId = init.jobId;
  }
}
