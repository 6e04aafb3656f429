import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ServedBlobStore } from '../../../src/emulator/orchestration/blobs/blob-store.js';
import { createBlobStore } from '../../../src/emulator/orchestration/blobs/create-blob-store.js';
import { listen, serveHost } from './serve-routes.js';

const LONG = `${'long-'.repeat(30)}é.txt`;

async function start(): Promise<ServedBlobStore> {
  const content = await listen();
  const store = createBlobStore({ apiUrl: 'http://127.0.0.1:9', contentUrl: content.origin });
  serveHost(content, store.host);
  return store;
}

function put(store: ServedBlobStore, text: string): string {
  return store.put({ type: 'image', bytes: Buffer.from(text), contentType: 'image/png', extension: 'png' });
}

async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'civitkit-archive-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const download = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer());

/** Names and contents of a zip, read from its directory. */
function unzip(zip: Buffer): readonly (readonly [string, string])[] {
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  const files: [string, string][] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    const [size, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const local = zip.readUInt32LE(at + 42);
    expect(zip.readUInt32LE(local)).toBe(0x04034b50);
    const begin = local + 30 + zip.readUInt16LE(local + 26);
    const content = zip.subarray(begin, begin + size);
    expect(crc32(content)).toBe(zip.readUInt32LE(at + 16));
    files.push([zip.toString('utf8', at + 46, at + 46 + nameLength), content.toString()]);
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return files;
}

describe('an archive', () => {
  it('is a zip with every blob that is there, under names of their own', async () => {
    const store = await start();
    const [a, b, c] = ['one', 'two', 'three'].map((text) => put(store, text)) as [string, string, string];
    const archive = store.archive(
      [{ blobId: a, fileName: 'é.png' }, { blobId: b, fileName: 'é.png' }, { blobId: 'GONE.png' }, { blobId: c }],
      'zip',
    );
    expect(archive).toMatchObject({ entryCount: 4, format: 'zip' });
    expect(unzip(await download(archive.url))).toEqual([
      ['é.png', 'one'],
      ['é (2).png', 'two'],
      [c, 'three'],
    ]);
  });

  it('is a tar that the usual program unpacks, long names too', async () => {
    const store = await start();
    const entries = [
      { blobId: put(store, 'one'), fileName: 'a.txt' },
      { blobId: put(store, 'x'.repeat(1024)), fileName: LONG },
    ];
    const folder = await scratch();
    const file = join(folder, 'archive.tar');
    await writeFile(file, await download(store.archive(entries, 'tar').url));
    await promisify(execFile)('tar', ['-xf', file, '-C', folder]);
    expect((await readdir(folder)).toSorted()).toEqual(['a.txt', 'archive.tar', LONG].toSorted());
    expect(await readFile(join(folder, LONG), 'utf8')).toBe('x'.repeat(1024));
  });

  it('is gone (410) when its URL has expired', async () => {
    const store = await start();
    const { url } = store.archive([{ blobId: put(store, 'one') }], 'zip');
    const { status, headers } = await fetch(url);
    expect([status, headers.get('content-type'), headers.get('content-length')]).toEqual([
      200,
      'application/zip',
      null,
    ]);
    store.expireUrls();
    expect((await fetch(url)).status).toBe(410);
  });
});
