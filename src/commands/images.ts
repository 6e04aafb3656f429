import type { ImagesFilter } from '@civitkit/core/client';
import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addGetCommand, addSearchCommand } from './site-commands.js';
import type { FilterFlags } from './site-filter-flags.js';
import type { GetOptions } from './site-get.js';
import { words } from './site-words.js';

/** The filter as it is typed: maturity levels may have names. */
export interface TypedImagesFilter extends Omit<ImagesFilter, 'browsingLevel'> {
  readonly browsingLevel?: string;
}

/** The flags of `civitkit images search`. */
export const imageFlags: FilterFlags<ImagesFilter> = {
  imageId: { kind: 'integer', value: 'id', help: 'one image' },
  postId: { kind: 'integer', value: 'id', help: 'images of this post' },
  modelId: { kind: 'integer', value: 'id', help: 'images of this model; give --model-version-id too where you can' },
  modelVersionId: { kind: 'integer', value: 'id', help: 'images of this version' },
  userId: { kind: 'integer', value: 'id', help: 'images of this user' },
  username: { kind: 'text', value: 'name', help: 'images of this user' },
  nsfw: {
    kind: 'textOrBoolean',
    value: 'ceiling',
    help: 'up to this maturity; without a word, mature images only',
    no: 'only PG, which is the default',
    words: words.nsfwLabel,
  },
  browsingLevel: {
    kind: 'levels',
    value: 'levels',
    help: 'exactly these maturity levels: names separated by commas, or their sum',
    words: ['PG', 'PG13', 'R', 'X', 'XXX', 'public', 'sfw', 'nsfw', 'all'],
  },
  tags: { kind: 'integers', help: 'ids of tags' },
  type: { kind: 'text', value: 'kind', help: 'kind of medium', words: words.mediaType },
  baseModels: { kind: 'texts', value: 'name', help: 'base model, such as "SDXL 1.0"' },
  withMeta: { kind: 'boolean', help: 'with how they were made', no: 'without, which is the default' },
  withTags: { kind: 'boolean', help: 'with their tags', no: 'without, which is the default' },
  sort: { kind: 'text', value: 'order', help: 'order', words: words.imageSort },
  period: { kind: 'text', value: 'period', help: 'how far back', words: words.period },
};

/** Completes `civitkit images` with its subcommands. */
export function defineImagesCommand(images: Command, io: CommandIo): void {
  addSearchCommand<TypedImagesFilter>(images, io, {
    description: 'search images, videos and sounds',
    flags: imageFlags,
    examples: [
      'civitkit images search --model-version-id 368189 --sort most-reactions',
      'civitkit images search --username some_creator --browsing-level sfw --limit 100 --ndjson --fields url',
      'civitkit images search --post-id 123 --with-meta --json',
    ],
    load: async () => (await import('./images-search.js')).searchImages,
  });
  addGetCommand<GetOptions>(images, io, {
    argument: 'id|url',
    description: 'show an image and how it was made',
    examples: ['civitkit images get 500001', 'civitkit images get https://civitai.com/images/500001 --json'],
    load: async () => (await import('./images-get.js')).getImage,
  });
}
