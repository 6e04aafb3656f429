import type { Workflow } from '../generated/types.js';

/** How the server is asked to hold its answer. */
export interface Hold {
  readonly waitSeconds: number;
  readonly until: 'completion' | 'change';
}

/** What a read brought. */
export interface News {
  /** Anything but the links, which are signed anew each time. */
  readonly changed: boolean;
  /** The status of the workflow or of a step. */
  readonly statusChanged: boolean;
}

/** A workflow that is being waited for, as the schedule sees it. */
export interface Watched {
  /** Somebody wants every change, not only the end. */
  wantsChanges(): boolean;
  /** It was read before; until then it is read at once, without a hold. */
  isKnown(): boolean;
  /** The server keeps nothing after the end, so that only a held read is sure to see it. */
  readonly urgent: boolean;
  /** How many reads may fail in a row. */
  readonly maxFailures: number;
  read(hold: Hold | undefined, signal: AbortSignal): Promise<Workflow>;
  receive(workflow: Workflow): News;
  /** It cannot be read any more. */
  fail(error: unknown): void;
}
