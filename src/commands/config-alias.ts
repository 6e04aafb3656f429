import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { collectText } from './download-values.js';
import { addExamples } from './examples.js';

/** Everything that `civitkit config alias` takes. */
export interface ConfigAliasOptions {
  /** The name; the folder is an argument. */
  readonly add?: string;
  readonly delete?: readonly string[];
  readonly json?: boolean;
}

const notes = `An alias counts as the first part of a folder: \`--dir @loras/style\`. It wins over a folder of its name. Its own folder may
begin with another alias, and then follows that one, or with ~.`;

/** Completes `civitkit config alias` with its options and what it does. */
export function defineConfigAliasCommand(alias: Command, io: CommandIo): void {
  alias
    .argument('[folder]', 'what the alias of --add stands for')
    .option('-a, --add <name>', 'give this name to a folder')
    .option('-d, --delete <name>', 'remove it; may be repeated', collectText)
    .option('--json', 'print JSON');
  addExamples(
    alias,
    [
      'civitkit config alias --add @models ~/models',
      'civitkit config alias --add @loras @models/loras',
      'civitkit config alias',
    ],
    notes,
  );
  alias.action(async (folder: string | undefined, options: ConfigAliasOptions) => {
    const { runConfigAlias } = await import('./config-alias-action.js');
    await runConfigAlias(folder, options, io);
  });
}
