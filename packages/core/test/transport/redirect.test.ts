import { describe, expect, it } from 'vitest';
import { json, type Responder, startLoopback } from '../../../../test/support/loopback-server.js';
import { canary, getThing, postThing, raw, testPipeline } from '../support.js';
import { useLoopback } from '../use-loopback.js';

const loopback = useLoopback();

describe('a redirect', () => {
  it('is followed within the origin, with the credential', async () => {
    const { pipeline, close } = testPipeline(
      await loopback.serve([
        (_, response) => void response.writeHead(308, { location: '/api/v1/elsewhere' }).end(),
        json({ id: 2 }),
      ]),
    );
    await expect(pipeline.send(getThing, raw)).resolves.toEqual({ id: 2 });
    close();
    expect(loopback.server.exchanges.map(({ url }) => url)).toEqual(['/api/v1/things/1', '/api/v1/elsewhere']);
    expect(loopback.server.exchanges[1]?.headers.authorization).toBe(`Bearer ${canary}`);
  });

  it('to another origin is an error, and the key stays', async () => {
    await using other = await startLoopback(json({ id: 3 }));
    const { pipeline, close } = testPipeline(
      await loopback.serve((_, response) => void response.writeHead(302, { location: `${other.origin}/x` }).end()),
    );
    await expect(pipeline.send(getThing, raw)).rejects.toMatchObject({
      code: 'unexpected_redirect',
      message: expect.stringContaining(other.origin) as string,
    });
    close();
    expect(other.exchanges).toHaveLength(0);
  });

  it.each<[string, Responder, typeof getThing | typeof postThing, number]>([
    ['in a loop', (_, response) => void response.writeHead(302, { location: '/api/v1/again' }).end(), getThing, 4],
    ['of a POST', (_, response) => void response.writeHead(307, { location: '/api/v1/again' }).end(), postThing, 1],
    ['without a target', (_, response) => void response.writeHead(302).end(), getThing, 1],
    ['to nonsense', (_, response) => void response.writeHead(302, { location: 'http://' }).end(), getThing, 1],
  ])('%s is an error', async (_name, responder, request, requests) => {
    const { pipeline, close } = testPipeline(await loopback.serve(responder));
    await expect(pipeline.send(request, raw)).rejects.toMatchObject({ code: 'unexpected_redirect' });
    close();
    expect(loopback.server.exchanges).toHaveLength(requests);
  });
});
