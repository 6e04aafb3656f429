import { lstat } from 'node:fs/promises';
import type { ModelFileHashes } from '../../resources/models/types.js';
import { sameHash } from '../hashing/same-hash.js';
import { hashOnDisk } from '../transfer/hash-on-disk.js';
import type { HashName } from '../transfer/transfer-event.js';
import { sizeToleranceBytes } from '../transfer/transfer-job.js';
import { bestHash } from '../transfer/verify-part.js';
import { writeFailure } from '../write-failure.js';

/** Whether a file on the disk is the published one. */
export type Comparison =
  | {
      readonly state: 'same';
      readonly bytes: number;
      readonly algorithm: HashName;
      /** Upper case. */
      readonly actual: string;
    }
  /** `unknown`: no hash is published, and its length may be right. */
  | { readonly state: 'different' | 'unknown'; readonly bytes: number };

/**
 * Compares a file with what is published of it; reads it only when its length fits.
 *
 * @throws DownloadError or FileError when it cannot be read; the reason of the signal
 */
export async function compareFile(
  path: string,
  hashes: ModelFileHashes,
  sizeBytes: number | undefined,
  signal: AbortSignal,
): Promise<Comparison> {
  const found = await lstat(path).catch((thrown: unknown) => {
    throw writeFailure(thrown, path);
  });
  const bytes = found.size;
  if (!found.isFile()) return { state: 'different', bytes };
  if (sizeBytes !== undefined && Math.abs(bytes - sizeBytes) > sizeToleranceBytes) return { state: 'different', bytes };
  const best = bestHash(hashes);
  if (best === undefined) return { state: 'unknown', bytes };
  const { algorithm, value } = best;
  const actual = await hashOnDisk(path, algorithm, signal);
  return sameHash(algorithm, actual, value)
    ? { state: 'same', bytes, algorithm, actual }
    : { state: 'different', bytes };
}
