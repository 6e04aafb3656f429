import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CacheIdentity, HashCache } from '../../../src/files/identify/hash-cache.js';
import { defaultHashCachePath } from '../../../src/files/identify/hash-cache-path.js';
import { useTemporaryFolder } from '../use-temporary-folder.js';

const folder = useTemporaryFolder();
const path = (): string => join(folder(), 'hashes.json');
const identity: CacheIdentity = { sizeBytes: 5, modifiedAtNs: 1_700_000_000_123_456_789n, inode: 7n };
const sha256 = 'A'.repeat(64);

async function filled(options = {}): Promise<HashCache> {
  const cache = await HashCache.open(path(), options);
  cache.remember('/a.pt', identity, ['sha256', 'autoV3'], { sha256 });
  await cache.save();
  return HashCache.open(path(), options);
}

describe('HashCache', () => {
  it('remembers between runs, also that a file has not a hash', async () => {
    const cache = await filled();
    expect(cache.lookup('/a.pt', identity, ['sha256'])).toEqual({ sha256 });
    expect(cache.lookup('/a.pt', identity, ['sha256', 'autoV3'])).toEqual({ sha256 });
    expect(cache.lookup('/a.pt', identity, ['sha256', 'blake3'])).toBeUndefined();
  });

  it.each([
    ['path', '/b.pt', identity],
    ['size', '/a.pt', { ...identity, sizeBytes: 6 }],
    ['time', '/a.pt', { ...identity, modifiedAtNs: identity.modifiedAtNs + 1n }],
    ['inode', '/a.pt', { ...identity, inode: 8n }],
  ])('knows nothing of a file of another %s', async (_what, file, other) => {
    expect((await filled()).lookup(file, other, ['sha256'])).toBeUndefined();
  });

  it('adds hashes of the same file, and forgets those of the old one', async () => {
    const cache = await filled();
    cache.remember('/a.pt', identity, ['crc32'], { crc32: '12345678' });
    expect(cache.lookup('/a.pt', identity, ['sha256', 'crc32'])).toEqual({ sha256, crc32: '12345678' });
    const other = { ...identity, sizeBytes: 6 };
    cache.remember('/a.pt', other, ['crc32'], { crc32: '00000000' });
    expect(cache.lookup('/a.pt', other, ['sha256'])).toBeUndefined();
  });

  it('does not trust a file that was changed just now', async () => {
    const changedMs = Number(identity.modifiedAtNs / 1_000_000n);
    const cache = await HashCache.open(path(), { now: () => changedMs + 1000 });
    cache.remember('/a.pt', identity, ['sha256'], { sha256 });
    expect(cache.size).toBe(0);
    await cache.save();
    expect(existsSync(path())).toBe(false);
  });

  it('keeps what another process has written meanwhile', async () => {
    const first = await HashCache.open(path());
    const second = await HashCache.open(path());
    first.remember('/a.pt', identity, ['sha256'], { sha256 });
    second.remember('/b.pt', identity, ['sha256'], { sha256 });
    await first.save();
    await second.save();
    expect((await HashCache.open(path())).size).toBe(2);
  });

  it('forgets what was not used for longest', async () => {
    let day = 20_000;
    const now = (): number => day * 86_400_000;
    const cache = await HashCache.open(path(), { maxEntries: 2, now });
    for (const name of ['/a', '/b', '/c']) {
      cache.remember(name, identity, ['sha256'], { sha256 });
      day += 1;
    }
    cache.lookup('/a', identity, ['sha256']);
    await cache.save();
    const kept = await HashCache.open(path());
    expect(['/a', '/b', '/c'].filter((name) => kept.lookup(name, identity, ['sha256']) !== undefined)).toEqual([
      '/a',
      '/c',
    ]);
  });

  it('is for its owner only, and is not written without need', async () => {
    await filled();
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    writeFileSync(path(), 'untouched');
    await (await HashCache.open(path())).save();
    expect(readFileSync(path(), 'utf8')).toBe('untouched');
  });

  it('is empty for anything that is no cache', async () => {
    const json = fc.json({ maxDepth: 4 });
    const files = fc.dictionary(
      fc.string(),
      fc.oneof(
        fc.jsonValue(),
        fc.record({
          size: fc.integer(),
          mtimeNs: fc.string(),
          inode: fc.string(),
          used: fc.integer(),
          hashes: fc.jsonValue(),
        }),
      ),
    );
    const text = fc.oneof(
      fc.string(),
      json,
      files.map((value) => JSON.stringify({ format: 1, files: value })),
      fc.constant('{"format":2,"files":{}}'),
    );
    await fc.assert(
      fc.asyncProperty(text, async (content) => {
        writeFileSync(path(), content);
        const cache = await HashCache.open(path());
        expect(cache.lookup('/a.pt', identity, ['sha256'])).toBeUndefined();
        cache.remember('/a.pt', identity, ['sha256'], { sha256 });
        await cache.save();
        expect((await HashCache.open(path())).lookup('/a.pt', identity, ['sha256'])).toEqual({ sha256 });
      }),
      { numRuns: 200 },
    );
  });
});

it('defaultHashCachePath is where the system has its caches', () => {
  const end = join('civitkit', 'hashes.json');
  expect(defaultHashCachePath({ XDG_CACHE_HOME: '/c' }, 'linux')).toBe(join('/c', end));
  expect(defaultHashCachePath({ XDG_CACHE_HOME: 'relative' }, 'linux')).toBe(join(homedir(), '.cache', end));
  expect(defaultHashCachePath({}, 'darwin')).toBe(join(homedir(), 'Library', 'Caches', end));
  expect(defaultHashCachePath({ LOCALAPPDATA: '/local' }, 'win32')).toBe(join('/local', end));
});
