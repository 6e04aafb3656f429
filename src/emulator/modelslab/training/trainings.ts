import type { Timers } from '../../orchestration/lifecycle/timers.js';
import type { WorkGate } from '../../orchestration/lifecycle/work-gate.js';
import { readMarkers } from '../../orchestration/steps/markers.js';
import type { Members } from '../route.js';
import type { Webhooks } from '../webhooks/webhooks.js';

/** A training. */
export interface Training {
  readonly id: string;
  readonly parameters: Members;
  /** One of the states below, `training_failed`, or `training_cancelled`. */
  state: string;
}

/** What trainings are worked on with. */
export interface TrainingParts {
  readonly timers: Timers;
  readonly gate: WorkGate;
  readonly webhooks: Webhooks;
  /** How long each state lasts. */
  readonly stepMs: number;
}

/** The trainings of one emulator. */
export interface Trainings {
  start(parameters: Members): Training;
  find(id: string): Training | undefined;
  /** False when it had ended. */
  cancel(training: Training): boolean;
  remove(id: string): void;
  all(): readonly Training[];
}

/** In order; the last one is for good. */
const STATES = [
  'deploying_gpu',
  'training_started',
  'training_success',
  'trained_model_uploading',
  'deploying_model',
  'model_ready',
] as const;

/** What is said with each. */
const SENTENCES: Readonly<Record<string, string>> = {
  deploying_gpu: 'it will take up to 30 minutes.',
  training_started: 'Step:1 Training Started, 5 Steps to go : ETA : 30 minutes',
  training_success: 'Step:2 Training Done, 4 Steps to go : ETA : 15 minutes',
  trained_model_uploading: 'Step:3 Model Uploading, 3 Steps to go : ETA : 10 minutes',
  deploying_model: 'Step:4 Model Uploaded, 2 Steps to go : ETA : 5 minutes',
  model_ready: 'Model loaded successfully',
};

/** The sentence of a state. */
export function sentenceOf({ parameters, state }: Training): string {
  if (state === 'training_failed') return readMarkers(parameters).failure?.reason ?? 'Training failed';
  return SENTENCES[state] ?? '';
}

/** Creates an empty list of trainings. */
export function createTrainings({ gate, stepMs, timers, webhooks }: TrainingParts): Trainings {
  const trainings = new Map<string, Training>();
  let count = 0;

  const become = (training: Training, state: string): void => {
    training.state = state;
    const event = { training_status: state, logs: sentenceOf(training), model_id: training.id };
    const status = state === 'training_failed' ? 'failed' : 'success';
    webhooks.deliver('training', training.id, training.parameters['webhook'], { status, ...event });
  };
  const goOn = (training: Training, index: number): void => {
    const next = STATES[index];
    // Cancelled meanwhile.
    if (next === undefined || training.state !== STATES[index - 1]) return;
    if (next === 'training_success' && readMarkers(training.parameters).failure !== undefined) {
      become(training, 'training_failed');
      return;
    }
    become(training, next);
    wait(training, index + 1);
  };
  const wait = (training: Training, index: number): void => {
    timers.after(stepMs, () => {
      if (gate.stop('processing', () => goOn(training, index)) === undefined) goOn(training, index);
    });
  };

  return {
    start: (parameters) => {
      count += 1;
      const training: Training = { id: `F5jvdzGn${count.toString(36).padStart(2, '0')}`, parameters, state: STATES[0] };
      trainings.set(training.id, training);
      become(training, STATES[0]);
      wait(training, 1);
      return training;
    },
    find: (id) => trainings.get(id),
    cancel: (training) => {
      const isAtWork = STATES.slice(0, -1).some((state) => state === training.state);
      if (isAtWork) become(training, 'training_cancelled');
      return isAtWork;
    },
    remove: (id) => {
      trainings.delete(id);
    },
    all: () => [...trainings.values()],
  };
}
