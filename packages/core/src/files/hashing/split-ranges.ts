import type { DigestKind, HashRange } from './hash-range.js';

/**
 * What a byte costs, about: SHA256 of a processor that has no instructions for it is 1. Where it has them SHA256 is cheap,
 * and the shares still come out even, because the costly ones lie in different shares.
 */
const costs: Readonly<Record<DigestKind, number>> = { sha256: 1, blake3: 0.9, sha512: 0.7, crc32: 0.12 };

/** A range that costs less than this a byte of the file is no reason for a thread that reads the file. */
const worthReading = 0.5;

/** Below this a thread more costs about what it saves: it must be started. */
const worthSharingBytes = 33_554_432;

/**
 * Deals the ranges of a file out to threads, so that all have about as much to do: the costly ones first, each to the thread
 * that has least.
 *
 * @param most - how many threads there may be
 * @returns for each thread the places of its ranges in their order; one thread for a small file, and no more than have
 *   something costly to do
 */
export function splitRanges(
  ranges: readonly HashRange[],
  sizeBytes: number,
  most: number,
): readonly (readonly number[])[] {
  const priced = ranges.map(({ fromByte, kind, toByte }, place) => ({
    place,
    cost: costs[kind] * Math.max(Math.min(toByte, sizeBytes) - fromByte, 0),
  }));
  const costly = priced.filter(({ cost }) => cost >= worthReading * sizeBytes).length;
  const threads = sizeBytes < worthSharingBytes ? 1 : Math.max(Math.min(most, costly), 1);
  const shares = Array.from({ length: threads }, () => ({ cost: 0, places: [] as number[] }));
  for (const { cost, place } of priced.toSorted((a, b) => b.cost - a.cost)) {
    const least = shares.reduce((found, share) => (share.cost < found.cost ? share : found));
    least.places.push(place);
    least.cost += cost;
  }
  return shares.map(({ places }) => places.toSorted((a, b) => a - b)).filter((places) => places.length > 0);
}
