import type { Workflow } from '../generated/types.js';
import type { Hold } from './watched.js';

/** A workflow that was submitted, and what gives back the place it was submitted from. */
export interface Begun {
  readonly workflow: Workflow;
  leave(): void;
}

/** What stops a submission: before it is sent, and while it is on its way. */
export interface BeginSignals {
  readonly queueing: AbortSignal;
  readonly sending: AbortSignal;
}

/** What a run does with the server. */
export interface RunTask {
  /** Known beforehand when it was submitted by somebody else. */
  readonly workflowId?: string;
  /** By which the server knows the submission again. */
  readonly externalId?: string;
  /** The server keeps nothing of it after its end. */
  readonly ephemeral: boolean;
  /** Submits it. Absent when there is nothing to submit. */
  begin?(signals: BeginSignals): Promise<Begun>;
  read(workflowId: string, hold: Hold | undefined, signal: AbortSignal): Promise<Workflow>;
  cancel(workflowId: string): Promise<unknown>;
}
