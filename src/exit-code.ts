/** What the process says to its caller; docs and scripts count on these numbers. */
export const exitCode = {
  ok: 0,
  /** Anything that has no number of its own. */
  failure: 1,
  /** The command line or what it points to cannot be used as it is; trying again does not help. */
  usage: 2,
  /** No key, a wrong one, no right, or too little Buzz. */
  denied: 3,
  notFound: 4,
  /** The network or the service failed, or was too slow: trying again may help. */
  unreachable: 5,
  /** A rate limit or a quota: later. */
  limited: 6,
  /** What came is not what was announced: hash, size, kind of content. */
  integrity: 7,
  /** This machine could not store it: full, read-only, no permission. */
  storage: 8,
  /** Not done for safety's sake, such as above `--max-cost`; an option allows it. */
  refused: 9,
  /** A workflow ended without success: failed, expired, canceled, or gone. */
  workflowFailed: 10,
  /** A moderation kept back some or all of what a workflow was to make. */
  withheld: 11,
  /** `EX_CONFIG` of sysexits: the configuration cannot be used. */
  configuration: 78,
  /** Ended by Ctrl-C, as shells report it. */
  interrupted: 130,
  /** Ended by SIGTERM, as shells report it. */
  terminated: 143,
} as const;

/** One of {@link exitCode}. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Ends a command with a message for the person and an exit code, without a stack. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly exitCode: ExitCode;

  constructor(message: string, code: ExitCode = exitCode.failure) {
    super(message);
    this.exitCode = code;
  }
}
