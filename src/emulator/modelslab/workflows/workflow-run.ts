import type { Timers } from '../../orchestration/lifecycle/timers.js';
import type { WorkGate } from '../../orchestration/lifecycle/work-gate.js';
import { readMarkers } from '../../orchestration/steps/markers.js';
import type { Members } from '../route.js';
import type { ListedWorkflow } from './workflow-list.js';

type RunStatus = 'pending' | 'running' | 'completed' | 'failed' | 'cancelled';

/** A step of a run. */
interface RunStep {
  readonly name: string;
  status: 'pending' | 'running' | 'completed' | 'failed';
  startedAt: Date | null;
  completedAt: Date | null;
}

/** A run of a workflow. */
export interface WorkflowRun {
  readonly id: number;
  readonly workflow: ListedWorkflow;
  readonly parameters: Members;
  readonly steps: readonly RunStep[];
  status: RunStatus;
  readonly startedAt: Date;
  completedAt: Date | null;
  /** Why it failed. */
  error?: string;
}

/** What runs are worked on with. */
export interface RunParts {
  readonly timers: Timers;
  readonly gate: WorkGate;
  /** How long each step takes. */
  readonly stepMs: number;
  /** Told once, when the run has ended. */
  readonly ended: (run: WorkflowRun) => void;
}

/** Whether a run may still change. */
export function isAtWork({ status }: WorkflowRun): boolean {
  return status === 'pending' || status === 'running';
}

/** Ends a run; what has not begun stays pending. */
export function endRun(run: WorkflowRun, status: RunStatus, { ended }: RunParts): void {
  run.status = status;
  run.completedAt = new Date();
  ended(run);
}

/** Lets a run go through its steps, one after another. */
export function startRun(run: WorkflowRun, parts: RunParts): void {
  const { gate, stepMs, timers } = parts;
  const begin = (index: number): void => {
    const step = run.steps[index];
    if (!isAtWork(run)) return;
    if (step === undefined) {
      endRun(run, 'completed', parts);
      return;
    }
    run.status = 'running';
    step.status = 'running';
    step.startedAt = new Date();
    const finish = (): void => {
      if (!isAtWork(run)) return;
      step.completedAt = new Date();
      const { failure } = readMarkers(run.parameters);
      step.status = failure === undefined ? 'completed' : 'failed';
      if (failure === undefined) begin(index + 1);
      else {
        run.error = failure.reason;
        endRun(run, 'failed', parts);
      }
    };
    timers.after(stepMs, () => {
      if (gate.stop('processing', finish) === undefined) finish();
    });
  };
  timers.after(0, () => begin(0));
}
