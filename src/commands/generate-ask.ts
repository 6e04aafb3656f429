import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { interrupted } from '../interrupted.js';

/** Whom to ask, and what ends the question. */
export interface Asking {
  readonly io: CommandIo;
  readonly stop: AbortSignal;
}

/** What is said when it ends before something was submitted. */
export const nothingSpent = 'Nothing was submitted and nothing spent.';

/**
 * Asks before something is spent.
 *
 * @param unattended - what is said where nobody can answer
 * @throws CommandFailure unless somebody agrees
 */
export async function askToSpend(question: string, unattended: string, { io, stop }: Asking): Promise<void> {
  if (io.stdin.isTTY !== true || io.terminal.isTTY !== true) throw new CommandFailure(unattended, exitCode.usage);
  const { confirm, isCancel } = await import('@clack/prompts');
  const answer = await confirm({
    message: question,
    initialValue: false,
    input: io.stdin,
    output: io.terminal,
    signal: stop,
  });
  // Ctrl-C is a key here; any other signal is one.
  if (isCancel(answer)) throw interrupted(stop.aborted ? stop.reason : 'SIGINT', nothingSpent);
  if (!answer) throw new CommandFailure(nothingSpent, exitCode.refused);
}
