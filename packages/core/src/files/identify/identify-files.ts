import { type CivitaiError, isCivitaiError } from '../../errors/civitai-error.js';
import type { Model, ModelFile, ModelFileHashes } from '../../resources/models/types.js';
import type { FilesClient } from '../client-access.js';
import { readSafetensorsHeader } from '../formats/read-safetensors-header.js';
import { summarizeMetadata } from '../formats/summarize-metadata.js';
import type { HashAlgorithm } from '../hashing/hash-algorithm.js';
import { sameHash } from '../hashing/same-hash.js';
import { HashCache } from './hash-cache.js';
import { type HashedLocalFiles, hashLocalFiles } from './hash-local-files.js';
import type { HashedLocalFile, IdentifiedFile, KnownFile, UnknownFile } from './identified-file.js';
import { listFiles, modelExtensions } from './list-files.js';
import { type FoundVersions, matchHashes } from './match-hashes.js';
import { type FetchedModels, fetchModels, newerVersions } from './newer-versions.js';

/** How far an identification is. */
export type IdentifyProgress =
  | {
      readonly phase: 'hashing';
      readonly doneFiles: number;
      readonly totalFiles: number;
      /** The file that is read, and how much of it; absent when a file is done. */
      readonly file?: { readonly path: string; readonly hashedBytes: number; readonly sizeBytes: number };
    }
  | { readonly phase: 'looking-up'; readonly doneFiles: number; readonly totalFiles: number }
  | { readonly phase: 'updates'; readonly totalModels: number };

/** What may be set for {@link identifyFiles}. */
export interface IdentifyOptions {
  /** Folders in folders as well. Default: true. */
  readonly recursive?: boolean;
  /** Which files of a folder are looked at, with their dots. Default: `modelExtensions`. */
  readonly extensions?: readonly string[];
  /**
   * By which other hashes a file is looked for that is not found by its SHA256, which takes a request for each such file.
   * Default: `autoV3`, which finds files whose metadata was edited.
   */
  readonly weakHashes?: readonly HashAlgorithm[];
  /** Whether newer versions are looked for. Default: true. */
  readonly updates?: boolean;
  /** A file in which hashes are remembered, such as `defaultHashCachePath()`. Default: none; everything is read. */
  readonly cachePath?: string;
  /** How many files are hashed at a time. Default: that of `hashFiles`. */
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
  /** What it throws ends the identification. */
  readonly onProgress?: (progress: IdentifyProgress) => void;
  /** Default: the clock of this machine. */
  readonly now?: () => number;
}

/** What was found out. */
export interface IdentifyReport {
  /** In the order of the paths; files of a folder in the order of their names. */
  readonly files: readonly IdentifiedFile[];
  /** The models of the files by id, as far as newer versions were looked for; for `planRenames` and `describeFiles`. */
  readonly models: ReadonlyMap<number, Model>;
  /** What went wrong besides: it is then not known whether there are newer versions, or the cache could not be written. */
  readonly problems: readonly CivitaiError[];
}

/**
 * Tells which models the files in folders are: hashes them, several at a time and each once, and looks them up by SHA256 in
 * as few requests as possible. Files that cannot be read are reported as `failed`; the others go on.
 *
 * @param paths - files and folders
 * @throws what a look-up fails with; the reason of the signal; RangeError for a hash there is not
 *
 * @example
 * ```ts
 * import { createCivitaiClient } from '@civitkit/core/client';
 * import { defaultHashCachePath, identifyFiles } from '@civitkit/core/files';
 *
 * using civitai = createCivitaiClient();
 * const { files } = await identifyFiles(['models/loras'], civitai, { cachePath: defaultHashCachePath() });
 * for (const file of files) {
 *   const what = 'version' in file ? `${file.version.model.name} ${file.version.name}` : '';
 *   console.log(file.status, file.path, what);
 * }
 * ```
 */
