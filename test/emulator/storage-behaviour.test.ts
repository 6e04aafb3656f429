import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import type { EmulatorOptions, RunningEmulator, StorageBehaviour } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { large } from '../faults/downloads/catalogue-files.js';
import { startForTest } from './emulator-calls.js';

const start = (storage: StorageBehaviour = {}, more: EmulatorOptions = {}): Promise<RunningEmulator> =>
  startForTest({ imageCount: 0, storage, ...more });

async function linkOf(emulator: RunningEmulator): Promise<string> {
  const response = await fetch(`${emulator.siteUrl}/api/download/models/${large.versionId}`, {
    redirect: 'manual',
    headers: { authorization: `Bearer ${emulator.apiKey}` },
  });
  return response.headers.get('location') ?? '';
}

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  /** Whether all that was promised came. */
  readonly complete: boolean;
}

/** Not by fetch, which unpacks, completes and hides. */
async function get(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return await new Promise<Got>((resolve, reject) => {
    let answeredYet = false;
    const call = request(url, { method, headers, agent: false }, (response) => {
      answeredYet = true;
      const { headers: answered, statusCode = 0 } = response;
      buffer(response).then(
        (bytes) => resolve({ status: statusCode, headers: answered, bytes, complete: response.complete }),
        () => resolve({ status: statusCode, headers: answered, bytes: Buffer.alloc(0), complete: false }),
      );
    });
    // What comes after the end of an answer is not its failure.
    call.on('error', (error) => {
      if (!answeredYet) reject(error);
    });
    call.end();
  });
}

