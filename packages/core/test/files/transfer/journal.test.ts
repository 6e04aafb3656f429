import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Journal, readJournal, sameIdentity, writeJournal } from '../../../src/files/transfer/journal.js';
import { useTemporaryFolder } from '../use-temporary-folder.js';

const place = useTemporaryFolder();
const good: Journal = {
  format: 1,
  versionId: 1,
  fileId: 2,
  sha256: 'AB',
  totalBytes: 100,
  etag: '"e"',
  lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT',
  storageHost: 'storage.test',
  ranges: [
    { start: 0, next: 10, end: 60 },
    { start: 60, next: 100, end: 100 },
  ],
  syncedBytes: 5,
  createdAt: '2026-01-01T00:00:00.000Z',
};

describe('the journal of a part', () => {
  it('is read back as it was written, and nothing else is left', async () => {
    const path = join(place(), 'a.part.json');
    await writeJournal(path, { ...good, totalBytes: 1 });
    await writeJournal(path, good);
    expect(await readJournal(path)).toEqual(good);
    expect(readdirSync(place())).toEqual(['a.part.json']);
  });

  it.each<[string, unknown]>([
    ['another format', { ...good, format: 2 }],
    ['no file', { ...good, fileId: undefined }],
    ['a negative count', { ...good, syncedBytes: -1 }],
    ['a name that is no text', { ...good, etag: 5 }],
    [
      'a gap between ranges',
      {
        ...good,
        ranges: [
          { start: 0, next: 0, end: 10 },
          { start: 20, next: 20, end: 100 },
        ],
      },
    ],
    [
      'an overlap of ranges',
      {
        ...good,
        ranges: [
          { start: 0, next: 0, end: 60 },
          { start: 50, next: 50, end: 100 },
        ],
      },
    ],
    ['more than a range has', { ...good, ranges: [{ start: 0, next: 101, end: 100 }] }],
    ['ranges that end too early', { ...good, ranges: [{ start: 0, next: 0, end: 99 }] }],
    [
      'a range without an end in the middle',
      {
        ...good,
        ranges: [
          { start: 0, next: 0 },
          { start: 0, next: 0, end: 100 },
        ],
      },
    ],
    ['a number beyond all files', { ...good, totalBytes: 2 ** 60 }],
    ['a list', []],
    ['null', null],
  ])('counts for nothing with %s', async (_name, value) => {
    const path = join(place(), 'a.part.json');
    writeFileSync(path, JSON.stringify(value));
    expect(await readJournal(path)).toBeUndefined();
  });

  it('counts for nothing when it is cut, empty or missing, whatever is in it', async () => {
    const path = join(place(), 'a.part.json');
    expect(await readJournal(path)).toBeUndefined();
    const text = JSON.stringify(good);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.nat(text.length - 1).map((length) => text.slice(0, length)),
          fc.json(),
        ),
        async (content) => {
          writeFileSync(path, content);
          expect(await readJournal(path)).toBeUndefined();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is of the same bytes with the same ids, and no other hash', () => {
    expect(sameIdentity(good, { versionId: 1, fileId: 2, sha256: 'ab' })).toBe(true);
    expect(sameIdentity(good, { versionId: 1, fileId: 2 })).toBe(true);
    expect(sameIdentity(good, { versionId: 1, fileId: 2, sha256: 'CD' })).toBe(false);
    expect(sameIdentity(good, { versionId: 1, fileId: 3 })).toBe(false);
    expect(sameIdentity(good, { versionId: 2, fileId: 2 })).toBe(false);
  });
});
