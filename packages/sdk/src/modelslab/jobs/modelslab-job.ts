import type { ModelsLabProgress, SubmittedJob } from './job-progress.js';
import type { ModelsLabResult } from './job-result.js';
import { PolledHandle } from './polled-handle.js';
import type { PolledLife } from './polled-life.js';

/**
 * A job on its way, there as soon as it is asked for: await it for what it makes, iterate it for its progress, both or
 * neither. Awaiting it rejects with a `ModelsLabJobError` when it failed.
 *
 * It is submitted once, and read only while somebody awaits or iterates it (or gave `onProgress`); a job that nobody
 * waits for costs its submission and keeps no process alive. Its `reference` is all that another process needs to
 * `resume` it. There is no way to cancel a job: aborting stops the waiting, and the job is made and billed all the same.
 *
 * Since a job can be awaited, an `async` function that returns one returns its result: return the reference, or an object.
 *
 * @example
 * ```ts
 * import { createModelsLabClient } from '@civitkit/sdk/modelslab/client';
 *
 * using modelsLab = createModelsLabClient();
 * const job = modelsLab.images.text2img({ model_id: 'flux', prompt: 'a lighthouse at dusk' });
 * console.log((await job.submitted()).reference);
 * for await (const { status, etaSeconds } of job) console.log(status, etaSeconds);
 * for (const output of (await job).outputs) await modelsLab.outputs.save(output, 'pictures/');
 * ```
 */
export class ModelsLabJob extends PolledHandle<ModelsLabResult, ModelsLabProgress> {
  readonly #life: PolledLife<ModelsLabResult, ModelsLabProgress>;

  /** For `ModelsLabJobs`; applications use `modelsLab.generate`, the families and `modelsLab.resume`. */
  constructor(life: PolledLife<ModelsLabResult, ModelsLabProgress>) {
    super(life);
    this.#life = life;
  }

  /** The id of the job, once it is known: see {@link ModelsLabJob.submitted}. */
  get id(): string | undefined {
    return textOr(this.state.id);
  }

  /** What `resume` takes, once it is known; it stays after a time-out or an abortion of the waiting. */
  get reference(): string | undefined {
    return textOr(this.state.reference);
  }

  /** That the server has taken it, long before its end: it has an id now. Rejects with what it was refused with. */
  async submitted(): Promise<SubmittedJob> {
    const { etaSeconds, id, reference } = await this.#life.first();
    return { id, reference, etaSeconds };
  }
}

function textOr(text: string): string | undefined {
  return text === '' ? undefined : text;
}
