import type { CallOptions } from '../../transport/api-request.js';
import { CivitaiPromise } from '../../transport/civitai-promise.js';
import { isJsonObject } from '../../transport/parse-object.js';
import type { Parser, Pipeline } from '../../transport/pipeline.js';
import type { ModelFile } from '../models/types.js';
import { parseList } from '../parse-list.js';
import { sendChunked } from '../send-chunked.js';
import { modelVersionDetailFields } from './fields.js';
import { askIds } from './find-ids-by-hash.js';
import { type HashList, hashKey, readHashList } from './hash-list.js';
import { arrangeMatches, type HashMatches } from './hash-matches.js';
import { normalizeModelVersion } from './normalize-model-version.js';
import { repairDownloadUrls } from './repair-download-urls.js';
import type { ModelVersionDetail } from './types.js';

const operation = 'modelVersions.getManyByHash';
const maxHashes = 100;

/** One answer, with the hashes it was asked for. */
interface AnsweredChunk {
  readonly asked: readonly string[];
  readonly versions: readonly ModelVersionDetail[];
}

/** Looks many files up; see `ModelVersionsClient.getManyByHash`. */
export function findManyByHash(
  pipeline: Pipeline,
  baseUrl: string,
  hashes: readonly string[],
  options: CallOptions = {},
): CivitaiPromise<HashMatches<ModelVersionDetail>> {
  const list = readHashList(operation, hashes);
  if (list instanceof Error) return new CivitaiPromise(Promise.reject(list));
  const chunks = sendChunked<string, AnsweredChunk>(
    {
      operation,
      inputs: list.unique,
      chunkSize: maxHashes,
      send: (asked, callOptions) =>
        pipeline.send(
          { operation, method: 'POST', path: ['model-versions', 'by-hash'], body: asked, idempotent: true },
          (json, context) => ({ asked, versions: versionsParser(baseUrl)(json, context) }),
          callOptions,
        ),
    },
    options,
  );
  return new CivitaiPromise(
    chunks.then(async ({ data, response }) => ({ data: await match(pipeline, list, data, options), response })),
  );
}

function versionsParser(baseUrl: string): Parser<readonly ModelVersionDetail[]> {
  return (json, context) => {
    // A version that lost its files since is null.
    const versions = parseList(json, { fields: modelVersionDetailFields, mayBeNull: true }, context);
    for (const version of versions) {
      normalizeModelVersion(version);
      repairDownloadUrls(version, baseUrl);
    }
    return versions as unknown as readonly ModelVersionDetail[];
  };
}

async function match(
  pipeline: Pipeline,
  list: HashList,
  chunks: readonly AnsweredChunk[],
  options: CallOptions,
): Promise<HashMatches<ModelVersionDetail>> {
  // The server gives a version once for each of its files that was asked for.
  const copies = chunks.flatMap((chunk) => chunk.versions);
  const versions = new Map(copies.map((version) => [version.id, version]));
  const byHash = new Map<string, Set<ModelVersionDetail>>(list.unique.map((hash) => [hashKey(hash), new Set()]));
  const place = (hash: string, id: number): void => {
    const version = versions.get(id);
    if (version !== undefined) byHash.get(hashKey(hash))?.add(version);
  };
  for (const copy of copies) for (const hash of ownHashesOf(copy)) place(hash, copy.id);
  const doubtful = new Map(chunks.flatMap(doubtfulHashes).map((hash) => [hashKey(hash), hash]));
  if (doubtful.size > 0) {
    const { data: entries } = await askIds(pipeline, operation, [...doubtful.values()], options);
    for (const { hash, modelVersionId } of entries) place(hash, modelVersionId);
  }
  return arrangeMatches(list, new Map([...byHash].map(([key, found]) => [key, oldestFirst(found)])));
}

/** SHA256 of every shown file that is certainly the version's own. */
function ownHashesOf(version: ModelVersionDetail): readonly string[] {
  return sha256Of(version.files.filter((file) => !mayBeLinked(file, version)));
}

/**
 * The hashes that the answer leaves open, which the route that gives ids has to decide: of a VAE, and, when a version
 * does not show what it came for, of the whole chunk. Archived models show no files, and private files are never shown.
 */
function doubtfulHashes({ asked, versions }: AnsweredChunk): readonly string[] {
  const keys = new Set(asked.map(hashKey));
  const isAsked = (hash: string): boolean => keys.has(hashKey(hash));
  if (!versions.every((version) => ownHashesOf(version).some(isAsked))) return asked;
  return versions.flatMap((version) =>
    sha256Of(version.files.filter((file) => mayBeLinked(file, version))).filter(isAsked),
  );
}

function sha256Of(files: readonly ModelFile[]): readonly string[] {
  return files.flatMap(({ hashes }) => (hashes.SHA256 === undefined ? [] : [hashes.SHA256]));
}

/** A version shows the VAE of another model beside its own files, and nothing tells which of the two it is. */
function mayBeLinked({ type }: ModelFile, { model }: ModelVersionDetail): boolean {
  return type === 'VAE' && isJsonObject(model) && model.type !== 'VAE';
}

function oldestFirst(versions: ReadonlySet<ModelVersionDetail>): readonly ModelVersionDetail[] {
  return [...versions].toSorted((left, right) => timeOf(left) - timeOf(right) || left.id - right.id);
}

/** The time of publication; far in the future when it is not known. */
function timeOf({ publishedAt }: ModelVersionDetail): number {
  const time = Date.parse(publishedAt ?? '');
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time;
}
