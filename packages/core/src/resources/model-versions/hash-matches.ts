import { type HashList, hashKey } from './hash-list.js';

/** What is known of one hash. */
export interface HashMatch<T> {
  /** As the caller wrote it. */
  readonly hash: string;
  /** Every published version with this file, the oldest first: the one that `getByHash` gives. */
  readonly versions: readonly [T, ...T[]];
}

/**
 * The outcome of a search for many files: every distinct text that was asked is in one of the two lists, in the order in
 * which it was asked.
 */
export interface HashMatches<T> {
  readonly found: readonly HashMatch<T>[];
  /** Hashes of no published version. */
  readonly missing: readonly string[];
}

/** Sorts versions under the spellings of the caller; `byHash` has them under the key of each hash, best first. */
export function arrangeMatches<T>({ spellings }: HashList, byHash: ReadonlyMap<string, readonly T[]>): HashMatches<T> {
  const found: HashMatch<T>[] = [];
  const missing: string[] = [];
  for (const hash of spellings) {
    const [first, ...others] = byHash.get(hashKey(hash)) ?? [];
    if (first === undefined) missing.push(hash);
    else found.push({ hash, versions: [first, ...others] });
  }
  return { found, missing };
}
