import { isCivitaiError } from '../../errors/civitai-error.js';
import { InvalidResponseError } from '../../errors/invalid-response-error.js';
import type { HashMatch } from '../../resources/model-versions/hash-matches.js';
import type { ModelVersionDetail } from '../../resources/model-versions/types.js';
import { runBounded } from '../../resources/run-bounded.js';
import type { FilesClient } from '../client-access.js';
import type { FileHashes, HashAlgorithm } from '../hashing/hash-algorithm.js';

/** What a file was found by, and the versions it is in, the oldest first. */
export interface FoundVersions {
  readonly matchedBy: HashAlgorithm;
  readonly versions: HashMatch<ModelVersionDetail>['versions'];
}

/** What is asked, and by what. */
export interface MatchRequest {
  /** Under the path of each file. */
  readonly hashes: ReadonlyMap<string, FileHashes>;
  /** By which other hashes the files are looked for that are not found by their SHA256; a request for each file. */
  readonly weakHashes: readonly HashAlgorithm[];
  readonly signal?: AbortSignal | undefined;
  readonly onLookedUp: (count: number) => void;
}

const concurrency = 2;

/**
 * Looks files up: all of them by SHA256 in as few requests as there are, the rest one by one. Where the bulk route does
 * not answer as it should, everything is asked one by one.
 *
 * @throws whatever a request fails with, except that there is no such hash
 */
export async function matchHashes(
  civitai: FilesClient,
  request: MatchRequest,
): Promise<ReadonlyMap<string, FoundVersions>> {
  const found = new Map<string, FoundVersions>();
  const bySha256 = await askInBulk(civitai, request);
  for (const [path, { sha256 }] of request.hashes) {
    const versions = sha256 === undefined ? undefined : bySha256.get(sha256.toUpperCase());
    if (versions !== undefined) found.set(path, { matchedBy: 'sha256', versions });
  }
  request.onLookedUp(found.size);
  let count = found.size;
  const rest = [...request.hashes].filter(([path]) => !found.has(path));
  await runBounded({ inputs: rest, concurrency, signal: request.signal }, async ([path, hashes], signal) => {
    const match = await askWeakly(civitai, hashes, request.weakHashes, signal);
    if (match !== undefined) found.set(path, match);
    count += 1;
    request.onLookedUp(count);
  });
  return found;
}

type BySha256 = ReadonlyMap<string, FoundVersions['versions']>;

async function askInBulk(civitai: FilesClient, { hashes, signal }: MatchRequest): Promise<BySha256> {
  const texts = new Set([...hashes.values()].flatMap(({ sha256 }) => (sha256 === undefined ? [] : [sha256])));
  if (texts.size === 0) return new Map();
  const all = [...texts];
  try {
    const { found } = await civitai.modelVersions.getManyByHash(all, signalOf(signal));
    return new Map(found.map(({ hash, versions }) => [hash.toUpperCase(), versions]));
  } catch (thrown) {
    if (!isOfTheRoute(thrown)) throw thrown;
  }
  const found = new Map<string, FoundVersions['versions']>();
  await runBounded({ inputs: all, concurrency, signal }, async (hash, linked) => {
    const version = await askOne(civitai, hash, linked);
    if (version !== undefined) found.set(hash.toUpperCase(), [version]);
  });
  return found;
}

async function askWeakly(
  civitai: FilesClient,
  hashes: FileHashes,
  weakHashes: readonly HashAlgorithm[],
  signal: AbortSignal,
): Promise<FoundVersions | undefined> {
  for (const matchedBy of weakHashes) {
    const hash = hashes[matchedBy];
    const version = hash === undefined ? undefined : await askOne(civitai, hash, signal);
    if (version !== undefined) return { matchedBy, versions: [version] };
  }
  return undefined;
}

async function askOne(
  civitai: FilesClient,
  hash: string,
  signal: AbortSignal | undefined,
): Promise<ModelVersionDetail | undefined> {
  const outcome = await civitai.modelVersions.getByHash(hash, signalOf(signal)).asResult();
  if (outcome.ok) return outcome.value;
  if (outcome.error.status === 404) return undefined;
  throw outcome.error;
}

/** Whether it is the bulk route that does not work, so that single questions may be answered all the same. */
function isOfTheRoute(thrown: unknown): boolean {
  if (!isCivitaiError(thrown)) return false;
  const { status = 0 } = thrown;
  return thrown instanceof InvalidResponseError || [400, 404, 405, 410, 413, 422].includes(status) || status === 500;
}

function signalOf(signal: AbortSignal | undefined): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}
