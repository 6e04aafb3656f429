import { PassThrough, Readable } from 'node:stream';
import type { CommandIo } from '../../src/command-io.js';

/** A {@link CommandIo} that keeps what was printed. */
export interface FakeIo extends CommandIo {
  readonly outLines: string[];
  readonly errLines: string[];
  /** Stands in for SIGTERM. */
  stop(): void;
}

interface FakeIoOptions {
  readonly cwd: string;
  /** Required, so that no test reads the secrets of whoever runs it. */
  readonly homeDirectory: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly stdin?: string;
  readonly columns?: number;
}

export function fakeIo({ cwd, homeDirectory, env = {}, stdin = '', columns }: FakeIoOptions): FakeIo {
  const outLines: string[] = [];
  const errLines: string[] = [];
  const stopping = new AbortController();
  return {
    outLines,
    errLines,
    out: (line) => void outLines.push(...line.split('\n')),
    err: (line) => void errLines.push(...line.split('\n')),
    stdin: Readable.from([stdin]),
    terminal: new PassThrough(),
    env,
    cwd,
    homeDirectory,
    columns,
    stopSignal: () => stopping.signal,
    stop: () => stopping.abort(),
  };
}
