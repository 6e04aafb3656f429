/** How long emulated work takes. Each phase may be 0, and is then left out; work itself is not. */
export interface WorkPace {
  /** Until a step that could begin does; 10 unless told. */
  readonly unassignedMs?: number;
  /** Downloading what a step needs; 30 unless told. */
  readonly preparingMs?: number;
  /** Waiting in the queue; 30 unless told. */
  readonly queueMs?: number;
  /** The work itself; 80 unless told. The marker `[emulator:work=…]` in an input sets it for one step. */
  readonly workMs?: number;
  /** How often the work tells of its progress, first at 0; 4 unless told. */
  readonly progressReports?: number;
  /** How many jobs are ahead in the queue at first; 2 unless told. */
  readonly precedingJobs?: number;
}

/** The pace of an emulator that was told nothing: quick enough for tests, slow enough that every status can be seen. */
export const USUAL_PACE: Required<WorkPace> = {
  unassignedMs: 10,
  preparingMs: 30,
  queueMs: 30,
  workMs: 80,
  progressReports: 4,
  precedingJobs: 2,
};
