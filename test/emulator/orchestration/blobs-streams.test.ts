import { describe, expect, it } from 'vitest';
import type { ServedBlobStore } from '../../../src/emulator/orchestration/blobs/blob-store.js';
import { createBlobStore } from '../../../src/emulator/orchestration/blobs/create-blob-store.js';
import { plainPng } from '../../../src/emulator/orchestration/blobs/plain-png.js';
import { startLoopback, text } from '../../support/loopback-server.js';
import { ask, jsonOf, listen, serveRoutes } from './serve-routes.js';

async function start(trustedOrigins: readonly string[] = []): Promise<{ store: ServedBlobStore; api: string }> {
  const api = await listen();
  const store = createBlobStore({ apiUrl: api.origin, contentUrl: 'http://127.0.0.1:9', trustedOrigins });
  serveRoutes(api, store.routes);
  return { store, api: `${api.origin}/v2/consumer` };
}

describe('a streaming blob', () => {
  it('takes chunks in order, the same again without effect, and none with a gap', async () => {
    const { api } = await start();
    const append = async (query: string, body: string): Promise<readonly [number, unknown]> => {
      const response = await ask(`${api}/streaming-blobs/chat-1?${query}`, { method: 'POST', body });
      return [response.status, await response.json()];
    };
    expect(await append('seq=0', '{"a":1}\n')).toEqual([200, { nextSequence: 1 }]);
    expect(await append('seq=0', '{"a":2}\n')).toEqual([200, { nextSequence: 1 }]);
    expect(await append('seq=2', '{"a":3}\n')).toMatchObject([409, { nextSequence: 1 }]);
    expect(await append('seq=1&final=true', '{"a":4}\n')).toEqual([200, { nextSequence: 2 }]);
    expect(await append('seq=2', '{"a":5}\n')).toMatchObject([409, { nextSequence: 2 }]);
    expect(await append('seq=first', '')).toMatchObject([400, { errors: { seq: [expect.any(String)] } }]);
    const whole = await fetch(`${api}/streaming-blobs/chat-1`);
    expect([whole.headers.get('content-type'), await whole.text()]).toEqual([
      'application/x-ndjson',
      '{"a":1}\n{"a":4}\n',
    ]);
    expect((await fetch(`${api}/streaming-blobs/chat-2`)).status).toBe(404);
    expect((await fetch(`${api}/streaming-blobs/chat-1?seq=2`, { method: 'POST' })).status).toBe(401);
  });

  it('is read while it is written', async () => {
    const { store, api } = await start();
    store.streams.append('live', 0, Buffer.from('1\n'), false);
    const reader = (await fetch(`${api}/streaming-blobs/live`)).body?.getReader();
    const next = async (): Promise<string> => Buffer.from((await reader?.read())?.value ?? []).toString();
    expect(await next()).toBe('1\n');
    store.streams.append('live', 1, Buffer.from('2\n'), false);
    expect(await next()).toBe('2\n');
    store.streams.append('live', 2, Buffer.alloc(0), true);
    expect((await reader?.read())?.done).toBe(true);
  });

  it('lets go of readers that leave', async () => {
    const { store } = await start();
    store.streams.append('left', 0, Buffer.from('1\n'), false);
    const gone = new AbortController();
    const chunks = store.streams.read('left', gone.signal)[Symbol.asyncIterator]();
    expect((await chunks.next()).done).toBe(false);
    const pending = chunks.next();
    gone.abort();
    expect((await pending).done).toBe(true);
  });
});

describe('ingesting', () => {
  it('copies from a trusted source once', async () => {
    await using source = await startLoopback(text(plainPng(8, 4, [9, 9, 9]), 'image/png'));
    const { store, api } = await start([source.origin]);
    const ingest = (url: string): Promise<Response> =>
      ask(`${api}/blobs/ingest?sourceUrl=${encodeURIComponent(url)}`, { method: 'POST' });
    const first = await ingest(`${source.origin}/a.png`);
    const blob = await jsonOf<{ id: string; width: number }>(first);
    expect([first.status, blob.width, store.has(blob.id)]).toEqual([201, 8, true]);
    const again = await ingest(`${source.origin}/a.png`);
    expect([again.status, (await jsonOf<{ id: string }>(again)).id]).toEqual([200, blob.id]);
    expect(source.exchanges.length).toBe(1);
    expect([(await ingest('http://127.0.0.1:9/a.png')).status, (await ingest('a.png')).status]).toEqual([403, 400]);
  });

  it('refuses what a source does not have, or should not', async () => {
    await using source = await startLoopback([
      text('', 'text/plain', 404),
      text('<html>', 'text/html'),
      text('', 'text/plain', 302, { location: 'http://127.0.0.1:9/' }),
    ]);
    const { api } = await start([source.origin]);
    const statuses: number[] = [];
    for (const path of ['a', 'b', 'c']) {
      const url = encodeURIComponent(`${source.origin}/${path}`);
      statuses.push((await ask(`${api}/blobs/ingest?sourceUrl=${url}`, { method: 'POST' })).status);
    }
    expect(statuses).toEqual([400, 415, 400]);
  });
});
