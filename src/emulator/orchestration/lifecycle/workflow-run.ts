import { ARGUMENTS, findStep, type Reference, readPath } from '../references/reference.js';
import type { Markers } from '../steps/markers.js';
import type { StepEnd, StepRecord, WorkflowRecord } from '../workflows/workflow-record.js';
import { createStepRun } from './create-step-run.js';
import type { StepRun, StepSurroundings } from './step-run.js';
import type { Timers } from './timers.js';
import type { WorkGate } from './work-gate.js';
import type { WorkPace } from './work-pace.js';
import { isFinal, statusOfWhole } from './work-status.js';

/** What workflows run in. */
export interface RunSurroundings {
  readonly pace: Required<WorkPace>;
  readonly timers: Timers;
  readonly gate: WorkGate;
  /** Does the work of a step. */
  readonly produce: (workflow: WorkflowRecord, step: StepRecord, markers: Markers) => unknown;
  /** A step's output as others may refer to it. */
  readonly show: (step: StepRecord) => unknown;
  /** Settles what a workflow costs, once it has its last status and before anybody is told. */
  readonly settle: (workflow: WorkflowRecord) => void;
  /** A step has changed. */
  readonly stepChanged: (workflow: WorkflowRecord, step: StepRecord, repeated: boolean) => void;
  /** The workflow has got another status. */
  readonly statusChanged: (workflow: WorkflowRecord) => void;
  /** Anything has changed; after all the others. */
  readonly changed: (workflow: WorkflowRecord) => void;
}

/** A workflow on its way. */
export interface WorkflowRun {
  /** Ends every open step; one that has a name, only that. What depends on it is canceled. */
  end(end: StepEnd, stepName?: string): void;
}

/** Starts a workflow: steps begin once everything they refer to has succeeded, and are canceled when it has not. */
export function startWorkflow(workflow: WorkflowRecord, around: RunSurroundings): WorkflowRun {
  let jobCount = 0;
  const begun = new Set<string>();
  const stepAt = (name: string): StepRecord | undefined => workflow.steps[findStep(workflow.steps, name)];

  const update = (): void => {
    const status = statusOfWhole(workflow.steps.map((step) => step.status));
    const changes = status !== workflow.status;
    workflow.status = status;
    if (status !== 'unassigned') workflow.startedAt ??= Date.now();
    if (changes && isFinal(status)) {
      workflow.completedAt = Date.now();
      around.settle(workflow);
    }
    if (changes) around.statusChanged(workflow);
    around.changed(workflow);
  };

  const lookUp = ({ source, path }: Reference): unknown => {
    if (source === ARGUMENTS) return readPath(workflow.settings.arguments, path);
    const step = stepAt(source);
    return step === undefined ? undefined : readPath({ output: around.show(step) }, path);
  };

  const surroundings: StepSurroundings = {
    ...around,
    newJobId: () => {
      jobCount += 1;
      return `${workflow.id}-j${jobCount}`;
    },
    lookUp,
    produce: (step, markers) => around.produce(workflow, step, markers),
    changed: (step, repeated) => {
      around.stepChanged(workflow, step, repeated);
      update();
    },
  };

  /** Begins what may begin, and cancels what never will. */
  const advance = (): void => {
    for (const step of workflow.steps) {
      if (isFinal(step.status) || begun.has(step.name)) continue;
      const needs = step.needs.map((name) => stepAt(name)?.status ?? 'failed');
      if (needs.some((status) => isFinal(status) && status !== 'succeeded')) runOf(step).end({ status: 'canceled' });
      else if (needs.every((status) => status === 'succeeded')) {
        begun.add(step.name);
        runOf(step).begin();
      }
    }
  };

  const ended = (step: StepRecord): void => {
    around.stepChanged(workflow, step, false);
    advance();
    update();
  };
  const runs = new Map<string, StepRun>(
    workflow.steps.map((step) => [step.name, createStepRun(step, surroundings, ended)]),
  );
  const runOf = (step: StepRecord): StepRun => runs.get(step.name) as StepRun;

  around.statusChanged(workflow);
  for (const step of workflow.steps) around.stepChanged(workflow, step, false);
  advance();
  return {
    end: (end, stepName) => {
      const steps = workflow.steps.filter(({ name }) => stepName === undefined || name === stepName);
      for (const step of steps) runOf(step).end(end);
    },
  };
}
