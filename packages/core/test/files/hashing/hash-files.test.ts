import { getEventListeners } from 'node:events';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { hashAlgorithms } from '../../../src/files/hashing/hash-algorithm.js';
import { type HashOutcome, hashFiles } from '../../../src/files/hashing/hash-files.js';
import { HashThread } from '../../../src/files/hashing/hash-thread.js';
import { useTemporaryFolder } from '../use-temporary-folder.js';
import { plainBytes, referenceHashes, safetensorsBytes } from './reference-hashes.js';
import { useThreads } from './use-threads.js';

const folder = useTemporaryFolder();
const mebibyte = 1_048_576;

function file(name: string, bytes: Uint8Array | string = name): string {
  const path = join(folder(), name);
  writeFileSync(path, bytes);
  return path;
}

/** A file that takes long to hash and no room on the disk. */
function hugeFile(): string {
  const path = file('huge.safetensors', '');
  truncateSync(path, 64 * 1024 * mebibyte);
  return path;
}

async function collect(outcomes: AsyncIterable<HashOutcome>): Promise<ReadonlyMap<string, HashOutcome>> {
  const found = new Map<string, HashOutcome>();
  for await (const outcome of outcomes) found.set(outcome.path, outcome);
  return found;
}

const threads = useThreads();

describe('hashFiles', () => {
  it('gives all hashes of every file', async () => {
    const data = plainBytes(2 * mebibyte);
    const contents = new Map([
      ['empty', new Uint8Array(0)],
      ['small', plainBytes(5)],
      ['model.safetensors', safetensorsBytes(data)],
      ['large', plainBytes(9 * mebibyte)],
    ]);
    const paths = [...contents].map(([name, bytes]) => file(name, bytes));
    const outcomes = await collect(hashFiles(paths, { algorithms: hashAlgorithms, concurrency: 2 }));
    for (const [name, bytes] of contents) {
      const dataFromByte = name.endsWith('.safetensors') ? bytes.byteLength - data.byteLength : undefined;
      expect(outcomes.get(join(folder(), name))).toMatchObject({
        ok: true,
        value: {
          path: join(folder(), name),
          sizeBytes: bytes.byteLength,
          hashes: referenceHashes(bytes, dataFromByte),
        },
      });
    }
    expect(threads.started).toBe(2);
  });

  it('goes on when some files cannot be hashed', async () => {
    mkdirSync(join(folder(), 'models'));
    const paths = [join(folder(), 'missing'), file('a'), join(folder(), 'models'), file('b')];
    const outcomes = await collect(hashFiles(paths, { concurrency: 1 }));
    expect(paths.map((path) => outcomes.get(path)?.ok)).toEqual([false, true, false, true]);
    expect(outcomes.get(paths[0] ?? '')).toMatchObject({ error: { code: 'file_not_found' } });
    expect(outcomes.get(paths[2] ?? '')).toMatchObject({ error: { code: 'not_a_file' } });
  });

  it('gives paths back as they were given', async () => {
    const path = `${folder()}/./models/../a`;
    mkdirSync(join(folder(), 'models'));
    file('a');
    const outcomes = await collect(hashFiles([path]));
    expect(outcomes.get(path)).toMatchObject({ ok: true, value: { path: join(folder(), 'a') } });
  });

  it('takes no more paths than it works on', async () => {
    const names = Array.from({ length: 20 }, (_, index) => file(`file ${index}`));
    let taken = 0;
    let done = 0;
    let most = 0;
    const paths = async function* (): AsyncGenerator<string> {
      for (const name of names) {
        taken += 1;
        most = Math.max(most, taken - done);
        yield await Promise.resolve(name);
      }
    };
    for await (const outcome of hashFiles(paths(), { concurrency: 3 })) {
      expect(outcome.ok).toBe(true);
      done += 1;
    }
    expect(done).toBe(20);
    // Three are worked on, and one was finished and is being looked at.
    expect(most).toBeLessThanOrEqual(4);
  });

  it('says how far each file is', async () => {
    const path = file('large', plainBytes(9 * mebibyte));
    const seen: number[] = [];
    const onProgress = ({ hashedBytes }: { readonly hashedBytes: number }): number => seen.push(hashedBytes);
    await collect(hashFiles([path], { onProgress }));
    expect(seen).toEqual([8 * mebibyte, 9 * mebibyte]);
  });

  it('hashes a large file that is alone by all threads', async () => {
    const bytes = plainBytes(34 * mebibyte);
    const path = file('large', bytes);
    const seen: number[] = [];
    const onProgress = ({ hashedBytes }: { readonly hashedBytes: number }): number => seen.push(hashedBytes);
    const outcomes = await collect(hashFiles([path], { algorithms: hashAlgorithms, concurrency: 3, onProgress }));
    expect(outcomes.get(path)).toMatchObject({ ok: true, value: { hashes: referenceHashes(bytes) } });
    expect(threads.started).toBe(3);
    expect(seen).toEqual([8, 16, 24, 32, 34].map((count) => count * mebibyte));
  });

  it('refuses a file that changes meanwhile', async () => {
    const path = file('large', plainBytes(9 * mebibyte));
    const outcomes = await collect(hashFiles([path], { onProgress: () => truncateSync(path, 5) }));
    expect(outcomes.get(path)).toMatchObject({ ok: false, error: { code: 'file_changed' } });
  });

  it('ends at once when it is aborted in the middle of a file, and leaves nothing', async () => {
    const controller = new AbortController();
    const hashing = collect(
      hashFiles([hugeFile(), file('a')], {
        signal: controller.signal,
        onProgress: ({ path }) => {
          if (path.endsWith('huge.safetensors')) controller.abort(new Error('enough'));
        },
      }),
    );
    await expect(hashing).rejects.toThrow('enough');
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    expect(threads.started).toBeGreaterThan(0);
    await expect(collect(hashFiles([], { signal: controller.signal }))).rejects.toThrow('enough');
  });

  it('ends its threads when the iteration is left', async () => {
    let left = false;
    const paths = function* (): Generator<string> {
      try {
        yield file('a');
        yield hugeFile();
      } finally {
        left = true;
      }
    };
    for await (const outcome of hashFiles(paths(), { concurrency: 2 })) {
      expect(outcome.path).toBe(join(folder(), 'a'));
      break;
    }
    await vi.waitFor(() => expect(left).toBe(true));
  });

  it('ends with what the progress, or the source of the paths, throws', async () => {
    const failing = (): never => {
      throw new RangeError('mine');
    };
    await expect(collect(hashFiles([file('a'), hugeFile()], { onProgress: failing }))).rejects.toThrow('mine');
    const paths = function* (): Generator<string> {
      yield file('b');
      failing();
    };
    await expect(collect(hashFiles(paths()))).rejects.toThrow('mine');
  });

  it('refuses options that are none', () => {
    for (const concurrency of [0, 1.5, Number.NaN]) expect(() => hashFiles([], { concurrency })).toThrow(RangeError);
    // @ts-expect-error there is no such algorithm
    expect(() => hashFiles([], { algorithms: ['md5'] })).toThrow(RangeError);
    expect(() => hashFiles('path')).toThrow('must be a list');
  });
});

describe('HashThread', () => {
  it('says which file it was at when it dies', async () => {
    const thread = new HashThread(undefined);
    const path = hugeFile();
    const ranges = [{ kind: 'sha256', fromByte: 0, toByte: Number.POSITIVE_INFINITY } as const];
    const hashing = thread.run({ path, sizeBytes: 64 * 1024 * mebibyte, ranges }, () => thread.stop());
    await expect(hashing).rejects.toMatchObject({ code: 'read_failed', retryable: true, details: { path } });
    expect(thread.ended).toBe(true);
  });
});