export async function identifyFiles(
  paths: readonly string[],
  civitai: FilesClient,
  options: IdentifyOptions = {},
): Promise<IdentifyReport> {
  const { recursive = true, extensions = modelExtensions, weakHashes = ['autoV3'], signal } = options;
  signal?.throwIfAborted();
  const listed = await listFiles(paths, { recursive, extensions, signal });
  const { files, failures, problems } = await hashAll(listed.paths, weakHashes, options);
  const found = await matchHashes(civitai, {
    hashes: new Map(files.map(({ path, hashes }) => [path, hashes])),
    weakHashes,
    signal,
    onLookedUp: (doneFiles) => options.onProgress?.({ phase: 'looking-up', doneFiles, totalFiles: files.length }),
  });
  const updates = await modelsOf(found, civitai, options);
  const byPath = new Map<string, IdentifiedFile>();
  for (const file of files) {
    signal?.throwIfAborted();
    const match = found.get(file.path);
    byPath.set(file.path, match === undefined ? await unknownFile(file) : knownFile(file, match, updates.models));
  }
  for (const { path, error } of [...listed.failures, ...failures]) {
    byPath.set(path, { path, sizeBytes: 0, status: 'failed', error });
  }
  const order = [...listed.paths, ...listed.failures.map(({ path }) => path)];
  return {
    files: order.flatMap((path) => byPath.get(path) ?? []),
    models: updates.models,
    problems: [...problems, ...updates.problems],
  };
}

async function hashAll(
  paths: readonly string[],
  weakHashes: readonly HashAlgorithm[],
  { cachePath, concurrency, now, onProgress, signal }: IdentifyOptions,
): Promise<HashedLocalFiles & { readonly problems: readonly CivitaiError[] }> {
  const cache = cachePath === undefined ? undefined : await HashCache.open(cachePath, now === undefined ? {} : { now });
  const totalFiles = paths.length;
  let doneFiles = 0;
  const hash = (): Promise<HashedLocalFiles> =>
    hashLocalFiles({
      paths,
      algorithms: [...new Set<HashAlgorithm>(['sha256', ...weakHashes])],
      cache,
      concurrency,
      signal,
      onBytes: (file) => onProgress?.({ phase: 'hashing', doneFiles, totalFiles, file }),
      onDone: () => {
        doneFiles += 1;
        onProgress?.({ phase: 'hashing', doneFiles, totalFiles });
      },
    });
  const problems: CivitaiError[] = [];
  try {
    return { ...(await hash()), problems };
  } finally {
    // What was hashed until an abort need not be hashed again; a cache that cannot be written spoils nothing.
    await cache?.save().catch((thrown: unknown) => {
      if (!isCivitaiError(thrown)) throw thrown;
      problems.push(thrown);
    });
  }
}

async function modelsOf(
  found: ReadonlyMap<string, FoundVersions>,
  civitai: FilesClient,
  { updates = true, onProgress, signal }: IdentifyOptions,
): Promise<FetchedModels> {
  const ids = new Set([...found.values()].map(({ versions }) => versions[0].modelId));
  if (!updates || ids.size === 0) return { models: new Map(), problems: [] };
  onProgress?.({ phase: 'updates', totalModels: ids.size });
  return fetchModels(civitai, [...ids], signal);
}

function knownFile(local: HashedLocalFile, found: FoundVersions, models: FetchedModels['models']): KnownFile {
  const { matchedBy, versions } = found;
  const [version, ...otherVersions] = versions;
  const newer = newerVersions(versions, models.get(version.modelId));
  const file = version.files.find((one) => hasHash(one, matchedBy, local.hashes[matchedBy]));
  return {
    ...local,
    status: newer.some(({ sameBaseModel }) => sameBaseModel) ? 'outdated' : 'known',
    matchedBy,
    version,
    ...(file === undefined ? {} : { file }),
    otherVersions,
    newer,
  };
}

async function unknownFile(local: HashedLocalFile): Promise<UnknownFile> {
  // A file of another kind, or a header that cannot be read, says nothing.
  const header = await readSafetensorsHeader(local.path).catch((thrown: unknown) => {
    if (!isCivitaiError(thrown)) throw thrown;
  });
  const embedded = header === undefined ? {} : summarizeMetadata(header.metadata);
  return { ...local, status: 'unknown', ...(Object.keys(embedded).length === 0 ? {} : { embedded }) };
}

function hasHash({ hashes }: ModelFile, algorithm: HashAlgorithm, hash: string | undefined): boolean {
  // The API spells them in another case: `SHA256`, `AutoV3`.
  const name = Object.keys(hashes).find((one) => one.toLowerCase() === algorithm.toLowerCase());
  const published = name === undefined ? undefined : hashes[name as keyof ModelFileHashes];
  return published !== undefined && hash !== undefined && sameHash(algorithm, published, hash);
}
