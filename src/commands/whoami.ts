import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addExamples } from './examples.js';
import { refuseTokens } from './generate-options.js';
import { addProjectOption } from './project-option.js';
import type { GetOptions } from './site-get.js';
import { addOutputOptions } from './site-output-options.js';

/** Completes `civitkit whoami`. */
export function defineWhoamiCommand(whoami: Command, io: CommandIo): void {
  addProjectOption(addOutputOptions(refuseTokens(whoami), 'print what the API gives, and nothing else, on stdout'));
  addExamples(
    whoami,
    ['civitkit whoami', 'civitkit whoami --json --fields id,username'],
    'Exit code 3 without a key, and with one that the site does not take.',
  );
  whoami.action(async (options: GetOptions) => {
    const { showWhoami } = await import('./whoami-action.js');
    await showWhoami(options, io);
  });
}
