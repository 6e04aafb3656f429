import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addExamples } from './examples.js';
import { refuseTokens } from './generate-options.js';
import { addProjectOption } from './project-option.js';
import { addGetCommand } from './site-commands.js';
import type { GetOptions } from './site-get.js';
import { addOutputOptions } from './site-output-options.js';

/** Completes `civitkit users` with its subcommands. */
export function defineUsersCommand(users: Command, io: CommandIo): void {
  const search = users
    .command('search <text...>')
    .description('find the up to five users whose names are most like a text, typing errors forgiven');
  addProjectOption(addOutputOptions(refuseTokens(search), 'print one JSON array, and nothing else, on stdout'));
  addExamples(search, ['civitkit users search some_creator', 'civitkit users search fox --json --fields id,username']);
  search.action(async (text: readonly string[], options: GetOptions) => {
    const { searchUsers } = await import('./users-search.js');
    await searchUsers(text.join(' '), options, io);
  });
  addGetCommand<GetOptions>(users, io, {
    argument: 'name|id|url',
    description: 'show a user; a name of digits alone is written with @ before it',
    examples: [
      'civitkit users get some_creator',
      'civitkit users get 12345',
      'civitkit users get https://civitai.com/user/some_creator --json',
    ],
    load: async () => (await import('./users-get.js')).getUser,
  });
}
