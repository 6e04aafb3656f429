import type { ArticlesFilter } from '@civitkit/core/client';
import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addGetCommand, addSearchCommand } from './site-commands.js';
import type { FilterFlags } from './site-filter-flags.js';
import type { GetOptions } from './site-get.js';
import { words } from './site-words.js';

/** What `civitkit articles get` takes. */
export interface ArticleGetOptions extends GetOptions {
  readonly content?: boolean;
}

/** The flags of `civitkit articles search`. */
export const articleFlags: FilterFlags<ArticlesFilter> = {
  query: { kind: 'text', help: 'part of the title' },
  tags: { kind: 'integers', help: 'ids of tags' },
  username: { kind: 'text', value: 'name', help: 'articles of this author' },
  nsfw: { kind: 'boolean', help: 'all maturity levels', no: 'only PG, which is the default' },
  sort: { kind: 'text', value: 'order', help: 'order', words: words.articleSort },
};

/** Completes `civitkit articles` with its subcommands. */
export function defineArticlesCommand(articles: Command, io: CommandIo): void {
  addSearchCommand<ArticlesFilter>(articles, io, {
    description: 'search articles',
    flags: articleFlags,
    examples: ['civitkit articles search lora', 'civitkit articles search --sort most-bookmarks --limit 5'],
    load: async () => (await import('./articles-search.js')).searchArticles,
  });
  addGetCommand<ArticleGetOptions>(articles, io, {
    argument: 'id|url',
    description: 'show an article',
    add: (command) => command.option('--content', 'show its text, as Markdown'),
    examples: [
      'civitkit articles get 3001 --content',
      'civitkit articles get https://civitai.com/articles/3001 --json',
    ],
    load: async () => (await import('./articles-get.js')).getArticle,
  });
}
