import type { CivitaiError } from '@civitkit/core/client';
import { isJsonObject, type Parser } from '@civitkit/core/internal';
import { given } from '../../waiting/given.js';
import { idOf, textOf } from '../answers/read-fields.js';
import { ModelsLabJobError } from '../errors/modelslab-job-error.js';
import type { Beginning, PolledTask, Reading } from '../jobs/polled-task.js';
import { explainTaskError, type TaskFacts, taskClosed, taskTimeout } from '../jobs/task-errors.js';
import type { ModelsLabCall, ModelsLabCalls } from '../request/modelslab-calls.js';
import type { TrainingState } from './types.js';

/** What a read may take, in milliseconds. */
const readTimeMs = 35_000;

/** After the training itself the model is compressed, uploaded and deployed: that is not its end. */
const ready: ReadonlySet<string> = new Set(['model_ready', 'deployed', 'trained', 'completed']);

/** How a training is started. */
export interface TrainingStart {
  readonly call: ModelsLabCall;
  readonly headers: Readonly<Record<string, string>> | undefined;
}

type TrainingReading = Reading<TrainingState, TrainingState>;

/** The call that tells of a training. */
export function statusCall(operation: string, trainingId: string): ModelsLabCall {
  return { operation, path: ['v3', 'fine_tune_status', trainingId], repeatable: true };
}

/** Reads how far a training is. */
export function stateParser(trainingId: string): Parser<TrainingState> {
  return (json, context) => {
    const raw = isJsonObject(json) ? json : {};
    const state = textOf(raw['messege']) ?? textOf(raw['message']);
    if (state === undefined) throw context.wrongShape('"messege", the state of the training');
    const id = idOf(raw['training_id']) ?? trainingId;
    if (id === '') throw context.wrongShape('"training_id"');
    const description = textOf(raw['data']);
    return {
      trainingId: id,
      state: context.redact(state),
      ...(description === undefined ? {} : { description: context.redact(description) }),
      raw,
    };
  };
}

/** A training, as whoever waits for it sees it. */
export class TrainingTask implements PolledTask<TrainingState, TrainingState> {
  readonly initial: TrainingState;
  readonly begin?: (beginning: Beginning) => Promise<TrainingReading>;
  readonly #calls: ModelsLabCalls;
  #state: TrainingState;
  #sent = false;

  /** With an id it was started before. */
  constructor(calls: ModelsLabCalls, training: TrainingStart | string) {
    const isKnown = typeof training === 'string';
    this.#calls = calls;
    this.initial = { trainingId: isKnown ? training : '', state: isKnown ? 'unknown' : 'waiting', raw: {} };
    this.#state = this.initial;
    if (!isKnown) this.begin = (beginning) => this.#begin(training, beginning);
  }

  async read(signal: AbortSignal): Promise<TrainingReading> {
    const { trainingId } = this.#state;
    // It is asked again by the one who waits.
    const options = { signal, timeoutMs: readTimeMs, maxRetries: 0 };
    this.#state = await this.#calls.send(statusCall('training.status', trainingId), stateParser(trainingId), options);
    return this.#reading();
  }

  now(state: TrainingState): TrainingState {
    return state;
  }

  timedOut(timeoutMs: number): CivitaiError {
    return taskTimeout(this.#facts, timeoutMs);
  }

  closed(): CivitaiError {
    return taskClosed(this.#facts);
  }

  explain(error: CivitaiError): CivitaiError {
    return explainTaskError(error, this.#facts);
  }

  async #begin({ call, headers }: TrainingStart, beginning: Beginning): Promise<TrainingReading> {
    this.#sent = true;
    beginning.onSending();
    this.#state = await this.#calls.send(call, stateParser(''), { signal: beginning.signal, ...given({ headers }) });
    return this.#reading();
  }

  #reading(): TrainingReading {
    const progress = this.#state;
    const state = progress.state.toLowerCase();
    if (ready.has(state)) return { progress, end: { value: progress } };
    if (/cancel/.test(state)) return { progress, end: { error: this.#failure('was cancelled', 'job_canceled') } };
    if (/fail|error/.test(state)) return { progress, end: { error: this.#failure('failed', 'job_failed') } };
    return { progress };
  }

  #failure(what: string, code: 'job_failed' | 'job_canceled'): ModelsLabJobError {
    const { description, state, trainingId } = this.#state;
    return new ModelsLabJobError(`Training ${trainingId} ${what} (${[state, description].join(': ').slice(0, 300)}).`, {
      code,
      jobId: trainingId,
      details: this.#details,
    });
  }

  get #facts(): TaskFacts {
    return {
      name: this.#name,
      whatNow: this.#whatNow,
      details: this.#details,
      isKnown: this.#state.trainingId !== '',
      isSent: this.#sent,
    };
  }

  get #name(): string {
    const { trainingId } = this.#state;
    return trainingId === '' ? 'the training' : `training ${trainingId}`;
  }

  get #whatNow(): string {
    const { trainingId } = this.#state;
    if (trainingId !== '') return `It goes on: training.resume('${trainingId}') waits for it again.`;
    return this.#sent
      ? 'The server may have begun it, and bill it: it is not sent again by itself. training.list() tells.'
      : 'Nothing was sent.';
  }

  get #details(): Readonly<Record<string, unknown>> {
    const { state, trainingId } = this.#state;
    return trainingId === '' ? {} : { trainingId, trainingState: state };
  }
}
