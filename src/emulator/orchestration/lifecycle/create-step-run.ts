import { type CreateStepRun, RepeatRun } from './repeat-run.js';
import { SingleStepRun } from './step-run.js';

/** Creates the run of a step: of a repeat, one that runs further steps. */
export const createStepRun: CreateStepRun = (step, around, ended) =>
  step.type === 'repeat' ? new RepeatRun(step, around, ended, createStepRun) : new SingleStepRun(step, around, ended);
