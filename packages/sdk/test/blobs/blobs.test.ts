import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, type LoopbackServer, reset, startLoopback, text } from '../../../../test/support/loopback-server.js';
import { useServedClient } from '../support/served-client.js';

const served = useServedClient();
const bytes = new Uint8Array(200_000).map((_, index) => index % 251);

describe('upload', () => {
  const blob = { type: 'image', id: 'A.png', available: true, url: 'https://blobs.test/A' };

  it('sends the bytes as they are, with their type, length and progress', async () => {
    const client = await served.serve(json(blob, 201));
    const seen: number[] = [];
    const uploaded = await client.blobs.upload(bytes, {
      contentType: 'image/png',
      onProgress: ({ sentBytes, totalBytes }) => seen.push(sentBytes / totalBytes),
    });
    expect(uploaded).toEqual(blob);
    expect(served.server.exchanges[0]).toMatchObject({
      method: 'POST',
      url: '/v2/consumer/blobs',
      headers: { 'content-type': 'image/png', 'content-length': '200000' },
    });
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  it('takes the type of a Blob, and asks for it where nobody says it', async () => {
    const client = await served.serve(json(blob, 201));
    await client.blobs.upload(new Blob([bytes], { type: 'video/webm' }));
    expect(served.server.exchanges[0]?.headers['content-type']).toBe('video/webm');
    expect(() => client.blobs.upload(bytes)).toThrow(TypeError);
  });

  it('is sent again when the connection breaks, from the beginning', async () => {
    const client = await served.serve([reset, json(blob, 201)]);
    expect((await client.blobs.upload(bytes, { contentType: 'image/png' })).id).toBe('A.png');
    expect(served.server.exchanges.map(({ headers }) => headers['content-length'])).toEqual(['200000', '200000']);
  });

  it('sends a stream once only', async () => {
    const client = await served.serve([reset, json(blob, 201)]);
    const chunks = (async function* () {
      yield bytes;
    })();
    const source = { sizeBytes: bytes.byteLength, chunks };
    const outcome = await client.blobs.upload(source, { contentType: 'image/png' }).asResult();
    expect(outcome).toMatchObject({ ok: false, error: { code: 'connection_failed', attempts: 1 } });
  });

  it('goes to a signed place without the token', async () => {
    const client = await served.serve([
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(
          JSON.stringify({ uploadUrl: `${served.server.origin}/v2/consumer/blobs?sig=s`, expiresAt: 'soon' }),
        );
      },
      json(blob, 201),
    ]);
    const { uploadUrl } = await client.blobs.createUpload();
    await client.blobs.uploadTo(uploadUrl, bytes, { contentType: 'image/png' });
    const [asked, uploaded] = served.server.exchanges;
    expect(asked?.headers.authorization).toBeDefined();
    expect(uploaded?.url).toBe('/v2/consumer/blobs?sig=s');
    expect(uploaded?.headers.authorization).toBeUndefined();
  });

  it('reports content that the server refuses', async () => {
    const client = await served.serve(json({ title: 'Blocked', status: 422, detail: 'not allowed' }, 422));
    const outcome = await client.blobs.upload(bytes, { contentType: 'image/png' }).asResult();
    expect(outcome).toMatchObject({ ok: false, error: { name: 'ValidationError', status: 422 } });
  });
});

describe('get, exists and refresh', () => {
  it('get gives the target of the redirect and does not follow it', async () => {
    const client = await served.serve((_, response) => {
      response.writeHead(308, { location: 'https://content.test/token?sig=1', 'x-nsfw-level': 'pg13' }).end();
    });
    const location = await client.blobs.get('A.png', { workflowId: 'w', nsfwLevel: 'r', filename: 'a b.png' });
    expect(location).toEqual({ url: 'https://content.test/token?sig=1', nsfwLevel: 'pg13' });
    expect(served.server.exchanges[0]?.url).toBe(
      '/v2/consumer/blobs/A.png?workflowId=w&nsfwLevel=r&filename=a%20b.png',
    );
  });

  it('exists asks for the head alone', async () => {
    const client = await served.serve([
      (_, response) => void response.writeHead(204).end(),
      (_, response) => void response.writeHead(404).end(),
      (_, response) => void response.writeHead(403).end(),
    ]);
    expect(await client.blobs.exists('A.png')).toBe(true);
    expect(await client.blobs.exists('B.png')).toBe(false);
    await expect(client.blobs.exists('C.png')).rejects.toMatchObject({ status: 403 });
    expect(served.server.exchanges.map(({ method }) => method)).toEqual(['HEAD', 'HEAD', 'HEAD']);
  });

  it('refresh gives the blob anew', async () => {
    const client = await served.serve(json({ type: 'image', id: 'A.png', available: true, url: 'https://new.test' }));
    expect((await client.blobs.refresh('A.png')).url).toBe('https://new.test');
    expect(served.server.exchanges[0]).toMatchObject({ method: 'POST', url: '/v2/consumer/blobs/A.png/refresh' });
  });
});

describe('refreshUrls', () => {
  it('replaces what is unsigned, has expired or soon will, each blob once, and leaves the rest', async () => {
    const client = await served.serve(({ url }, response) => {
      const id = url.split('/')[4];
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ type: 'image', id, available: true, url: `https://fresh.test/${id}` }));
    });
    const host = 'https://orchestration.civitai.com/v2/consumer/blobs';
    const later = Math.floor(Date.now() / 1000) + 3600;
    const value = {
      unsigned: `${host}/A.png`,
      again: [`${host}/A.png`],
      unsignedButDated: `${host}/A.png?exp=${later}`,
      expired: `${host}/B.png?sig=s&exp=1`,
      good: `${host}/C.png?sig=s&exp=${later}`,
      elsewhere: 'https://example.com/v2/other/D.png',
      count: 3,
      none: null,
    };
    const before = structuredClone(value);
    expect(await client.blobs.refreshUrls(value)).toEqual({
      ...value,
      unsigned: 'https://fresh.test/A.png',
      again: ['https://fresh.test/A.png'],
      unsignedButDated: 'https://fresh.test/A.png',
      expired: 'https://fresh.test/B.png',
    });
    expect(value).toEqual(before);
    expect(served.server.exchanges).toHaveLength(2);
  });
});

