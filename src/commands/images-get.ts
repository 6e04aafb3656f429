import { browsingLevel, type Image, readGeneration } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { moment } from '../output/duration.js';
import { factLines } from '../output/facts.js';
import { maturityText } from './models-maturity.js';
import type { Site } from './site-client.js';
import { type GetOptions, printOne } from './site-get.js';
import { idOf } from './site-page.js';

/** `civitkit images get`. */
export async function getImage(text: string, options: GetOptions, io: CommandIo): Promise<void> {
  await printOne((site, signal) => ask(text, site, signal), describe, options, io);
}

/** The API has no address for one image; the list with its id does. Without a level it would show those rated PG only. */
async function ask(text: string, { baseUrl, civitai }: Site, signal: AbortSignal): Promise<Image> {
  const imageId = idOf(text, 'images', baseUrl);
  const filter = { imageId, browsingLevel: browsingLevel('all'), withMeta: true, withTags: true };
  const page = await civitai.images.where(filter).page({ limit: 1, signal });
  const image = page.items.find(({ id }) => id === imageId);
  if (image === undefined) throw new CommandFailure(`There is no image ${imageId}, or not for you.`, exitCode.notFound);
  return image;
}

function describe(image: Image, { baseUrl }: Site): readonly string[] {
  const { baseModel, createdAt, height, id, modelVersionIds, postId, stats, tags, type, url, username, width } = image;
  const generation = readGeneration(image.meta);
  return factLines([
    ['Image', id],
    ['Kind', type],
    ['Size', width === null ? undefined : `${width}x${height ?? '?'}`],
    ['Maturity', maturityText(image.browsingLevel)],
    ['User', username],
    ['Created', `${moment(createdAt)} UTC`],
    ['Post', postId],
    ['Likes', stats.likeCount],
    ['Base model', baseModel],
    ['Model versions', modelVersionIds],
    ['Tags', (tags ?? []).map(({ name }) => name)],
    ['Address', url],
    ['Page', `${baseUrl}/images/${id}`],
    ...(generation === null
      ? []
      : ([
          ['Prompt', generation.prompt],
          ['Negative prompt', generation.negativePrompt],
          ['Model', generation.model?.name],
          ['Steps', generation.steps],
          ['CFG scale', generation.cfgScale],
          ['Sampler', generation.sampler],
          ['Seed', generation.seed],
          ['Resources', generation.resources.map(({ air, name }) => air ?? name)],
        ] as const)),
  ]);
}
