import { PolledHandle } from '../jobs/polled-handle.js';
import type { PolledLife } from '../jobs/polled-life.js';
import type { TrainingState } from './types.js';

/**
 * A training on its way, there as soon as it is asked for: await it until its model is ready, iterate it for its progress,
 * both or neither. Awaiting it rejects with a `ModelsLabJobError` when it failed or was cancelled.
 *
 * Trainings take half an hour and more; the id is all that another process needs to `resume` one. Since a training can be
 * awaited, an `async` function that returns one returns its last state: return the id, or an object.
 *
 * @example
 * ```ts
 * import { createModelsLabClient } from '@civitkit/sdk/modelslab/client';
 *
 * using modelsLab = createModelsLabClient();
 * const training = modelsLab.training.start({
 *   instance_prompt: 'photo of zzk person',
 *   class_prompt: 'photo of a person',
 *   images: ['https://files.example.com/1.png', 'https://files.example.com/2.png'],
 *   training_type: 'null',
 *   max_train_steps: 18,
 * });
 * console.log((await training.submitted()).trainingId);
 * for await (const { state, description } of training) console.log(state, description);
 * ```
 */
export class ModelsLabTraining extends PolledHandle<TrainingState, TrainingState> {
  readonly #life: PolledLife<TrainingState, TrainingState>;
  readonly #cancel: (trainingId: string) => PromiseLike<unknown>;

  /** For `ModelsLabTrainings`. */
  constructor(life: PolledLife<TrainingState, TrainingState>, cancel: (trainingId: string) => PromiseLike<unknown>) {
    super(life);
    this.#life = life;
    this.#cancel = cancel;
  }

  /** Once it is known: see {@link ModelsLabTraining.submitted}. */
  get trainingId(): string | undefined {
    return this.state.trainingId === '' ? undefined : this.state.trainingId;
  }

  /** That the server has taken it, long before its end: it has an id now. Rejects with what it was refused with. */
  submitted(): Promise<TrainingState> {
    return this.#life.first();
  }

  /** Asks the server to end the training. */
  async cancel(): Promise<void> {
    await this.#cancel(this.trainingId ?? (await this.submitted()).trainingId);
    this.#life.hurry();
  }
}
