import type { Command } from 'commander';

/** Ends a command to which a secret was given as an argument, without repeating it. */
export function refuseSecretArgument(command: Command): never {
  command.error(
    'error: a secret is never taken from the command line, where every process on this machine can see it and the ' +
      'shell keeps it in its history. Run `civitkit secrets set <key>` and type the value at the prompt, or pipe it ' +
      'in: `civitkit secrets set <key> < file`. What you just typed is in your shell history: remove it there, and ' +
      'if others use this machine, replace the key.',
  );
}
