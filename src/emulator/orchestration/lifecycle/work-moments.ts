import type { WorkPace } from './work-pace.js';
import type { OpenStatus } from './work-status.js';

/** The download a step waits for, as answers show it. */
export interface Preparation {
  readonly resource: string;
  /** Downloads ahead; 0 while it is transferring. */
  readonly queuePosition: number;
  readonly progress: number | null;
  readonly etaSeconds: number | null;
}

/** A state of a step that lasts until the next one. Nothing in between is computed from a clock. */
export interface WorkMoment {
  readonly status: OpenStatus;
  readonly ms: number;
  readonly preparation?: Preparation;
  readonly precedingJobs?: number;
  /** From 0 to 1. */
  readonly progress?: number;
}

function seconds(ms: number): number {
  return Math.ceil(ms / 1000);
}

function preparing(resource: string, ms: number): readonly WorkMoment[] {
  const states = [
    { queuePosition: 1, progress: null, etaSeconds: null },
    { queuePosition: 0, progress: 0, etaSeconds: seconds((ms * 2) / 3) },
    { queuePosition: 0, progress: 0.5, etaSeconds: seconds(ms / 3) },
  ];
  return states.map((state) => ({
    status: 'preparing',
    ms: ms / states.length,
    preparation: { resource, ...state },
    progress: state.progress ?? 0,
  }));
}

/** Waiting in the queue and the work behind it: what a job does again when it is tried again. */
export function jobMoments(pace: Required<WorkPace>): readonly WorkMoment[] {
  const waits = pace.queueMs === 0 ? 0 : pace.precedingJobs + 1;
  const reports = Math.max(1, pace.progressReports);
  const queue = Array.from(
    { length: waits },
    (_, index): WorkMoment => ({
      status: 'scheduled',
      ms: pace.queueMs / waits,
      precedingJobs: pace.precedingJobs - index,
    }),
  );
  const work = Array.from(
    { length: reports },
    (_, index): WorkMoment => ({
      status: 'processing',
      ms: pace.workMs / reports,
      progress: index / reports,
    }),
  );
  return [...queue, ...work];
}

/** Everything a step goes through, the download of `resource` first. */
export function stepMoments(resource: string, pace: Required<WorkPace>): readonly WorkMoment[] {
  return [...(pace.preparingMs === 0 ? [] : preparing(resource, pace.preparingMs)), ...jobMoments(pace)];
}
