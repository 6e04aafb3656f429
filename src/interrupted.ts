import { CommandFailure, type ExitCode, exitCode } from './exit-code.js';

/** The failure of a command that a signal ended; `reason` is that of `stopSignal()`. */
export function interrupted(reason: unknown, message: string): CommandFailure {
  return new CommandFailure(message, interruptedCode(reason));
}

/** Does something that listens to the signal itself; when it is why it fails, `message` is what it comes to. */
export async function untilStopped<T>(stop: AbortSignal, message: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw stop.aborted ? interrupted(stop.reason, message) : error;
  }
}

function interruptedCode(reason: unknown): ExitCode {
  return reason === 'SIGTERM' ? exitCode.terminated : exitCode.interrupted;
}
