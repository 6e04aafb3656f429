/** What the process says to its caller. */
export const exitCode = {
  ok: 0,
  failure: 1,
  usage: 2,
  /** `EX_CONFIG` of sysexits: the configuration cannot be used. */
  configuration: 78,
  /** Ended by Ctrl-C, as shells report it. */
  interrupted: 130,
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
