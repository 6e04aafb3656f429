import type { CallOptions } from '../../transport/api-request.js';
import { CivitaiPromise } from '../../transport/civitai-promise.js';
import type { Pipeline } from '../../transport/pipeline.js';
import { checkId } from '../check-id.js';
import { checkIds } from '../check-ids.js';
import { getById, type ItemDefinition, itemParser } from '../get-by-id.js';
import { objectParser } from '../object-parser.js';
import { type EarlyAccessChange, type EarlyAccessSettings, earlyAccessChangeFields } from './early-access.js';
import { modelVersionDetailFields } from './fields.js';
import { findManyByHash } from './find-by-hash.js';
import { findIdsByHash, type ModelVersionIds } from './find-ids-by-hash.js';
import type { HashMatches } from './hash-matches.js';
import { type ModelVersionMini, modelVersionMiniFields, normalizeMini } from './mini.js';
import { normalizeModelVersion } from './normalize-model-version.js';
import type { ModelVersionDetail } from './types.js';

const modelVersion: ItemDefinition<ModelVersionDetail> = {
  normalize: normalizeModelVersion,
  fields: modelVersionDetailFields,
};

/** Which file of a version `getMini` describes. */
export interface GetMiniOptions extends CallOptions {
  /** One of the version's files; its primary file by default. */
  readonly modelFileId?: number;
}

/** How many versions `bustCache` reached. */
export interface BustedVersions {
  readonly busted: number;
}

/** Model versions: `civitai.modelVersions`. */
export class ModelVersionsClient {
  readonly #pipeline: Pipeline;
  readonly #baseUrl: string;

  /** `baseUrl` is where download URLs lead that the server gives without a host. */
  constructor(pipeline: Pipeline, baseUrl: string) {
    this.#pipeline = pipeline;
    this.#baseUrl = baseUrl;
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

  /**
   * A version and one of its files in short: enough to name it to a generator, or to download it.
   *
   * With a key the owner sees versions that are not published, too.
   *
   * @throws NotFoundError when there is no such version, or no such file in it
   */
  getMini(id: number, options: GetMiniOptions = {}): CivitaiPromise<ModelVersionMini> {
    const operation = 'modelVersions.getMini';
    const { modelFileId, ...callOptions } = options;
    const refused = checkId(operation, id) ?? checkId(operation, modelFileId ?? id, 'modelFileId');
    if (refused !== undefined) return new CivitaiPromise(Promise.reject(refused));
    return this.#pipeline.send(
      {
        operation,
        method: 'GET',
        path: ['model-versions', 'mini', id],
        query: modelFileId === undefined ? [] : [['modelFileId', modelFileId]],
      },
      objectParser<ModelVersionMini>({ marker: 'air', fields: modelVersionMiniFields, normalize: normalizeMini }),
      callOptions,
    );
  }

  /**
   * The versions that many files belong to, by their SHA256 in any case. As many requests are sent as are needed, 100
   * hashes each and two at a time; `timeoutMs` is the time of each, and when one fails the call fails.
   *
   * @throws ValidationError, before anything is sent, when a hash has not 64 characters; TypeError when one is no text
   *
   * @example
   * ```ts
   * import { createCivitaiClient } from '@civitkit/core/client';
   *
   * const { modelVersions } = createCivitaiClient();
   * const hash = '13b7994fae9387c2e1b598524ba1204ae404d02fa67016ed86c74183ab1aafca';
   * const { found, missing } = await modelVersions.getManyByHash([hash]);
   * for (const { hash, versions } of found) console.log(hash, versions[0].model.name);
   * console.log('not on Civitai:', missing);
   * ```
   */
  getManyByHash(hashes: readonly string[], options?: CallOptions): CivitaiPromise<HashMatches<ModelVersionDetail>> {
    return findManyByHash(this.#pipeline, this.#baseUrl, hashes, options);
  }

  /**
   * The ids of the versions that many files belong to, by their SHA256 in any case: for whole collections, since a
   * request takes 10 000 hashes. Otherwise as {@link ModelVersionsClient.getManyByHash}; the smallest id comes first.
   */
  getIdsByHash(hashes: readonly string[], options?: CallOptions): CivitaiPromise<HashMatches<ModelVersionIds>> {
    return findIdsByHash(this.#pipeline, hashes, options);
  }

  /**
   * Sells access to a version of the key's owner, or opens it to all. The route is not documented by the site, and is
   * never sent a second time by itself.
   *
   * @throws PermissionError when the version is someone else's; ValidationError for terms the server does not take
   */
  setEarlyAccess(id: number, settings: EarlyAccessSettings, options?: CallOptions): CivitaiPromise<EarlyAccessChange> {
    const operation = 'modelVersions.setEarlyAccess';
    // The server takes its absence for null, and opens the version.
    if ((settings as Partial<EarlyAccessSettings>).paidAccess === undefined) {
      throw new TypeError(`${operation}: paidAccess is missing; null opens the version to all`);
    }
    const refused = checkId(operation, id);
    if (refused !== undefined) return new CivitaiPromise(Promise.reject(refused));
    return this.#pipeline.send(
      {
        operation,
        method: 'POST',
        path: ['model-versions', 'early-access'],
        body: { ...settings, id },
        authentication: 'required',
      },
      objectParser<EarlyAccessChange>({ marker: 'modelVersionId', fields: earlyAccessChangeFields }),
      options,
    );
  }

  /**
   * Makes the site forget its copies of up to 500 versions of the key's owner, after they were changed elsewhere. The
   * route is not documented by the site.
   *
   * @returns how many versions it did that for; those of others are passed over
   */
  bustCache(ids: readonly number[], options?: CallOptions): CivitaiPromise<BustedVersions> {
    const operation = 'modelVersions.bustCache';
    const versionIds = checkIds(operation, 'ids', ids);
    if (versionIds instanceof Error) return new CivitaiPromise(Promise.reject(versionIds));
    const path = ['model-versions', 'bust-cache'];
    return this.#pipeline.send(
      { operation, method: 'POST', path, body: { versionIds }, authentication: 'required', idempotent: true },
      objectParser<BustedVersions>({ marker: 'busted', fields: { busted: true } }),
      options,
    );
  }
}
