import { stat } from 'node:fs/promises';
import type { CivitaiError } from '../../errors/civitai-error.js';
import type { HashAlgorithm } from '../hashing/hash-algorithm.js';
import { hashFiles } from '../hashing/hash-files.js';
import { readFailure } from '../read-failure.js';
import type { CacheIdentity, HashCache } from './hash-cache.js';
import type { HashedLocalFile } from './identified-file.js';

/** What is hashed, and how. */
export interface HashLocalFilesRequest {
  readonly paths: readonly string[];
  readonly algorithms: readonly HashAlgorithm[];
  readonly cache: HashCache | undefined;
  readonly concurrency: number | undefined;
  readonly signal: AbortSignal | undefined;
  /** Called as the reading goes on: of all files together, those from the cache not counted. */
  readonly onBytes: (progress: {
    readonly path: string;
    readonly hashedBytes: number;
    readonly sizeBytes: number;
  }) => void;
  /** Called for each file that is done, from the cache or read. */
  readonly onDone: (path: string) => void;
}

/** A file that could not be hashed. */
export interface HashFailure {
  readonly path: string;
  readonly error: CivitaiError;
}

/** What became of them. */
export interface HashedLocalFiles {
  readonly files: readonly HashedLocalFile[];
  readonly failures: readonly HashFailure[];
}

/** Hashes files, in threads; those that have not changed since they were hashed are not read again. */
export async function hashLocalFiles(request: HashLocalFilesRequest): Promise<HashedLocalFiles> {
  const { paths, algorithms, cache, concurrency, signal, onBytes, onDone } = request;
  const files: HashedLocalFile[] = [];
  const failures: HashFailure[] = [];
  const identities = new Map<string, CacheIdentity>();
  for (const path of paths) {
    signal?.throwIfAborted();
    const identity = await identityOf(path).catch((thrown: unknown) => {
      failures.push({ path, error: readFailure(thrown, path) });
    });
    if (identity === undefined) continue;
    const hashes = cache?.lookup(path, identity, algorithms);
    if (hashes === undefined) {
      identities.set(path, identity);
    } else {
      files.push({ path, sizeBytes: identity.sizeBytes, hashes, fromCache: true });
      onDone(path);
    }
  }
  if (identities.size === 0) return { files, failures };
  const outcomes = hashFiles(identities.keys(), {
    algorithms,
    onProgress: onBytes,
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(signal === undefined ? {} : { signal }),
  });
  for await (const outcome of outcomes) {
    const { path } = outcome;
    const before = identities.get(path);
    if (outcome.ok) {
      const { hashes, sizeBytes } = outcome.value;
      files.push({ path, sizeBytes, hashes, fromCache: false });
      // What changed between the look at it and the reading is hashed as it was read, and not remembered.
      const after = await identityOf(path).catch(() => undefined);
      if (before !== undefined && after !== undefined && isSame(before, after)) {
        cache?.remember(path, before, algorithms, hashes);
      }
    } else failures.push({ path, error: outcome.error });
    onDone(path);
  }
  return { files, failures };
}

async function identityOf(path: string): Promise<CacheIdentity> {
  const { size, mtimeNs, ino } = await stat(path, { bigint: true });
  return { sizeBytes: Number(size), modifiedAtNs: mtimeNs, inode: ino };
}

function isSame(left: CacheIdentity, right: CacheIdentity): boolean {
  return left.sizeBytes === right.sizeBytes && left.modifiedAtNs === right.modifiedAtNs && left.inode === right.inode;
}
