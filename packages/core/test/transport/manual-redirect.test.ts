import { describe, expect, it } from 'vitest';
import { json, type Responder, startLoopback, text } from '../../../../test/support/loopback-server.js';
import type { Parser } from '../../src/transport/pipeline.js';
import { canary, defaultSettings, getThing, testPipeline } from '../support.js';
import { useLoopback } from '../use-loopback.js';
import { collect } from './support.js';

const loopback = useLoopback();
const request = { ...getThing, redirect: 'manual' } as const;

/** What a parser sees of a redirect. */
const seen: Parser<unknown> = (value, { response }) => ({
  value,
  status: response.status,
  location: response.headers['location'],
});

function redirectTo(location: string | undefined, status = 308): Responder {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...(location === undefined ? {} : { location }) });
    response.end('<a href="there">there</a>');
  };
}

describe('a redirect that the caller wants to see', () => {
  it.each([301, 302, 303, 307, 308])('is a success without a body: %i', async (status) => {
    await using other = await startLoopback(json({}));
    // Signed: writing it in any other way would break it.
    const location = `${other.origin}/blob?sig=a%7eb|c'd&exp=1`;
    const { pipeline, close } = testPipeline(await loopback.serve(redirectTo(location, status)));
    await expect(pipeline.send(request, seen)).resolves.toEqual({ value: undefined, status, location });
    close();
    expect(loopback.server.exchanges[0]?.headers.authorization).toBe(`Bearer ${canary}`);
    expect(other.exchanges).toHaveLength(0);
  });

  it('has a complete target, also when the server gives a relative one', async () => {
    const origin = await loopback.serve(redirectTo('../blobs/1?sig=x'));
    const { pipeline, close } = testPipeline(origin);
    await expect(pipeline.send(request, seen)).resolves.toMatchObject({ location: `${origin}/api/v1/blobs/1?sig=x` });
    close();
  });

  it.each([[undefined], ['http://']])('is an error without a usable target: %s', async (location) => {
    const { pipeline, close } = testPipeline(await loopback.serve(redirectTo(location)));
    await expect(pipeline.send(request, seen)).rejects.toMatchObject({ code: 'unexpected_redirect', status: 308 });
    close();
  });

  it('may as well be no redirect, but JSON or an error', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve([json({ id: 1 }), json({}, 404)]));
    await expect(pipeline.send(request, seen)).resolves.toMatchObject({ value: { id: 1 }, status: 200 });
    await expect(pipeline.send(request, seen)).rejects.toMatchObject({ name: 'NotFoundError' });
    close();
  });

  it('is never cached, although redirects may be', async () => {
    const { pipeline, close } = testPipeline(
      await loopback.serve((exchange, response, incoming) => {
        response.setHeader('cache-control', 'public, max-age=300');
        void redirectTo('/there')(exchange, response, incoming);
      }),
      { cache: { ...defaultSettings.cache, enabled: true }, coalesceRequests: true },
    );
    await Promise.all([pipeline.send(request, seen), pipeline.send(request, seen)]);
    await pipeline.send(request, seen);
    close();
    expect(loopback.server.exchanges).toHaveLength(3);
  });

  it('holds no connection when it is opened as a stream', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(redirectTo('/there')));
    for (let call = 0; call < 3; call += 1) {
      const { body, headers, status } = await pipeline.open(request);
      expect({ status, location: headers['location'] }).toEqual({
        status: 308,
        location: `${loopback.server.origin}/there`,
      });
      expect((await collect(body)).length).toBe(0);
    }
    expect(loopback.server.openSockets.size).toBe(1);
    close();
  });
});

describe('HEAD', () => {
  it('has an answer without a body, whatever its headers say of one', async () => {
    const { pipeline, close } = testPipeline(
      await loopback.serve(text('', 'application/json', 200, { 'content-length': '77', 'x-nsfw-level': 'pg' })),
    );
    const { data, response } = await pipeline.send({ ...getThing, method: 'HEAD' }, seen).withResponse();
    close();
    expect(data).toMatchObject({ value: undefined, status: 200 });
    expect(response.headers).toMatchObject({ 'x-nsfw-level': 'pg', 'content-length': '77' });
    expect(loopback.server.exchanges[0]?.method).toBe('HEAD');
  });

  it('that fails is the error of its status', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve((_, response) => void response.writeHead(404).end()));
    await expect(pipeline.send({ ...getThing, method: 'HEAD' }, seen)).rejects.toMatchObject({ name: 'NotFoundError' });
    close();
  });
});
