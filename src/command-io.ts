import type { Readable, Writable } from 'node:stream';

/** Everything a command touches of the process that runs it; tests give their own. */
export interface CommandIo {
  /** Writes one line of results. */
  out(line: string): void;
  /** Writes one line meant for the person: progress, hints, errors. */
  err(line: string): void;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** Where prompts and progress draw; never the stream results go to. */
  readonly terminal: Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Where the user secrets lie; undefined means the home folder of the user. */
  readonly homeDirectory?: string | undefined;
  /** Width of the terminal results are written to; undefined when they go to a file or a pipe. */
  readonly columns: number | undefined;
  /** Aborted when the process is asked to end (SIGINT, SIGTERM). Reading it is what takes over those signals. */
  stopSignal(): AbortSignal;
}
