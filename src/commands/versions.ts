import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addGetCommand } from './site-commands.js';
import type { GetOptions } from './site-get.js';

/** What `civitkit versions get` takes. */
export interface VersionGetOptions extends GetOptions {
  readonly description?: boolean;
}

/** Completes `civitkit versions` with its subcommands. The API has no list of versions: they come with their model. */
export function defineVersionsCommand(versions: Command, io: CommandIo): void {
  addGetCommand<VersionGetOptions>(versions, io, {
    argument: 'id|url|air|hash',
    description: 'show a version of a model with its files and all their hashes',
    add: (command) => command.option('--description', 'show what its creator writes about it, as Markdown'),
    examples: [
      'civitkit versions get 368189',
      'civitkit versions get 13B7994FAE',
      'civitkit versions get urn:air:sdxl:lora:civitai:328553@368189',
      'civitkit versions get "https://civitai.com/models/827184?modelVersionId=1761560" --json --fields air,files.hashes',
    ],
    load: async () => (await import('./versions-get.js')).getVersion,
  });
}