describe('the storage', () => {
  it.each([
    ['r2', 'authorization', 400, '<Code>InvalidRequest</Code>'],
    ['b2', 'authorization', 401, '"code":"bad_auth_token"'],
  ] as const)('%s refuses a second credential in its own way', async (dialect, name, status, said) => {
    const emulator = await start({ dialect });
    const got = await get(await linkOf(emulator), { [name]: 'Bearer x' });
    expect([got.status, got.bytes.toString()]).toEqual([status, expect.stringContaining(said)]);
  });

  it.each([
    ['r2', 403, '<Code>AccessDenied</Code><Message>Request has expired'],
    ['b2', 401, '"code":"expired_auth_token"'],
  ] as const)('%s refuses an expired link in its own way', async (dialect, status, said) => {
    const emulator = await start({ dialect });
    const url = await linkOf(emulator);
    emulator.expireSignedUrls();
    const got = await get(url);
    expect([got.status, got.bytes.toString()]).toEqual([status, expect.stringContaining(said)]);
  });

  it.each(['r2', 'b2'] as const)('%s signs for one verb and one path', async (dialect) => {
    const url = await linkOf(await start({ dialect }));
    expect((await get(url, {}, 'HEAD')).status).toBe(403);
    const other = await get(url.replace(large.name, 'other.bin'));
    expect([other.status, other.bytes.toString()]).toEqual([403, expect.stringContaining('SignatureDoesNotMatch')]);
  });

  it.each([
    ['quoted', `attachment; filename="${large.name}"`],
    ['star', `attachment; filename*=UTF-8''${large.name}`],
    ['both', `attachment; filename="${large.name}"; filename*=UTF-8''${large.name}`],
    ['utf8raw', `attachment; filename="${large.name}"`],
    ['traversal', `attachment; filename="../../${large.name}"`],
    ['none', undefined],
  ] as const)('tells the name of a file: %s', async (disposition, expected) => {
    const got = await get(await linkOf(await start({ disposition })));
    expect([got.status, got.headers['content-disposition']]).toEqual([200, expected]);
  });

  it('gives weak names, or none, and then a condition on a name does not hold', async () => {
    const weak = await start({ etags: 'weak' });
    const url = await linkOf(weak);
    const { headers } = await get(url);
    expect(headers['etag']).toMatch(/^W\/"/);
    expect((await get(url, { range: 'bytes=5-', 'if-range': String(headers['etag']) })).status).toBe(200);
    expect((await get(url, { range: 'bytes=5-', 'if-range': String(headers['last-modified']) })).status).toBe(206);
    const none = await get(await linkOf(await start({ etags: 'none', withoutDates: true })));
    expect([none.headers['etag'], none.headers['last-modified']]).toEqual([undefined, undefined]);
  });

  it('may know no ranges, and no lengths', async () => {
    const got = await get(await linkOf(await start({ withoutRanges: true, withoutLengths: true })), {
      range: 'bytes=5-9',
    });
    expect([got.status, got.headers['content-length'], got.headers['accept-ranges']]).toEqual([
      200,
      undefined,
      undefined,
    ]);
    expect(got.bytes.equals(large.bytes)).toBe(true);
  });

  it('is as slow as told: each connection, and all together', async () => {
    const timed = async (storage: StorageBehaviour): Promise<number> => {
      const url = await linkOf(await start(storage));
      const begin = performance.now();
      const parts = await Promise.all(
        [0, 1].map((half) => get(url, { range: `bytes=${half * 200_000}-${half * 200_000 + 199_999}` })),
      );
      expect(Buffer.concat(parts.map(({ bytes }) => bytes)).equals(large.bytes.subarray(0, 400_000))).toBe(true);
      return performance.now() - begin;
    };
    const each = await timed({ bytesPerSecond: 1_000_000 });
    const together = await timed({ totalBytesPerSecond: 1_000_000 });
    expect(each).toBeGreaterThan(170);
    expect(together).toBeGreaterThan(360);
  });
});

describe('faults of files', () => {
  const spoiled = (fault: string, headers: Record<string, string> = {}): Promise<Got> =>
    start().then(async (emulator) => get(await linkOf(emulator), { 'x-emulator-fault': fault, ...headers }));

  it('ignore-range sends all of it', async () => {
    const got = await spoiled('ignore-range', { range: 'bytes=5-9' });
    expect([got.status, got.bytes.length, got.headers['content-range']]).toEqual([200, large.bytes.length, undefined]);
  });

  it.each([
    ['wrong-range', 'bytes 6-10/1127937'],
    ['wrong-range=unnamed', undefined],
    ['wrong-range=otherTotal', 'bytes 5-9/1132032'],
  ])('%s lies about the range', async (fault, expected) => {
    const got = await spoiled(fault, { range: 'bytes=5-9' });
    expect([got.status, got.headers['content-range']]).toEqual([206, expected]);
  });

  it('wrong-range leaves whole files alone, and can claim several parts', async () => {
    expect((await spoiled('wrong-range')).bytes.equals(large.bytes)).toBe(true);
    const got = await spoiled('wrong-range=multipart', { range: 'bytes=5-9' });
    expect(got.headers['content-type']).toContain('multipart/byteranges');
  });

  it('changed-file gives another name, and the whole file', async () => {
    const got = await spoiled('changed-file', { range: 'bytes=5-9', 'if-range': '"x"' });
    expect([got.status, got.headers['etag']]).toEqual([200, '"another-file-under-the-same-name"']);
  });

  it('flipped-byte changes one', async () => {
    const { bytes } = await spoiled('flipped-byte=100');
    const changed = [...bytes.keys()].filter((index) => bytes[index] !== large.bytes[index]);
    expect(changed).toEqual([100]);
  });

  it('short-length promises less than there is', async () => {
    const got = await spoiled('short-length=1000');
    expect([got.headers['content-length'], got.bytes.length]).toEqual([
      String(large.bytes.length - 1000),
      large.bytes.length - 1000,
    ]);
  });

  it('compressed-body packs it', async () => {
    const got = await spoiled('compressed-body');
    expect(got.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(got.bytes).equals(large.bytes)).toBe(true);
  });

  it('storage-error speaks as storage does', async () => {
    const got = await spoiled('storage-error=SlowDown');
    expect([got.status, got.bytes.toString()]).toEqual([503, expect.stringContaining('<Code>SlowDown</Code>')]);
    expect((await spoiled('storage-error=NoSuchKey; status=404')).status).toBe(404);
  });
});
