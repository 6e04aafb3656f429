import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHasher } from '../../../src/files/hashing/create-hasher.js';
import { hashAlgorithms } from '../../../src/files/hashing/hash-algorithm.js';
import { hashStream } from '../../../src/files/hashing/hash-stream.js';
import { plainBytes, referenceHashes, safetensorsBytes } from './reference-hashes.js';

const mebibyte = 1_048_576;

describe('createHasher', () => {
  it('gives the published hashes of a known text', async () => {
    const hasher = await createHasher(hashAlgorithms);
    hasher.update(Buffer.from('hello '));
    hasher.update(Buffer.from('world'));
    expect(hasher.sizeBytes).toBe(11);
    expect(hasher.digest()).toEqual({
      sha256: 'B94D27B9934D3E08A52E52D7DA7DABFAC484EFE37A5380EE9088F7ACE2EFCDE9',
      sha512:
        '309ECC489C12D6EB4CC40F50C902F2B4D0ED77EE511A7C7A9BCD3CA86D4CD86F989DD35BC5FF499670DA34255B45B0CFD830E81F605DCF7DC5542E93AE9CD76F',
      blake3: 'D74981EFA70A0C880B8D8C1985D075DBCBF679B99A5F9914E5AAF96B831A9E24',
      crc32: '0D4A1185',
      autoV2: 'B94D27B993',
    });
  });

  it('gives the hashes of nothing', async () => {
    expect((await createHasher(hashAlgorithms)).digest()).toEqual(referenceHashes(new Uint8Array(0)));
  });

  it('gives sha256 and autoV2 when nothing else is asked for', async () => {
    expect(Object.keys((await createHasher()).digest())).toEqual(['sha256', 'autoV2']);
  });

  it('has AutoV1 as soon as there is a byte behind the first MiB, of as many bytes as there are', async () => {
    const seen: (string | undefined)[] = [];
    for (const length of [
      mebibyte - 1,
      mebibyte,
      mebibyte + 1,
      mebibyte + 65_535,
      mebibyte + 65_536,
      mebibyte + 70_000,
    ]) {
      const hasher = await createHasher(['autoV1']);
      hasher.update(plainBytes(length));
      const { autoV1 } = hasher.digest();
      expect(autoV1).toBe(referenceHashes(plainBytes(length)).autoV1);
      seen.push(autoV1);
    }
    expect(seen.map((hash) => hash?.length)).toEqual([undefined, undefined, 8, 8, 8, 8]);
    expect(seen[4]).toBe(seen[5]);
  });

  it('keeps AutoV3 when the metadata of a safetensors file changes, and not SHA256', async () => {
    const hashes = [];
    for (const title of ['one', 'another title']) {
      const hasher = await createHasher(['autoV3', 'sha256']);
      hasher.update(safetensorsBytes(plainBytes(1000), { title }));
      hashes.push(hasher.digest());
    }
    const [one, other] = hashes;
    expect(one?.autoV3).toMatch(/^[\dA-F]{12}$/);
    expect(other?.autoV3).toBe(one?.autoV3);
    expect(other?.sha256).not.toBe(one?.sha256);
  });

  it('has no AutoV3 of what is no safetensors file, or ends within its header', async () => {
    for (const bytes of [
      plainBytes(2000),
      safetensorsBytes(new Uint8Array(0)),
      safetensorsBytes(plainBytes(9)).subarray(0, 40),
    ]) {
      const hasher = await createHasher(['autoV3', 'blake3']);
      hasher.update(bytes);
      expect(hasher.digest()).toEqual({ blake3: referenceHashes(bytes).blake3 });
    }
  });

  it('gives the same hashes however the bytes are cut', async () => {
    const content = safetensorsBytes(plainBytes(3000));
    const expected = referenceHashes(content, content.byteLength - 3000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(content.byteLength), { maxLength: 20 }),
        fc.shuffledSubarray([...hashAlgorithms], { minLength: 1 }),
        async (cuts, algorithms) => {
          const hasher = await createHasher(algorithms);
          const ends = [...cuts.toSorted((a, b) => a - b), content.byteLength];
          for (const [index, end] of ends.entries()) hasher.update(content.subarray(ends[index - 1] ?? 0, end));
          const wanted = Object.fromEntries(algorithms.map((name) => [name, expected[name]]));
          const { autoV1: _absent, ...present } = wanted;
          expect(hasher.digest()).toEqual(present);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives its digest as often as it is asked, and takes nothing after that', async () => {
    const hasher = await createHasher(['crc32']);
    expect(hasher.digest()).toBe(hasher.digest());
    expect(() => hasher.update(Buffer.from('x'))).toThrow('the digest was taken');
  });

  it('refuses what it cannot hash', async () => {
    const hasher = await createHasher(['crc32']);
    // @ts-expect-error a text is no bytes
    expect(() => hasher.update('text')).toThrow(TypeError);
    // @ts-expect-error there is no such algorithm
    await expect(createHasher(['md5'])).rejects.toThrow('algorithms must be some of sha256,');
    await expect(createHasher([])).rejects.toThrow(RangeError);
  });
});

describe('hashStream', () => {
  it('hashes a stream to its end', async () => {
    const stream = async function* (): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from('hello '));
      yield Buffer.from('world');
    };
    expect(await hashStream(stream(), { algorithms: ['crc32'] })).toEqual({
      sizeBytes: 11,
      hashes: { crc32: '0D4A1185' },
    });
  });

  it('rejects with the reason of the signal, even while the stream hangs, and leaves the stream', async () => {
    const controller = new AbortController();
    let left = false;
    const stream: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => ({
        next: () => {
          controller.abort(new Error('enough'));
          return new Promise<never>(() => undefined);
        },
        return: () => {
          left = true;
          return Promise.reject(new Error('of no interest'));
        },
      }),
    };
    await expect(hashStream(stream, { signal: controller.signal })).rejects.toThrow('enough');
    expect(left).toBe(true);
  });

  it('passes on what the stream throws', async () => {
    const stream = async function* (): AsyncGenerator<Uint8Array> {
      yield await Promise.reject<Uint8Array>(new RangeError('broken'));
    };
    await expect(hashStream(stream())).rejects.toThrow(new RangeError('broken'));
  });
});
