import { type Command, InvalidArgumentError } from 'commander';
import { fileNameTokens, unknownTokens } from './workflows-file-names.js';

/** What {@link addSaveOptions} adds: how files are called. */
export interface SaveOptions {
  readonly name: string;
  readonly overwrite?: boolean;
}

/** Adds the options about the names of files. */
export function addSaveOptions(command: Command): Command {
  return command
    .option(
      '--name <pattern>',
      `how files are called, without ending: ${fileNameTokens.map((token) => `{${token}}`).join(' ')}`,
      parsePattern,
      '{workflow}_{index}',
    )
    .option('--overwrite', 'replace files that are there already');
}

function parsePattern(text: string): string {
  const unknown = unknownTokens(text);
  if (unknown.length > 0) throw new InvalidArgumentError(`There is no ${unknown.join(', ')}.`);
  if (/[/\\]/.test(text)) throw new InvalidArgumentError('It names files, not folders; --out names the folder.');
  if (text.trim() === '') throw new InvalidArgumentError('It is empty.');
  return text;
}
