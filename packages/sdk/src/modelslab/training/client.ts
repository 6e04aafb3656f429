import type { CallOptions, CivitaiPromise } from '@civitkit/core/client';
import { type Acknowledgement, parseAcknowledgement } from '../answers/acknowledgement.js';
import { checkWaitOptions, type WaitOptions } from '../jobs/job-options.js';
import { PolledLife, type PollSurroundings } from '../jobs/polled-life.js';
import { listFineTuned } from '../models/fine-tuned.js';
import type { ModelsLabCall, ModelsLabCalls } from '../request/modelslab-calls.js';
import { revealSecrets } from '../request/reveal-secrets.js';
import { ModelsLabTraining } from './modelslab-training.js';
import { stateParser, statusCall, type TrainingStart, TrainingTask } from './training-task.js';
import type { StartTrainingParameters, TrainingState } from './types.js';

/** How a training is waited for. */
export interface TrainingOptions extends WaitOptions<TrainingState> {
  /** How long, in milliseconds; `null`, the default, for as long as it takes. */
  readonly timeoutMs?: number | null | undefined;
  /** Further request headers of the start. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Trainings of LoRAs: `modelsLab.training`. */
export class ModelsLabTrainings {
  readonly #calls: ModelsLabCalls;
  readonly #around: PollSurroundings;

  /** For `ModelsLabClient`. */
  constructor(calls: ModelsLabCalls, around: PollSurroundings) {
    this.#calls = calls;
    this.#around = around;
  }

  /**
   * Starts a training; the handle is there at once. The parameters are read at once and stay as they are.
   *
   * @throws TypeError, RangeError for mistakes in the arguments
   */
  start(parameters: StartTrainingParameters, options: TrainingOptions = {}): ModelsLabTraining {
    const operation = 'training.start';
    checkWaitOptions(`modelslab.${operation}`, options);
    const revealed = revealSecrets(operation, parameters, ['wandb_key']);
    const call: ModelsLabCall = {
      operation,
      path: ['v3', 'lora_fine_tune'],
      parameters: JSON.parse(JSON.stringify(revealed.parameters)) as object,
      forms: { numberAsText: ['max_train_steps', 'seed'] },
      attemptTimeoutMs: null,
      ...(revealed.confidential.length === 0 ? {} : { confidential: revealed.confidential }),
    };
    return this.#handle({ call, headers: options.headers }, options);
  }

  /** Waits for a training that exists; nothing is asked before somebody waits for it. */
  resume(trainingId: string, options: TrainingOptions = {}): ModelsLabTraining {
    checkWaitOptions('modelslab.training.resume', options);
    return this.#handle(trainingId, options);
  }

  /** How far a training is. */
  status(trainingId: string, options?: CallOptions): CivitaiPromise<TrainingState> {
    return this.#calls.send(statusCall('training.status', trainingId), stateParser(trainingId), options);
  }

  /** Asks the server to end a training. */
  cancel(trainingId: string, options?: CallOptions): CivitaiPromise<Acknowledgement> {
    const call = { operation: 'training.cancel', path: ['v3', 'cancel_training', trainingId], repeatable: true };
    return this.#calls.send(call, parseAcknowledgement, options);
  }

  /** Deletes a trained model. */
  delete(trainingId: string, options?: CallOptions): CivitaiPromise<Acknowledgement> {
    const call = { operation: 'training.delete', path: ['v3', 'finetune', 'delete', trainingId] };
    return this.#calls.send(call, parseAcknowledgement, options);
  }

  /** Ids of the models that the account has trained. */
  list(options?: CallOptions): CivitaiPromise<readonly string[]> {
    return listFineTuned(this.#calls, 'training.list', options);
  }

  #handle(training: TrainingStart | string, options: TrainingOptions): ModelsLabTraining {
    const { timeoutMs = null } = options;
    const life = new PolledLife(new TrainingTask(this.#calls, training), { ...options, timeoutMs }, this.#around);
    return new ModelsLabTraining(life, (trainingId) => this.cancel(trainingId));
  }
}
