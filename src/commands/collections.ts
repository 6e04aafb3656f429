import type { CollectionsFilter } from '@civitkit/core/client';
import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addGetCommand, addSearchCommand } from './site-commands.js';
import type { FilterFlags } from './site-filter-flags.js';
import type { GetOptions } from './site-get.js';
import { words } from './site-words.js';

/** The flags of `civitkit collections search`. */
export const collectionFlags: FilterFlags<CollectionsFilter> = {
  query: { kind: 'text', help: 'part of the name' },
  nsfw: { kind: 'boolean', help: 'all maturity levels', no: 'only PG, which is the default' },
  sort: { kind: 'text', value: 'order', help: 'order; "Most Followers" ends after 100', words: words.collectionSort },
};

/** Completes `civitkit collections` with its subcommands. */
export function defineCollectionsCommand(collections: Command, io: CommandIo): void {
  addSearchCommand<CollectionsFilter>(collections, io, {
    description: 'search public collections',
    flags: collectionFlags,
    examples: ['civitkit collections search cats', 'civitkit collections search --sort most-followers'],
    load: async () => (await import('./collections-search.js')).searchCollections,
  });
  addGetCommand<GetOptions>(collections, io, {
    argument: 'id|url',
    description: 'show a collection; the API does not tell what is in it',
    examples: ['civitkit collections get 7001', 'civitkit collections get https://civitai.com/collections/7001 --json'],
    load: async () => (await import('./collections-get.js')).getCollection,
  });
}
