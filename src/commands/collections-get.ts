import type { CollectionDetail } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { factLines } from '../output/facts.js';
import { maturityText } from './models-maturity.js';
import type { Site } from './site-client.js';
import { type GetOptions, printOne } from './site-get.js';
import { idOf } from './site-page.js';

/** `civitkit collections get`. */
export async function getCollection(text: string, options: GetOptions, io: CommandIo): Promise<void> {
  await printOne(
    ({ baseUrl, civitai }, signal) => civitai.collections.get(idOf(text, 'collections', baseUrl), { signal }),
    describe,
    options,
    io,
  );
}

function describe(collection: CollectionDetail, { baseUrl }: Site): readonly string[] {
  const { description, id, name, nsfwLevel, read, tags, type, user } = collection;
  return factLines([
    ['Collection', `${name} (${id})`],
    ['Holds', type],
    ['Owner', user.username],
    ['Seen by', read],
    ['Maturity', nsfwLevel === null ? undefined : maturityText(nsfwLevel)],
    ['Tags', tags.map((tag) => tag.name)],
    ['Description', description],
    ['Page', `${baseUrl}/collections/${id}`],
  ]);
}
