import { describe, expect, it } from 'vitest';
import { stallHeaders } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { raw, testPipeline } from '../support.js';
import { useLoopback } from '../use-loopback.js';
import { rejectionOf, serveEarly, source } from './support.js';

const loopback = useLoopback();
const instantWaits = 10_000;
const put = { operation: 'things.put', method: 'POST', path: ['things'] } as const;

describe('an upload that ends early', () => {
  it('because the server has refused it gives the answer, and lets go of source and connection', async () => {
    const pieces = source(Array.from({ length: 1000 }, () => Buffer.alloc(65_536)));
    const sockets = new Set<unknown>();
    await using server = await serveEarly((request, response) => {
      sockets.add(request.socket);
      request.socket.once('close', () => sockets.delete(request.socket));
      response.writeHead(413, { 'content-type': 'application/json' }).end('{"error":"too large"}');
    });
    const { pipeline, close } = testPipeline(server.origin);
    const streamBody = { sizeBytes: 1000 * 65_536, open: pieces.open };
    await expect(pipeline.send({ ...put, streamBody }, raw)).rejects.toMatchObject({ status: 413 });
    await expect.poll(() => pieces.closed).toBe(1);
    await expect.poll(() => sockets.size).toBe(0);
    close();
  });

  it.each(['the caller', 'the time', 'the client'])('because of %s closes the source', async (who) => {
    const clock = new TestClock(instantWaits);
    const controller = new AbortController();
    const pieces = source(Array.from({ length: 1000 }, () => Buffer.alloc(65_536)));
    await using server = await serveEarly((request) => void request.pause());
    const { pipeline, close } = testPipeline(server.origin, {}, { clock });
    const streamBody = { sizeBytes: 1000 * 65_536, open: pieces.open };
    const settled = rejectionOf(pipeline.send({ ...put, streamBody }, raw, { signal: controller.signal }));
    await expect.poll(() => pieces.opened).toBe(1);
    if (who === 'the caller') controller.abort('enough');
    else if (who === 'the time') clock.advance(30_000);
    else close();
    const expected = {
      'the caller': 'enough',
      'the time': { code: 'timeout' },
      'the client': { code: 'client_closed' },
    };
    expect({ [who]: await settled }).toMatchObject({ [who]: expected[who as keyof typeof expected] });
    await expect.poll(() => pieces.closed).toBe(1);
    close();
    expect(clock.pending).toBe(0);
  });

  it('although the source itself hangs', async () => {
    const open = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('abc');
      await new Promise(() => undefined);
    };
    const { pipeline, close } = testPipeline(await loopback.serve(stallHeaders));
    const call = pipeline.send({ ...put, streamBody: { sizeBytes: 6, open } }, raw, { timeoutMs: 50 });
    await expect(call).rejects.toMatchObject({ code: 'timeout' });
    await expect.poll(() => loopback.server.openSockets.size).toBe(0);
    close();
  });
});