describe('read and download', () => {
  let directory: string;
  let storage: LoopbackServer;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'civitkit-blobs-'));
    storage = await startLoopback(({ url }, response) => {
      if (url.includes('expired')) response.writeHead(403).end();
      else response.writeHead(200, { 'content-type': 'image/png', 'content-length': bytes.byteLength }).end(bytes);
    });
  });

  afterEach(async () => {
    await storage.close();
    rmSync(directory, { recursive: true });
  });

  it('saves a blob by its URL, and sends the storage no token', async () => {
    const client = await served.serve(json({}));
    const path = join(directory, 'a.png');
    const blob = { id: 'A.png', url: `${storage.origin}/good` };
    expect(await client.blobs.download(blob, path)).toMatchObject({ bytes: bytes.byteLength });
    expect(new Uint8Array(readFileSync(path))).toEqual(bytes);
    expect(storage.exchanges[0]?.headers.authorization).toBeUndefined();
    expect(served.server.exchanges).toHaveLength(0);
  });

  it('asks for a fresh URL when the one at hand has expired', async () => {
    const client = await served.serve((_, response) => {
      response.writeHead(308, { location: `${storage.origin}/good` }).end();
    });
    const path = join(directory, 'a.png');
    await client.blobs.download({ id: 'A.png', url: `${storage.origin}/expired` }, path);
    expect(new Uint8Array(readFileSync(path))).toEqual(bytes);
    expect(served.server.exchanges.map(({ url }) => url)).toEqual(['/v2/consumer/blobs/A.png']);
  });

  it('finds a blob by its id alone', async () => {
    const client = await served.serve((_, response) => {
      response.writeHead(308, { location: `${storage.origin}/good` }).end();
    });
    const { body } = await client.blobs.read('A.png');
    let size = 0;
    for await (const chunk of body) size += chunk.byteLength;
    expect(size).toBe(bytes.byteLength);
  });

  it('says so when there is nothing to read by', async () => {
    const client = await served.serve(json({}));
    await expect(client.blobs.read({ url: null })).rejects.toMatchObject({ code: 'invalid_argument' });
    await expect(client.blobs.read({ url: `${storage.origin}/expired` })).rejects.toMatchObject({ status: 403 });
    expect(served.server.exchanges).toHaveLength(0);
  });

  it('leaves a file that is there as it is, unless told', async () => {
    const client = await served.serve(json({}));
    const path = join(directory, 'a.png');
    writeFileSync(path, 'mine');
    await expect(client.blobs.download(`${storage.origin}/good`, path)).rejects.toMatchObject({ code: 'file_exists' });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    await client.blobs.download(`${storage.origin}/good`, path, { overwrite: true });
    expect(readFileSync(path)).toHaveLength(bytes.byteLength);
  });

  it('leaves nothing behind when the bytes end too early', async () => {
    const short = await startLoopback((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('some');
      setImmediate(() => response.socket?.destroy());
    });
    try {
      const client = await served.serve(json({}));
      const path = join(directory, 'a.png');
      await expect(client.blobs.download(`${short.origin}/x`, path)).rejects.toMatchObject({ name: 'ConnectionError' });
      expect(() => readFileSync(path)).toThrow('ENOENT');
      expect(() => readFileSync(`${path}.part`)).toThrow('ENOENT');
    } finally {
      await short.close();
    }
  });
});

describe('streaming blobs', () => {
  it('give their lines as JSON, cut anywhere on the way', async () => {
    const client = await served.serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      response.write('{"a":"ü');
      response.write('ber"}\r\n\n{"b"');
      response.end(':2}');
    });
    const lines: unknown[] = [];
    for await (const line of client.streamingBlobs.lines('key')) lines.push(line);
    expect(lines).toEqual([{ a: 'über' }, { b: 2 }]);
  });

  it('refuse a line that is no JSON', async () => {
    const client = await served.serve(text('{"a":1}\nnope\n', 'application/x-ndjson'));
    const read = async (): Promise<void> => {
      for await (const line of client.streamingBlobs.lines('key')) expect(line).toEqual({ a: 1 });
    };
    await expect(read()).rejects.toMatchObject({ code: 'invalid_json' });
  });

  it('are added to piece by piece; the same piece may be sent again', async () => {
    const client = await served.serve([reset, json({ nextSequence: 4 })]);
    const answer = await client.streamingBlobs.append('key', bytes, { sequence: 3, final: true });
    expect(answer).toEqual({ nextSequence: 4 });
    expect(served.server.exchanges.map(({ url }) => url)).toEqual([
      '/v2/consumer/streaming-blobs/key?seq=3&final=true',
      '/v2/consumer/streaming-blobs/key?seq=3&final=true',
    ]);
    expect(() => client.streamingBlobs.append('key', bytes, { sequence: -1 })).toThrow(RangeError);
  });
});
