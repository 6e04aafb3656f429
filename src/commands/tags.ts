import type { TagsFilter } from '@civitkit/core/client';
import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addSearchCommand } from './site-commands.js';
import type { FilterFlags } from './site-filter-flags.js';
import { words } from './site-words.js';

/** The flags of `civitkit tags search`. */
export const tagFlags: FilterFlags<TagsFilter> = {
  query: { kind: 'text', help: 'beginning of the name; without it only featured tags come' },
  sort: { kind: 'text', value: 'order', help: 'order', words: words.tagSort },
};

/** Completes `civitkit tags` with its subcommand. */
export function defineTagsCommand(tags: Command, io: CommandIo): void {
  addSearchCommand<TagsFilter>(tags, io, {
    description: 'search tags of models',
    flags: tagFlags,
    examples: ['civitkit tags search anim', 'civitkit tags search --sort most-models --json'],
    load: async () => (await import('./tags-search.js')).searchTags,
  });
}
