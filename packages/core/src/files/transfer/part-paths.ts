/** The names of everything that belongs to a download, all beside the file itself. */
export interface PartPaths {
  readonly target: string;
  /** The bytes so far. */
  readonly part: string;
  /** What is known of them. */
  readonly journal: string;
  /** Says which process is at it. */
  readonly lock: string;
  /** Where bytes go that turned out to be wrong. */
  readonly bad: string;
}

/** The names that belong to `target`. */
export function partPaths(target: string): PartPaths {
  return {
    target,
    part: `${target}.part`,
    journal: `${target}.part.json`,
    lock: `${target}.part.lock`,
    bad: `${target}.bad`,
  };
}
