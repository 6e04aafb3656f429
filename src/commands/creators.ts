import type { CreatorsFilter } from '@civitkit/core/client';
import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addSearchCommand } from './site-commands.js';
import type { FilterFlags } from './site-filter-flags.js';

/** The flags of `civitkit creators search`. */
export const creatorFlags: FilterFlags<CreatorsFilter> = {
  query: { kind: 'text', help: 'part of the name' },
};

/** Completes `civitkit creators` with its subcommand. */
export function defineCreatorsCommand(creators: Command, io: CommandIo): void {
  addSearchCommand<CreatorsFilter>(creators, io, {
    description: 'search those who have made models; slow, for the site is',
    flags: creatorFlags,
    examples: ['civitkit creators search fox', 'civitkit creators search --all --ndjson --fields username,modelCount'],
    load: async () => (await import('./creators-search.js')).searchCreators,
  });
}
