import type { ModelVersionDetail } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { factLines } from '../output/facts.js';
import { descriptionLines } from './models-description-lines.js';
import { fileLines } from './models-file-lines.js';
import { maturityText } from './models-maturity.js';
import type { Site } from './site-client.js';
import { printOne } from './site-get.js';
import { readReference } from './site-reference.js';
import type { VersionGetOptions } from './versions.js';

/** `civitkit versions get`. */
export async function getVersion(text: string, options: VersionGetOptions, io: CommandIo): Promise<void> {
  await printOne(
    (site, signal) => ask(text, site, signal),
    (version, site) => describe(version, site, options),
    options,
    io,
  );
}

async function ask(text: string, { baseUrl, civitai }: Site, signal: AbortSignal): Promise<ModelVersionDetail> {
  const reference = readReference(text, 'version', baseUrl);
  if (reference.kind === 'hash') return await civitai.modelVersions.getByHash(reference.hash, { signal });
  if (reference.kind === 'version') return await civitai.modelVersions.get(reference.versionId, { signal });
  const { modelId, versionId, versionName } = reference;
  if (versionId !== undefined) return await civitai.modelVersions.get(versionId, { signal });
  const model = await civitai.models.get(modelId, { signal });
  const named = model.modelVersions.find(({ name }) => name.toLowerCase() === versionName?.toLowerCase());
  if (named !== undefined) return await civitai.modelVersions.get(named.id, { signal });
  const known = model.modelVersions.map(({ id, name }) => `\n  ${id} ${name}`).join('');
  throw versionName === undefined
    ? new CommandFailure(`This names a model, not one of its versions. It has:${known}`, exitCode.usage)
    : new CommandFailure(`The model has no version ${JSON.stringify(versionName)}. It has:${known}`, exitCode.notFound);
}

function describe(
  version: ModelVersionDetail,
  { baseUrl }: Site,
  { description }: VersionGetOptions,
): readonly string[] {
  const { air, baseModel, files, id, model, modelId, name, nsfwLevel, paidAccess, publishedAt, stats } = version;
  return [
    ...factLines([
      ['Version', `${name} (${id})`],
      ['Model', `${model.name} (${modelId})`],
      ['Type', model.type],
      ['State', model.mode],
      ['Base model', baseModel],
      ['AIR', air],
      ['Published', publishedAt?.slice(0, 10)],
      ['Maturity', maturityText(nsfwLevel)],
      ['Downloads', stats.downloadCount],
      ['Likes', stats.thumbsUpCount],
      ['Must be bought', paidAccess === null ? undefined : (paidAccess.endsAt ?? 'for good')],
      ['Trained words', version.trainedWords],
      ['Page', `${baseUrl}/models/${modelId}?modelVersionId=${id}`],
    ]),
    ...descriptionLines(description === true, version.descriptionMarkdown),
    ...(files.length === 0 ? [] : ['']),
    ...files.flatMap((file) => fileLines(file)),
  ];
}
