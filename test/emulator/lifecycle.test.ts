import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { startEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { call, startForTest } from './emulator-calls.js';

const SMALL = { modelCount: 20, imageCount: 40 };
const openTimers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

describe('starting', () => {
  it('takes a free port and the loopback address by default', async () => {
    const emulator = await startForTest(SMALL);
    expect(emulator.siteUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await call(emulator, '/tags')).status).toBe(200);
  });

  it('rejects with the port and a remedy when it is taken', async () => {
    const emulator = await startForTest(SMALL);
    const port = Number(new URL(emulator.siteUrl).port);
    await expect(startEmulator({ ...SMALL, port })).rejects.toThrow(
      new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is already in use\\. .*port 0`),
    );
  });

  it('has five origins, and takes the ports it is told', async () => {
    const first = await startForTest(SMALL);
    const originsOf = ({ siteUrl, authUrl, storageUrl, orchestrationUrl, blobsUrl }: typeof first): string[] =>
      [siteUrl, authUrl, storageUrl].concat(orchestrationUrl, blobsUrl);
    const urls = originsOf(first);
    expect(new Set(urls).size).toBe(5);
    for (const url of urls) expect((await fetch(url)).status).toBeGreaterThanOrEqual(400);
    await first.close();
    const ports = urls.map((url) => Number(new URL(url).port));
    const [port = 0, authPort = 0, storagePort = 0, orchestrationPort = 0, blobsPort = 0] = ports;
    const second = await startForTest({ ...SMALL, port, authPort, storagePort, orchestrationPort, blobsPort });
    expect(originsOf(second)).toEqual(urls);
  });

  it('keeps no other port when one is taken', async () => {
    const emulator = await startForTest(SMALL);
    const free = await startEmulator(SMALL);
    await free.close();
    const authPort = Number(new URL(free.authUrl).port);
    const port = Number(new URL(emulator.siteUrl).port);
    await expect(startEmulator({ ...SMALL, authPort, port })).rejects.toThrow(`Port ${port}`);
    const again = await startForTest({ ...SMALL, authPort });
    expect(again.authUrl).toBe(free.authUrl);
  });

  it('names an address clients can reach', async () => {
    const emulator = await startForTest({ ...SMALL, host: '0.0.0.0' });
    expect(emulator.siteUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await call(emulator, '/tags')).status).toBe(200);
  });

  it('gives the same answers for the same seed', async () => {
    const one = await startForTest({ ...SMALL, seed: 5 });
    const two = await startForTest({ ...SMALL, seed: 5 });
    const three = await startForTest({ ...SMALL, seed: 6 });
    const text = async (emulator: typeof one): Promise<string> =>
      (await call(emulator, '/models?nsfw=true')).text.replaceAll(emulator.siteUrl, '');
    expect(await text(one)).toBe(await text(two));
    expect(await text(one)).not.toBe(await text(three));
  });

  it('keeps the last thousand requests', async () => {
    const emulator = await startForTest({ modelCount: 1, imageCount: 0 });
    for (let batch = 0; batch < 21; batch += 1) {
      await Promise.all(Array.from({ length: 50 }, () => call(emulator, `/me?batch=${batch}`)));
    }
    expect(emulator.requests).toHaveLength(1000);
    expect(emulator.requests[0]?.query).toBe('batch=1');
    expect(emulator.requests.at(-1)?.query).toBe('batch=20');
  });
});

describe('closing', () => {
  it('is what leaving an `await using` block does', async () => {
    const emulator = await startEmulator(SMALL);
    await emulator[Symbol.asyncDispose]();
    await expect(call(emulator, '/tags')).rejects.toThrow('fetch failed');
  });

  it('may happen more than once, and frees the ports', async () => {
    const emulator = await startEmulator(SMALL);
    await call(emulator, '/tags');
    await Promise.all([emulator.close(), emulator.close()]);
    await emulator.close();
    await expect(call(emulator, '/tags')).rejects.toThrow('fetch failed');
    const { siteUrl, authUrl, storageUrl, orchestrationUrl, blobsUrl } = emulator;
    for (const url of [siteUrl, authUrl, storageUrl, orchestrationUrl, blobsUrl]) {
      const server = createServer().listen(Number(new URL(url).port), '127.0.0.1');
      await once(server, 'listening');
      server.close();
      await once(server, 'close');
    }
  });

  it('ends stalled, slow and idle connections and their timers', async () => {
    const before = openTimers();
    const emulator = await startEmulator(SMALL);
    const port = Number(new URL(emulator.siteUrl).port);
    const faults = ['stalled-headers', 'stalled-body', 'latency=600000', 'slow-body=600000', undefined];
    const sockets: Socket[] = [];
    for (const fault of faults) {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      socket.on('error', () => undefined).resume();
      if (fault !== undefined) {
        socket.write(`GET /api/v1/enums HTTP/1.1\r\nhost: a\r\nx-emulator-fault: ${fault}\r\n\r\n`);
      }
      sockets.push(socket);
    }
    while (emulator.requests.length < 4) await call(emulator, '/nothing-but-a-round-trip');
    const ended = Promise.all(sockets.map((socket) => once(socket, 'close')));
    await emulator.close();
    await ended;
    expect(openTimers()).toBeLessThanOrEqual(before);
  });

  it('a client that leaves takes its timers along', async () => {
    const emulator = await startForTest(SMALL);
    const before = openTimers();
    const socket = connect(Number(new URL(emulator.siteUrl).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write('GET /api/v1/enums HTTP/1.1\r\nhost: a\r\nx-emulator-fault: latency=600000\r\n\r\n');
    while (emulator.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await expect.poll(openTimers, { interval: 1 }).toBeGreaterThan(before);
    socket.destroy();
    await expect.poll(openTimers, { interval: 5 }).toBeLessThanOrEqual(before + 1);
  });
});
