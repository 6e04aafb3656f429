import type { Model, ModelVersion } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { oneLine } from '../output/display-width.js';
import { factLines } from '../output/facts.js';
import type { ModelGetOptions } from './models.js';
import { descriptionLines } from './models-description-lines.js';
import { fileLines } from './models-file-lines.js';
import { maturityText } from './models-maturity.js';
import type { Site } from './site-client.js';
import { printOne } from './site-get.js';
import { readReference } from './site-reference.js';

/** `civitkit models get`. */
export async function getModel(text: string, options: ModelGetOptions, io: CommandIo): Promise<void> {
  await printOne(
    (site, signal) => ask(text, site, signal),
    (model, site) => describe(model, site, options),
    options,
    io,
  );
}

async function ask(text: string, { baseUrl, civitai }: Site, signal: AbortSignal): Promise<Model> {
  const reference = readReference(text, 'model', baseUrl);
  if (reference.kind === 'model') return await civitai.models.get(reference.modelId, { signal });
  const { modelId } =
    reference.kind === 'version'
      ? await civitai.modelVersions.get(reference.versionId, { signal })
      : await civitai.modelVersions.getByHash(reference.hash, { signal });
  return await civitai.models.get(modelId, { signal });
}

function describe(model: Model, { baseUrl }: Site, { description }: ModelGetOptions): readonly string[] {
  const { allowCommercialUse, availability, creator, id, mode, modelVersions, name, nsfwLevel, stats, tags } = model;
  return [
    ...factLines([
      ['Model', `${name} (${id})`],
      ['Type', model.type],
      ['Creator', creator?.username],
      ['State', mode],
      ['Availability', availability === 'Public' ? undefined : availability],
      ['Maturity', maturityText(nsfwLevel)],
      ['Downloads', stats.downloadCount],
      ['Likes', stats.thumbsUpCount],
      ['Commercial use', allowCommercialUse],
      ['Tags', tags],
      ['Page', `${baseUrl}/models/${id}`],
    ]),
    ...descriptionLines(description === true, model.descriptionMarkdown),
    ...modelVersions.flatMap(versionLines),
  ];
}

function versionLines(version: ModelVersion): readonly string[] {
  const { availability, baseModel, files, id, name, publishedAt, stats, trainedWords } = version;
  const facts = [
    baseModel,
    publishedAt === null ? 'not published' : publishedAt.slice(0, 10),
    ...(availability === 'Public' ? [] : [availability]),
    ...(stats.downloadCount === null ? [] : [`${stats.downloadCount} downloads`]),
  ];
  return [
    '',
    oneLine(`Version ${id}: ${name} (${facts.join(', ')})`),
    ...factLines([['  Trained words', trainedWords]]),
    ...files.flatMap((file) => fileLines(file, ['SHA256'])),
  ];
}
