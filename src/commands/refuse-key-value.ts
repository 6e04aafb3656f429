import type { Command } from 'commander';

/** Ends a command that was given a key, or something that could be one, behind `-k`; it is not repeated. */
export function refuseKeyValue(command: Command): never {
  command.error(
    'error: a key is never taken from the command line, where every process on this machine can see it and the shell ' +
      'keeps it in its history. Give -k alone, as the last argument or before another option, and type the key when ' +
      'you are asked; or set it once: `civitkit login`, or `civitkit secrets set CivitaiApi:ApiKey`. If what you just ' +
      'typed was a key, remove it from the history of your shell; if others use this machine, replace it.',
  );
}
