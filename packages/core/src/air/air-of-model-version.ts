import type { Air } from './air.js';
import { airTypeOfFile, airTypeOfModel } from './air-type-of.js';
import { ecosystemOf } from './ecosystem-of.js';
import { formatAir } from './format-air.js';
import { parseAir } from './parse-air.js';

/** What is read of a model version; every kind of version that the client returns will do. */
export interface AirVersion {
  readonly id?: number;
  readonly modelId?: number;
  readonly baseModel?: string;
  /** What the server says; most endpoints leave it out. */
  readonly air?: string | null;
  readonly model?: { readonly type: string };
  readonly files?: readonly AirFile[];
}

/** What is read of a model. */
export interface AirModel {
  readonly id: number;
  readonly type: string;
}

/** What is read of a file. */
export interface AirFile {
  readonly id: number;
  readonly type: string;
  readonly primary?: boolean;
}

/** What a version does not know by itself. */
export interface AirOfModelVersionOptions {
  /** The model that the version was listed in: such a version has neither its model's id nor its type. */
  readonly model?: AirModel;
  /** Name this one of the version's files; without it, the primary one is meant. */
  readonly file?: AirFile;
}

/**
 * The AIR of a model version: the server's own where it gave one (`civitai.modelVersions`), else built from base model,
 * type and ids as the server builds it.
 *
 * Prefer the server's. It alone knows base models that appeared after this version, and for relatives of SDXL it has
 * not always written the same ecosystem.
 *
 * @returns `undefined` when the ecosystem, the type or an id cannot be known: nothing is guessed
 * @throws RangeError when the server's `air` cannot be read
 *
 * @example
 * ```ts
 * import { airOfModelVersion, createCivitaiClient, formatAir } from '@civitkit/core/client';
 *
 * const model = await createCivitaiClient().models.get(827184);
 * for (const version of model.modelVersions) {
 *   const air = airOfModelVersion(version, { model });
 *   console.log(version.name, air === undefined ? 'unknown base model' : formatAir(air));
 * }
 * ```
 */
export function airOfModelVersion(version: AirVersion, options: AirOfModelVersionOptions = {}): Air | undefined {
  const { file } = options;
  const modelType = airTypeOfModel(options.model?.type ?? version.model?.type);
  const given = version.air ?? '';
  const air = given === '' ? build(version, modelType, options) : parseAir(given);
  if (air === undefined || file === undefined) return air;
  const type = airTypeOfFile(file.type) ?? modelType ?? air.type;
  return { ...air, ...(type === undefined ? {} : { type }), fileId: String(file.id) };
}

function build(version: AirVersion, modelType: string | undefined, options: AirOfModelVersionOptions): Air | undefined {
  const file = options.file ?? version.files?.find(({ primary }) => primary === true);
  const ecosystem = version.baseModel === undefined ? undefined : ecosystemOf(version.baseModel);
  const type = airTypeOfFile(file?.type) ?? modelType;
  const modelId = options.model?.id ?? version.modelId;
  if (ecosystem === undefined || type === undefined || modelId === undefined || version.id === undefined)
    return undefined;
  // written and read again, so that an impossible id is refused here and not by the server
  return parseAir(formatAir({ ecosystem, type, source: 'civitai', id: modelId, version: version.id }));
}
