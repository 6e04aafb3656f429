import type { Workflow, WorkflowStatus } from '../generated/types.js';

/** How far a workflow is. What the server does not say is `undefined`. */
export interface WorkflowProgress {
  /** As it was read. */
  readonly workflow: Workflow;
  readonly status: WorkflowStatus;
  /** Work done, 0 to 1; never falls. `undefined` while nothing is known but that it is being worked on. */
  readonly progress: number | undefined;
  /** How many jobs come before its next one. */
  readonly queuePosition: number | undefined;
  /** Until the end, as far as the server estimates it, in seconds. */
  readonly etaSeconds: number | undefined;
  /** What the first step that waits for a resource waits for. */
  readonly preparing: PreparationProgress | undefined;
  readonly steps: readonly StepProgress[];
}

/** How far a step is. */
export interface StepProgress {
  readonly name: string;
  /** Its kind, such as `textToImage`. */
  readonly $type: string;
  readonly status: WorkflowStatus;
  /** Work done, 0 to 1; never falls. The download of a resource is in `preparation`. */
  readonly progress: number | undefined;
  /** How many jobs come before its next one. */
  readonly queuePosition: number | undefined;
  /** Until its end, in seconds. */
  readonly etaSeconds: number | undefined;
  /** Present while it waits for a resource. */
  readonly preparation: PreparationProgress | undefined;
  readonly jobs: readonly JobProgress[];
}

/** A resource on its way to a worker. */
export interface PreparationProgress {
  /** Its AIR. */
  readonly resource: string;
  /** How much of it is there, 0 to 1. */
  readonly progress: number | undefined;
  /** Downloads before it; 0 once it is being transferred. */
  readonly queuePosition: number | undefined;
  /** Until it is there, in seconds. */
  readonly etaSeconds: number | undefined;
}

/** How far a job is; a step may have several, and get more while it runs. */
export interface JobProgress {
  readonly id: string;
  readonly status: WorkflowStatus;
  /** 0 to 1. */
  readonly progress: number | undefined;
  /** How many jobs come before it. */
  readonly queuePosition: number | undefined;
  /** Until its end, in seconds. */
  readonly etaSeconds: number | undefined;
}
