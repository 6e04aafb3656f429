import type { ModelFileHashes } from '../../resources/models/types.js';
import { sameHash } from '../hashing/same-hash.js';
import { untilAborted } from '../until-aborted.js';
import { hashOnDisk } from './hash-on-disk.js';
import type { PartState } from './part-state.js';
import type { HashName } from './transfer-event.js';
import { sizeToleranceBytes, type TransferJob } from './transfer-job.js';

/** What a check has shown. */
export interface Verdict {
  readonly ok: boolean;
  /** The hash that decided; absent when there is none to decide by. */
  readonly algorithm?: HashName;
  readonly expected?: string;
  readonly actual?: string;
  /** Of what is there, upper case; absent when nothing was hashed. */
  readonly sha256?: string;
}

/** The best hash that is published, and its value. */
export function bestHash(
  hashes: ModelFileHashes,
): { readonly algorithm: HashName; readonly value: string } | undefined {
  const { AutoV2, BLAKE3, CRC32, SHA256 } = hashes;
  if (isHex(SHA256, 64)) return { algorithm: 'sha256', value: SHA256.toUpperCase() };
  if (isHex(BLAKE3, 64)) return { algorithm: 'blake3', value: BLAKE3.toUpperCase() };
  // Ten digits of the SHA256 are more than the eight of a checksum.
  if (isHex(AutoV2, 10)) return { algorithm: 'autoV2', value: AutoV2.toUpperCase() };
  return isHex(CRC32, 8) ? { algorithm: 'crc32', value: CRC32.toUpperCase() } : undefined;
}

/** Checks the bytes of a complete part. */
export async function verifyPart(job: TransferJob, state: PartState): Promise<Verdict> {
  const { emit, expected, verify } = job;
  const { doneBytes } = state.ranges;
  if (verify.how === 'none') return { ok: true };
  if (verify.how === 'size') {
    const { sizeBytes } = expected;
    return { ok: sizeBytes === undefined || Math.abs(doneBytes - sizeBytes) <= sizeToleranceBytes };
  }
  const best = bestHash(expected.hashes);
  if (best !== undefined) emit({ type: 'verify', algorithm: best.algorithm });
  const sha256 = (await untilAborted(state.sha256(), job.signal)) ?? '';
  const accepted = verify.accepted.find((hash) => hash.toUpperCase() === sha256);
  if (accepted !== undefined) {
    return said(job, { ok: true, algorithm: 'sha256', expected: sha256, actual: sha256, sha256 });
  }
  if (best === undefined) return { ok: true, sha256 };
  const { algorithm, value } = best;
  const actual = await digestOf(algorithm, sha256, job);
  return said(job, { ok: sameHash(algorithm, actual, value), algorithm, expected: value, actual, sha256 });
}

function said({ emit }: TransferJob, verdict: Required<Verdict>): Verdict {
  const { actual, algorithm, expected, ok } = verdict;
  emit({ type: 'verified', algorithm, ok, expected, actual });
  return verdict;
}

async function digestOf(algorithm: HashName, sha256: string, job: TransferJob): Promise<string> {
  if (algorithm === 'sha256') return sha256;
  return algorithm === 'autoV2' ? sha256.slice(0, 10) : await hashOnDisk(job.paths.part, algorithm, job.signal);
}

function isHex(text: string | undefined, length: number): text is string {
  return text !== undefined && text.length === length && /^[\dA-Fa-f]+$/.test(text);
}
