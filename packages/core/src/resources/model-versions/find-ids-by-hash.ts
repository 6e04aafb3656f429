import type { Answer, CallOptions } from '../../transport/api-request.js';
import { CivitaiPromise } from '../../transport/civitai-promise.js';
import type { FieldTree } from '../../transport/field-tree.js';
import type { Pipeline } from '../../transport/pipeline.js';
import { parseList } from '../parse-list.js';
import { sendChunked } from '../send-chunked.js';
import { hashKey, readHashList } from './hash-list.js';
import { arrangeMatches, type HashMatches } from './hash-matches.js';

/** Which version a file belongs to. */
export interface ModelVersionIds {
  readonly modelVersionId: number;
  readonly modelId: number;
  /** SHA256 in upper case, however it was asked. */
  readonly hash: string;
}

const fields: FieldTree<ModelVersionIds> = { modelVersionId: true, modelId: true, hash: true };

/** About 670 kB of body; the server reads up to 1 MB. */
const maxHashes = 10_000;

/** Looks the ids of many files up; see `ModelVersionsClient.getIdsByHash`. */
export function findIdsByHash(
  pipeline: Pipeline,
  hashes: readonly string[],
  options: CallOptions = {},
): CivitaiPromise<HashMatches<ModelVersionIds>> {
  const operation = 'modelVersions.getIdsByHash';
  const list = readHashList(operation, hashes);
  if (list instanceof Error) return new CivitaiPromise(Promise.reject(list));
  const entries = askIds(pipeline, operation, list.unique, options);
  return new CivitaiPromise(
    entries.then(({ data, response }) => ({ data: arrangeMatches(list, groupByHash(data)), response })),
  );
}

/** The server's entries for hashes that are known to be good; one version may come several times. */
export function askIds(
  pipeline: Pipeline,
  operation: string,
  hashes: readonly string[],
  options: CallOptions,
): Promise<Answer<readonly ModelVersionIds[]>> {
  const answers = sendChunked<string, readonly ModelVersionIds[]>(
    {
      operation,
      inputs: hashes,
      chunkSize: maxHashes,
      send: (body, callOptions) =>
        pipeline.send(
          { operation, method: 'POST', path: ['model-versions', 'by-hash', 'ids'], body, idempotent: true },
          (json, context) => parseList(json, { fields }, context) as unknown as readonly ModelVersionIds[],
          callOptions,
        ),
    },
    options,
  );
  return answers.then(({ data, response }) => ({ data: data.flat(), response }));
}

function groupByHash(entries: readonly ModelVersionIds[]): ReadonlyMap<string, readonly ModelVersionIds[]> {
  const byHash = new Map<string, Map<number, ModelVersionIds>>();
  for (const entry of entries) {
    const key = hashKey(entry.hash);
    const known = byHash.get(key) ?? new Map<number, ModelVersionIds>();
    byHash.set(key, known.set(entry.modelVersionId, entry));
  }
  const byId = (left: ModelVersionIds, right: ModelVersionIds): number => left.modelVersionId - right.modelVersionId;
  return new Map([...byHash].map(([key, known]) => [key, [...known.values()].toSorted(byId)]));
}
