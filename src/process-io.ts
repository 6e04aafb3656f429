import process from 'node:process';
import type { CommandIo } from './command-io.js';
import { exitCode } from './exit-code.js';

/** The real process as a {@link CommandIo}. */
export function processIo(): CommandIo {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endOnBrokenPipe);
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    stdin: process.stdin,
    terminal: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    // some terminals say 0, which is no width at all
    columns: process.stdout.isTTY && process.stdout.columns > 0 ? process.stdout.columns : undefined,
    stopSignal,
  };
}

/** `civitkit … | head`: the reader has seen enough, which is no failure and nothing to print about. */
function endOnBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') process.exitCode = exitCode.failure;
  process.exit();
}

function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const names = ['SIGINT', 'SIGTERM'] as const;
  // only the first: a second one, of either kind, ends the process the hard way when closing hangs
  const stop = (name: NodeJS.Signals): void => {
    for (const each of names) process.off(each, stop);
    controller.abort(name);
  };
  for (const name of names) process.on(name, stop);
  return controller.signal;
}
