import type { Command } from 'commander';

/** Shows, below the help of a command, how it is used. */
export function addExamples(command: Command, examples: readonly string[], notes?: string): Command {
  const lines = ['', 'Examples:', ...examples.map((example) => `  ${example}`)];
  return command.addHelpText('after', [...lines, ...(notes === undefined ? [] : ['', notes])].join('\n'));
}
