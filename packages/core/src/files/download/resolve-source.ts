import { isCivitaiError } from '../../errors/civitai-error.js';
import { DownloadError } from '../../errors/download-error.js';
import type { ModelVersionDetail } from '../../resources/model-versions/types.js';
import type { Model, ModelFile, ModelVersion } from '../../resources/models/types.js';
import type { CallOptions } from '../../transport/api-request.js';
import type { FilesClient } from '../client-access.js';
import { fileNameOf } from '../naming/file-name-of.js';
import { chooseFiles } from './choose-files.js';
import { noticesOf } from './judge-file.js';
import type { PlannedFile } from './planned-file.js';
import type { FileChoice, Source } from './source.js';

/** How sources are resolved. */
export interface ResolveOptions {
  readonly client: FilesClient;
  readonly choice: FileChoice;
  readonly withModel: boolean;
  readonly call: CallOptions;
  readonly now: number;
}

/** A version with its model. */
interface Found {
  readonly model: PlannedFile['model'];
  readonly fullModel?: Model | undefined;
  readonly archived: boolean;
  readonly version: ModelVersion | ModelVersionDetail;
  /** Of a hash: the file that has it. */
  readonly choice?: FileChoice | undefined;
}

/**
 * The files that a source means.
 *
 * @throws NotFoundError; DownloadError with code `archived`, `ambiguous_file` or `no_such_file`
 */
export async function resolveSource(source: Source, options: ResolveOptions): Promise<readonly PlannedFile[]> {
  const found = await find(source, options);
  const { fullModel, model, version } = found;
  if (found.archived) throw archived(model);
  // What the caller chooses counts more than what a pasted address says; a hash names one file.
  const own = found.choice ?? (Object.keys(options.choice).length === 0 ? source.choice : undefined);
  const files = chooseFiles(version.files, own ?? options.choice, version.id, own !== undefined);
  return files.map((file) => ({
    model,
    ...(fullModel === undefined ? {} : { fullModel }),
    version,
    file,
    name: nameOf(file, model, version),
    // 0 would be a file without bytes, which the site does not have.
    ...(file.sizeKB > 0 ? { sizeBytes: Math.round(file.sizeKB * 1024) } : {}),
    source,
    notices: noticesOf(version, file, options.now),
  }));
}

function nameOf(file: ModelFile, model: PlannedFile['model'], version: Found['version']): string {
  return fileNameOf({ name: file.name, modelName: model.name, versionName: version.name, extension: 'bin' });
}

async function find(source: Source, options: ResolveOptions): Promise<Found> {
  const { call, client } = options;
  switch (source.kind) {
    case 'model':
      return inModel(await getModel(source, options), source);
    case 'version':
      return await withModel(await client.modelVersions.get(source.versionId, call), undefined, options);
    case 'hash': {
      const version = await client.modelVersions.getByHash(source.hash, call);
      const file = version.files.find(({ hashes }) =>
        Object.values(hashes).some((hash: string) => hash.toUpperCase() === source.hash),
      );
      return await withModel(version, file === undefined ? undefined : { file: file.id }, options);
    }
  }
}

/** A bare number is a model's id; who means a version is told so. */
async function getModel(
  { modelId, text }: Extract<Source, { readonly kind: 'model' }>,
  { call, client }: ResolveOptions,
): Promise<Model> {
  try {
    return await client.models.get(modelId, call);
  } catch (error) {
    if (!isCivitaiError(error) || error.code !== 'not_found' || !/^\d+$/.test(text)) throw error;
    const version = await client.modelVersions.get(modelId, call).catch(() => undefined);
    if (version === undefined) throw error;
    throw new DownloadError(
      `${modelId} is no model, but a version of ${version.model.name}. If that is what you mean, write v:${modelId}.`,
      { code: 'bad_source', details: { problems: [{ text, problem: 'it is the id of a version' }] } },
    );
  }
}

function inModel(fullModel: Model, source: Extract<Source, { readonly kind: 'model' }>): Found {
  const { id, mode, modelVersions, name, type } = fullModel;
  const version = modelVersions.find((one) =>
    source.versionId === undefined
      ? source.versionName === undefined || one.name.toLowerCase() === source.versionName.toLowerCase()
      : one.id === source.versionId,
  );
  const model = { id, name, type };
  if (version === undefined) {
    const names = modelVersions.map((one) => `${one.id} ${one.name}`);
    const wanted = source.versionId ?? (source.versionName === undefined ? 'any version' : `"${source.versionName}"`);
    throw new DownloadError(
      `Model ${id} (${name}) has no such version: ${wanted}. ${names.length === 0 ? 'It has none.' : `It has:\n${names.join('\n')}`}`,
      { code: 'no_such_file', details: { versions: modelVersions.map((one) => ({ id: one.id, name: one.name })) } },
    );
  }
  return { model, fullModel, version, archived: mode === 'Archived' };
}

async function withModel(
  version: ModelVersionDetail,
  choice: FileChoice | undefined,
  { call, client, withModel: wanted }: ResolveOptions,
): Promise<Found> {
  const { name, mode, type } = version.model;
  const fullModel = wanted ? await client.models.get(version.modelId, call) : undefined;
  const model = { id: version.modelId, name, type };
  return { model, fullModel, version, choice, archived: mode === 'Archived' };
}

function archived({ id, name }: PlannedFile['model']): DownloadError {
  return new DownloadError(
    `Model ${id} (${name}) is archived: its files cannot be downloaded any more. Nothing was requested.`,
    { code: 'archived', details: { modelId: id } },
  );
}
