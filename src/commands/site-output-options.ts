import { type Command, InvalidArgumentError, Option } from 'commander';
import type { FieldPath } from '../output/fields.js';

const group = 'Output:';

/** What {@link addOutputOptions} adds. */
export interface OutputOptions {
  readonly json?: boolean;
  readonly fields?: readonly FieldPath[];
}

/** Adds `--json` and `--fields`. */
export function addOutputOptions(command: Command, json: string): Command {
  return command
    .addOption(new Option('--json', json).helpGroup(group))
    .addOption(
      new Option('--fields <names>', 'only these members, such as id,name,creator.username')
        .argParser(parseFields)
        .helpGroup(group),
    );
}

/** Paths separated by commas, their parts by dots. */
function parseFields(text: string): readonly FieldPath[] {
  const paths = text.split(',').map((path) => path.trim().split('.'));
  if (paths.flat().some((part) => part === '')) {
    throw new InvalidArgumentError('It must be names separated by commas, such as id,creator.username.');
  }
  return paths;
}
