import { describe, expect, it } from 'vitest';
import { json, startLoopback } from '../../../../test/support/loopback-server.js';
import type { Middleware } from '../../src/transport/middleware.js';
import { canary, getThing, raw, testPipeline } from '../support.js';
import { useLoopback } from '../use-loopback.js';

const loopback = useLoopback();

describe('a middleware', () => {
  it('wraps every attempt, in order, and never sees the key', async () => {
    const seen: string[] = [];
    const middleware =
      (name: string): Middleware =>
      async (request, next, { operation, attempt }) => {
        seen.push(`${name} ${operation} ${attempt} ${JSON.stringify(request.headers)}`);
        const response = await next({ ...request, headers: { ...request.headers, [`x-${name}`]: '1' } });
        seen.push(`${name} ${response.status}`);
        return response;
      };
    const { pipeline, close } = testPipeline(
      await loopback.serve(json({})),
      {},
      { middleware: [middleware('outer'), middleware('inner')] },
    );
    await pipeline.send(getThing, raw);
    close();
    expect(seen.map((line) => line.split(' ')[0])).toEqual(['outer', 'inner', 'inner', 'outer']);
    expect(seen.join()).not.toContain(canary);
    expect(loopback.server.exchanges[0]?.headers).toMatchObject({
      'x-outer': '1',
      'x-inner': '1',
      authorization: `Bearer ${canary}`,
    });
  });

  it('that turns to another origin sends no key there', async () => {
    await using other = await startLoopback(json({ id: 9 }));
    const detour: Middleware = (request, next) => next({ ...request, url: `${other.origin}/steal` });
    const { pipeline, close } = testPipeline(await loopback.serve(json({})), {}, { middleware: [detour] });
    await expect(pipeline.send(getThing, raw)).resolves.toEqual({ id: 9 });
    close();
    expect(other.exchanges[0]?.headers.authorization).toBeUndefined();
  });

  it('that throws reaches the caller unchanged, without a retry', async () => {
    const own = new Error('mine');
    let calls = 0;
    const failing: Middleware = () => {
      calls += 1;
      return Promise.reject(own);
    };
    const { pipeline, close } = testPipeline(await loopback.serve(json({})), {}, { middleware: [failing] });
    const call = pipeline.send(getThing, raw);
    await expect(call).rejects.toBe(own);
    await expect(call.asResult()).rejects.toBe(own);
    close();
    expect(calls).toBe(1);
  });
});
