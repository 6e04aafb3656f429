import type { ModelsFilter } from '@civitkit/core/client';
import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addGetCommand, addSearchCommand } from './site-commands.js';
import type { FilterFlags } from './site-filter-flags.js';
import type { GetOptions } from './site-get.js';
import { words } from './site-words.js';

/** What `civitkit models get` takes. */
export interface ModelGetOptions extends GetOptions {
  readonly description?: boolean;
}

/** The flags of `civitkit models search`. */
export const modelFlags: FilterFlags<ModelsFilter> = {
  query: { kind: 'text', help: 'text to search for; the order is that of relevance then' },
  tag: { kind: 'text', value: 'name', help: 'exact name of a tag' },
  username: { kind: 'text', value: 'name', help: 'models of this creator' },
  types: { kind: 'texts', value: 'type', help: 'kind of model', words: words.modelType },
  baseModels: { kind: 'texts', value: 'name', help: 'base model, such as "SDXL 1.0"' },
  ids: { kind: 'integers', help: 'ids of models' },
  modelVersionIds: { kind: 'integers', help: 'models of these versions' },
  checkpointType: { kind: 'text', value: 'type', help: 'how a checkpoint was made', words: words.checkpointType },
  allowCommercialUse: { kind: 'texts', value: 'use', help: 'models that allow this', words: words.commercialUse },
  fileFormats: { kind: 'texts', value: 'format', help: 'models with such files', words: words.fileFormat },
  nsfw: { kind: 'boolean', help: 'all maturity levels', no: 'only PG, which is the default' },
  supportsGeneration: { kind: 'switch', help: "models that Civitai's generator can use" },
  fromPlatform: { kind: 'switch', help: 'models that were trained at Civitai' },
  earlyAccess: { kind: 'switch', help: 'models in early access' },
  archived: { kind: 'switch', help: 'archived models as well' },
  newCreators: { kind: 'boolean', help: 'models of new creators', no: 'models of others' },
  primaryFileOnly: { kind: 'boolean', help: 'one file a version only', no: 'all files, which is the default' },
  favorites: { kind: 'switch', help: 'your favorites; needs a key' },
  hidden: { kind: 'switch', help: 'the models you hide; needs a key' },
  followed: { kind: 'switch', help: 'models of creators you follow; needs a key' },
  availability: { kind: 'text', value: 'word', help: 'who may have it', words: words.availability },
  status: { kind: 'texts', value: 'word', help: 'state; for moderators', words: words.modelStatus },
  needsReview: { kind: 'switch', help: 'models to be looked at; for moderators' },
  sort: { kind: 'text', value: 'order', help: 'order', words: words.modelSort },
  period: { kind: 'text', value: 'period', help: 'how far back', words: words.period },
  periodMode: {
    kind: 'text',
    value: 'mode',
    help: 'whether the period is that of the publication (default) or of the statistics',
    words: ['published', 'stats'],
  },
};

/** Completes `civitkit models` with its subcommands. */
export function defineModelsCommand(models: Command, io: CommandIo): void {
  addSearchCommand<ModelsFilter>(models, io, {
    description: 'search models',
    flags: modelFlags,
    examples: [
      'civitkit models search lighthouse',
      'civitkit models search --types LORA --base-models "SDXL 1.0" --sort most-downloaded --period month',
      'civitkit models search --tag anime --all --ndjson > models.ndjson',
      'civitkit models search --username some_creator --json --fields id,name,modelVersions.id',
    ],
    load: async () => (await import('./models-search.js')).searchModels,
  });
  addGetCommand<ModelGetOptions>(models, io, {
    argument: 'id|url|air|hash',
    description: 'show a model with its versions and files',
    add: (command) => command.option('--description', 'show what its creator writes about it, as Markdown'),
    examples: [
      'civitkit models get 827184',
      'civitkit models get https://civitai.com/models/827184 --description',
      'civitkit models get urn:air:sdxl:lora:civitai:328553@368189',
      'civitkit models get hash:9387C2E1 --json --fields name,modelVersions.files.hashes',
    ],
    load: async () => (await import('./models-get.js')).getModel,
  });
}
