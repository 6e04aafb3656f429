import { assert, integer, nat, property, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashAlgorithms } from '../../../src/files/hashing/hash-algorithm.js';
import { planRanges } from '../../../src/files/hashing/hash-range.js';
import { SpareThreads } from '../../../src/files/hashing/spare-threads.js';
import { splitRanges } from '../../../src/files/hashing/split-ranges.js';

const large = 64 * 1_048_576;
const every = planRanges(hashAlgorithms, 24);

/** What each thread hashes. */
function shares(threads: number, sizeBytes = large): readonly string[] {
  return splitRanges(every, sizeBytes, threads).map((places) => places.map((place) => every[place]?.kind).join(' '));
}

describe('splitRanges', () => {
  it('gives the two SHA256 of a file, and BLAKE3 and SHA512, to different threads', () => {
    expect(shares(1)).toEqual(['sha256 sha512 blake3 crc32 sha256 sha256']);
    expect(shares(2)).toEqual(['sha256 sha512 crc32 sha256', 'blake3 sha256']);
    expect(shares(4)).toEqual(['sha256', 'sha256', 'blake3', 'sha512 crc32 sha256']);
  });

  it('starts no thread for what is cheap, nor for a small file', () => {
    expect(splitRanges(planRanges(['sha256', 'autoV1', 'autoV2', 'crc32'], undefined), large, 4)).toEqual([[0, 1, 2]]);
    expect(splitRanges(planRanges(['crc32', 'autoV1'], undefined), large, 4)).toHaveLength(1);
    expect(shares(4, 33_554_431)).toHaveLength(1);
    expect(shares(4, 33_554_432)).toHaveLength(4);
    expect(splitRanges([], large, 4)).toEqual([]);
  });

  it('gives each range to one thread', () => {
    const algorithms = subarray([...hashAlgorithms], { minLength: 1 });
    assert(
      property(algorithms, nat({ max: 2 * large }), integer({ min: 0, max: 9 }), (asked, size, threads) => {
        const ranges = planRanges(asked, 24);
        const split = splitRanges(ranges, size, threads);
        expect(split.flat().toSorted((a, b) => a - b)).toEqual(ranges.map((_range, place) => place));
        expect(split.length).toBeLessThanOrEqual(Math.max(threads, 1));
      }),
    );
  });
});

describe('SpareThreads', () => {
  it('shares the threads of the lanes that ended among those that work', () => {
    const spare = new SpareThreads(4);
    expect(spare.take()).toBe(0);
    spare.end();
    spare.end();
    expect([spare.take(), spare.take(), spare.take()]).toEqual([1, 1, 0]);
    spare.give(1);
    spare.end();
    expect(spare.take()).toBe(2);
  });
});
