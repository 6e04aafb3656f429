import { Argument, type Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addExamples } from './examples.js';

/** The shells that there is a script for. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** One of {@link shells}. */
export type Shell = (typeof shells)[number];

/**
 * Completes `civitkit completion`.
 *
 * @param completeOthers - gives the other commands of the program what they take, for the script is made of that
 */
export function defineCompletionCommand(
  completion: Command,
  io: CommandIo,
  completeOthers: (program: Command) => Promise<void>,
): void {
  completion.addArgument(new Argument('<shell>', 'the shell').choices(shells));
  addExamples(completion, [
    'civitkit completion bash > ~/.local/share/bash-completion/completions/civitkit',
    'civitkit completion zsh > "${fpath[1]}/_civitkit"',
    'civitkit completion fish > ~/.config/fish/completions/civitkit.fish',
    'civitkit completion powershell >> $PROFILE',
  ]);
  completion.action(async (shell: Shell) => {
    const { printCompletion } = await import('./completion-action.js');
    const program = completion.parent ?? completion;
    await completeOthers(program);
    printCompletion(shell, program, io);
  });
}
