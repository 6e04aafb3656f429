import { type Command, InvalidArgumentError, Option } from 'commander';
import { addProjectOption, type ProjectOption } from './project-option.js';
import { addOutputOptions, type OutputOptions } from './site-output-options.js';

const group = 'How much:';

/** What {@link addListOptions} adds. */
export interface ListOptions extends ProjectOption, OutputOptions {
  readonly limit: number;
  readonly all?: boolean;
  readonly cursor?: string;
  readonly pageSize?: number;
  readonly ndjson?: boolean;
}

/** Adds the options that every list has. */
export function addListOptions(command: Command): Command {
  command
    .addOption(new Option('--limit <number>', 'how many at most').argParser(parseWhole).default(20).helpGroup(group))
    .addOption(new Option('--all', 'all of them, whatever --limit says').helpGroup(group))
    .addOption(new Option('--cursor <cursor>', 'go on where an earlier list ended').helpGroup(group))
    .addOption(
      new Option('--page-size <number>', 'how many to ask the site for at a time')
        .argParser(parseWhole)
        .helpGroup(group),
    );
  addOutputOptions(command, 'print one JSON array of what the API gives, and nothing else, on stdout').addOption(
    new Option('--ndjson', 'the same, one line of JSON each, as they come').conflicts('json').helpGroup('Output:'),
  );
  return addProjectOption(command);
}

function parseWhole(text: string): number {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  if (!(value >= 1 && Number.isSafeInteger(value))) throw new InvalidArgumentError('It must be a whole number from 1.');
  return value;
}
