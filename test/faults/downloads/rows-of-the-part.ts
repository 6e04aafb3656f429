import { writeFileSync } from 'node:fs';
import { large, unhashed } from './catalogue-files.js';
import { atLink, type DownloadRow, inStorage, kept, ok, type Place, refused } from './download-row.js';

const { bytes } = large;
const total = bytes.length;
const etag = `"${large.sha256?.toLowerCase().slice(0, 32)}"`;
const half = Math.floor(total / 2);

/** Puts a part there, and what is noted of it. */
function part(content: Uint8Array | undefined, journal?: Record<string, unknown> | string): (place: Place) => void {
  return ({ target }) => {
    if (content !== undefined) writeFileSync(`${target}.part`, content);
    if (journal === undefined) return;
    const noted = {
      format: 1,
      versionId: large.versionId,
      fileId: large.fileId,
      sha256: large.sha256,
      totalBytes: total,
      etag,
      ranges: [{ start: 0, next: content?.byteLength ?? 0, end: total }],
      syncedBytes: 0,
      createdAt: '2026-01-01T00:00:00.000Z',
    };
    writeFileSync(
      `${target}.part.json`,
      typeof journal === 'string' ? journal : JSON.stringify({ ...noted, ...journal }),
    );
  };
}

function wrong(length: number): Buffer {
  return Buffer.alloc(length, 7);
}

/** Items 30–38, 46–50 and 63–64: what an earlier call may have left, and how this one may end. */
export const partRows: readonly DownloadRow[] = [
  { item: 35, name: 'all of it is there, but not under its name', prepare: part(bytes, {}), expected: ok, links: 0 },
  {
    item: 35,
    name: 'all of it is there, and nobody knows how long it is',
    prepare: part(bytes, { totalBytes: undefined, ranges: [{ start: 0, next: total }] }),
    expected: ok,
    links: 1,
  },
  {
    item: 35,
    name: 'more is there than the file has',
    prepare: part(Buffer.concat([bytes, bytes]), {}),
    expected: ok,
    links: 1,
  },
  {
    item: 35,
    name: 'more is there than the file has, and nobody knows how long it is',
    prepare: part(Buffer.concat([bytes, wrong(100)]), { totalBytes: undefined, ranges: [{ start: 0, next: total }] }),
    expected: ok,
    links: 1,
  },
  {
    item: 30,
    name: 'the file has been replaced since',
    prepare: part(wrong(half), { etag: '"of-another-file"', storageHost: undefined }),
    expected: ok,
    links: 1,
  },
  {
    item: 32,
    name: 'another mirror names the same bytes differently',
    prepare: part(bytes.subarray(0, half), { etag: '"of-another-mirror"', storageHost: 'mirror.example' }),
    expected: ok,
    links: 1,
  },
  {
    item: 32,
    name: 'another mirror names other bytes of the same length',
    prepare: part(wrong(half), { etag: '"of-another-mirror"', storageHost: 'mirror.example' }),
    expected: ok,
    links: 1,
  },
  { item: 36, name: 'a part that nothing is known of', prepare: part(bytes.subarray(0, half)), expected: ok, links: 1 },
  {
    item: 36,
    name: 'a part that nothing is known of, of other bytes',
    prepare: part(wrong(half)),
    expected: ok,
    links: 1,
  },
  {
    item: 36,
    name: 'a part that nothing is known of, longer than the file',
    prepare: part(wrong(total * 2)),
    expected: ok,
    links: 1,
  },
  {
    item: 36,
    name: 'a part of another version',
    prepare: part(wrong(half), { versionId: 1, sha256: undefined }),
    expected: ok,
    links: 1,
  },
  {
    item: 36,
    name: 'a part of a file that was replaced under its id',
    prepare: part(wrong(half), { sha256: 'A'.repeat(64) }),
    expected: ok,
    links: 1,
  },
  {
    item: 36,
    name: 'a part that nothing is known of, and no hash',
    what: unhashed,
    prepare: ({ target }) => writeFileSync(`${target}.part`, wrong(100)),
    expected: ok,
    links: 1,
  },
  {
    item: 37,
    name: 'the tail was lost with the power',
    prepare: part(bytes.subarray(0, half), {
      ranges: [{ start: 0, next: total - 5, end: total }],
      syncedBytes: 300_000,
    }),
    expected: ok,
    links: 1,
  },
  {
    item: 37,
    name: 'the tail was lost with the power, and what is left is of zeros',
    prepare: part(Buffer.concat([bytes.subarray(0, 300_000), Buffer.alloc(200_000)]), {
      ranges: [{ start: 0, next: total - 5, end: total }],
      syncedBytes: 300_000,
    }),
    expected: ok,
    links: 1,
  },
  {
    item: 37,
    name: 'of four ranges the last ones were lost',
    prepare: part(bytes.subarray(0, 300_000), {
      ranges: [
        { start: 0, next: 300_000, end: 500_000 },
        { start: 500_000, next: 600_000, end: total },
      ],
      syncedBytes: 200_000,
    }),
    expected: ok,
    links: 1,
  },
  {
    item: 38,
    name: 'what was noted cannot be read',
    prepare: part(bytes.subarray(0, half), '{"format":1,'),
    expected: ok,
    links: 1,
  },
  {
    item: 38,
    name: 'what was noted makes no sense',
    prepare: part(bytes.subarray(0, half), { ranges: [{ start: 5, next: 1, end: 3 }] }),
    expected: ok,
    links: 1,
  },
  {
    item: 38,
    name: 'it was noted by a later program',
    prepare: part(bytes.subarray(0, half), { format: 2 }),
    expected: ok,
    links: 1,
  },
  {
    item: 38,
    name: 'noted, and nothing is there',
    prepare: part(undefined, { ranges: [{ start: 0, next: half, end: total }] }),
    expected: ok,
    links: 1,
  },
  {
    item: 46,
    name: 'the host of the storage is not known',
    faults: [atLink({ kind: 'redirect', location: 'https://storage.invalid/file' })],
    expected: refused('connection_failed', 'network'),
    links: 1,
  },
  {
    item: 18,
    name: 'the storage sends it in a circle',
    faults: [inStorage({ kind: 'redirect', location: '/civitai-delivery/again' })],
    expected: refused('unsafe_redirect', 'safety'),
    links: 1,
  },
  {
    item: 83,
    name: 'asleep for a day: the connection is dead and the link has expired',
    faults: [inStorage({ kind: 'resetMidBody' }, 1)],
    broken: ({ emulator }) => emulator.expireSignedUrls(),
    expected: ok,
    links: 2,
  },
  {
    item: 12,
    name: 'the quota is used up when the link has expired',
    faults: [inStorage({ kind: 'resetMidBody' }, 1)],
    broken: ({ emulator }) => {
      emulator.expireSignedUrls();
      emulator.addFault(atLink({ kind: 'status', status: 429 }));
    },
    expected: kept('quota_exceeded', 'rate'),
    links: 2,
  },
];
