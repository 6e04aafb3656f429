import type { CallOptions } from '../../transport/api-request.js';
import type { CivitaiPromise } from '../../transport/civitai-promise.js';
import { isJsonObject, type JsonObject } from '../../transport/parse-object.js';
import type { Pipeline } from '../../transport/pipeline.js';
import { getById, type ItemDefinition, itemParser } from '../get-by-id.js';
import { normalizeFile, normalizeImage } from '../models/normalize-model.js';
import { fillIn, listMember } from '../normalize.js';
import { modelVersionDetailFields } from './fields.js';
import type { ModelVersionDetail } from './types.js';

const modelVersion: ItemDefinition<ModelVersionDetail> = { normalize, fields: modelVersionDetailFields };

/** Model versions: `civitai.modelVersions`. */
export class ModelVersionsClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /**
   * One version.
   *
   * @throws NotFoundError when there is none, it is not published, or has no file
   */
  get(id: number, options?: CallOptions): CivitaiPromise<ModelVersionDetail> {
    return getById(this.#pipeline, 'modelVersions.get', 'model-versions', id, modelVersion, options);
  }

  /**
   * The version a file belongs to, by any of its hashes: AutoV1, AutoV2, AutoV3, SHA256, CRC32 or BLAKE3, in any case.
   * Of several versions with the same file it is the oldest.
   *
   * @throws NotFoundError when no file has this hash; TypeError or RangeError when it cannot be a hash
   *
   * @example
   * ```ts
   * import { createCivitaiClient } from '@civitkit/core/client';
   *
   * const outcome = await createCivitaiClient().modelVersions.getByHash('9387C2E1').asResult();
   * console.log(outcome.ok ? outcome.value.model.name : 'not on Civitai');
   * ```
   */
  getByHash(hash: string, options?: CallOptions): CivitaiPromise<ModelVersionDetail> {
    const operation = 'modelVersions.getByHash';
    if (typeof hash !== 'string') throw new TypeError(`${operation}: the hash must be a text, got ${typeof hash}`);
    const trimmed = hash.trim();
    if (trimmed === '') throw new RangeError(`${operation}: the hash is empty`);
    const path = ['model-versions', 'by-hash', trimmed];
    return this.#pipeline.send({ operation, method: 'GET', path }, itemParser(modelVersion), options);
  }
}

function normalize(version: JsonObject): void {
  fillIn(version, {
    publishedAt: null,
    trainingStatus: null,
    trainingDetails: null,
    description: null,
    licensingFee: null,
    paidAccess: null,
  });
  version['trainedWords'] ??= [];
  if (isJsonObject(version['model'])) fillIn(version['model'], { mode: null });
  for (const file of listMember(version, 'files')) normalizeFile(file);
  for (const image of listMember(version, 'images')) {
    normalizeImage(image);
    fillIn(image, { metadata: null, meta: null });
  }
}
