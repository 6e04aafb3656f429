import type { FileHashes, HashAlgorithm } from './hash-algorithm.js';

/** How bytes are hashed, whatever bytes. */
export type DigestKind = 'sha256' | 'sha512' | 'blake3' | 'crc32';

/** A part of a file that is hashed. */
export interface HashRange {
  readonly kind: DigestKind;
  readonly fromByte: number;
  /** Exclusive; may lie behind the end. */
  readonly toByte: number;
}

const autoV1From = 0x10_00_00;
const autoV1To = 0x11_00_00;

interface Recipe {
  readonly range: HashRange;
  /** How many digits of the digest are used; default: all. */
  readonly digits?: number;
  /** Whether it says something about no bytes as well. */
  readonly ofNothing: boolean;
}

const whole = (kind: DigestKind): HashRange => ({ kind, fromByte: 0, toByte: Number.POSITIVE_INFINITY });

function recipeOf(algorithm: HashAlgorithm, dataFromByte: number | undefined): Recipe | undefined {
  switch (algorithm) {
    case 'autoV1':
      return { range: { kind: 'sha256', fromByte: autoV1From, toByte: autoV1To }, digits: 8, ofNothing: false };
    case 'autoV2':
      return { range: whole('sha256'), digits: 10, ofNothing: true };
    case 'autoV3':
      if (dataFromByte === undefined) return undefined;
      return { range: { ...whole('sha256'), fromByte: dataFromByte }, digits: 12, ofNothing: false };
    case 'sha256':
    case 'sha512':
    case 'blake3':
    case 'crc32':
      return { range: whole(algorithm), ofNothing: true };
  }
}

/**
 * The ranges that must be hashed for these algorithms, none of them twice. That of AutoV3 is the last, so that the others
 * stay where they are when it turns out that there is none.
 *
 * @param dataFromByte - where the data begins, of a safetensors file
 */
export function planRanges(
  algorithms: readonly HashAlgorithm[],
  dataFromByte: number | undefined,
): readonly HashRange[] {
  const ranges = new Map<string, HashRange>();
  for (const algorithm of algorithms.toSorted((a, b) => Number(a === 'autoV3') - Number(b === 'autoV3'))) {
    const range = recipeOf(algorithm, dataFromByte)?.range;
    if (range !== undefined) ranges.set(keyOf(range), range);
  }
  return [...ranges.values()];
}

/** The hashes that were asked for, from the digests of the ranges that {@link planRanges} gave for them. */
export function hashesOf(
  algorithms: readonly HashAlgorithm[],
  dataFromByte: number | undefined,
  sizeBytes: number,
  digests: readonly string[],
): FileHashes {
  const byRange = new Map(planRanges(algorithms, dataFromByte).map((range, at) => [keyOf(range), digests[at]]));
  const hashes: { -readonly [A in HashAlgorithm]?: string } = {};
  for (const algorithm of algorithms) {
    const recipe = recipeOf(algorithm, dataFromByte);
    if (recipe === undefined || (!recipe.ofNothing && sizeBytes <= recipe.range.fromByte)) continue;
    const digest = byRange.get(keyOf(recipe.range));
    if (digest !== undefined) hashes[algorithm] = digest.slice(0, recipe.digits).toUpperCase();
  }
  return hashes;
}

function keyOf({ fromByte, kind, toByte }: HashRange): string {
  return `${kind} ${fromByte} ${toByte}`;
}
