import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, type LoopbackServer, reset, startLoopback } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { AuthenticationError } from '../../src/errors/authentication-error.js';
import { RateLimitError } from '../../src/errors/rate-limit-error.js';
import { Secret } from '../../src/secrets/secret.js';
import type { CredentialProvider } from '../../src/transport/credential.js';
import { canary, getThing, postThing, raw, testPipeline } from '../support.js';

let server: LoopbackServer;
const closing: (() => void)[] = [];

beforeEach(async () => {
  server = await startLoopback(json({ id: 1 }));
});

afterEach(async () => {
  for (const close of closing.splice(0)) close();
  await server.close();
});

function pipelineWith(credential: CredentialProvider, origin: string = server.origin) {
  const { pipeline, close } = testPipeline(origin, {}, { credential, clock: new TestClock(10_000) });
  closing.push(close);
  return pipeline;
}

const sentKeys = (from: LoopbackServer = server): unknown[] =>
  from.exchanges.map(({ headers }) => headers.authorization);

describe('an asynchronous provider', () => {
  it('takes the place of the configured key and is asked for every attempt', async () => {
    await using failing = await startLoopback([reset, json({ id: 2 })]);
    let asked = 0;
    const pipeline = pipelineWith(
      {
        current: async () => {
          await Promise.resolve();
          asked += 1;
          return new Secret(`key-${asked}`);
        },
      },
      failing.origin,
    );
    await expect(pipeline.send(getThing, raw)).resolves.toEqual({ id: 2 });
    expect(sentKeys(failing)).toEqual(['Bearer key-1', 'Bearer key-2']);
  });

  it('that has none makes the call anonymous, or fails it where a key is needed', async () => {
    const pipeline = pipelineWith({ current: () => null });
    await pipeline.send(getThing, raw);
    expect(sentKeys()).toEqual([undefined]);
    await expect(pipeline.send({ ...getThing, authentication: 'required' }, raw)).rejects.toMatchObject({
      code: 'missing_api_key',
    });
    expect(server.exchanges).toHaveLength(1);
  });

  it('is not asked for another origin', async () => {
    await using other = await startLoopback(json({ id: 3 }));
    let asked = 0;
    const pipeline = pipelineWith({
      current: () => {
        asked += 1;
        return new Secret(canary);
      },
    });
    await pipeline.send({ ...getThing, url: `${other.origin}/file` }, raw);
    expect(asked).toBe(0);
    expect(sentKeys(other)).toEqual([undefined]);
  });

  it('may give a key with whitespace around it, like a source of the configuration', async () => {
    await pipelineWith({ current: () => new Secret(' abc\n') }).send(getThing, raw);
    expect(sentKeys()).toEqual(['Bearer abc']);
  });

  it.each([
    ['a key with whitespace inside', new Secret(`${canary} ${canary}`), /contains whitespace/],
    ['a key with a line break', new Secret(`${canary}\n${canary}`), /contains/],
    ['a key in quotes', new Secret(`"${canary}"`), /quotation marks/],
    ['a key with its scheme', new Secret(`Bearer ${canary}`), /starts with "Bearer"/],
    ['an empty key', new Secret(' '), /is empty/],
    ['text', canary, /neither a Secret nor null/],
    ['nothing', undefined, /neither a Secret nor null/],
  ])('that gives %s fails the call, and nothing is sent', async (_, given, message) => {
    const pipeline = pipelineWith({ current: () => given as Secret });
    const error: unknown = await pipeline.send(getThing, raw).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'AuthenticationError', code: 'credential_unavailable', attempts: 0 });
    expect((error as Error).message).toMatch(message);
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(canary);
    expect(server.exchanges).toHaveLength(0);
  });

  it('that throws fails the call with the reason as a small cause, without what looks like a key', async () => {
    const pipeline = pipelineWith({
      current: () => Promise.reject(Object.assign(new Error(`vault refused ${canary}`), { config: { token: canary } })),
    });
    const error: unknown = await pipeline.send(getThing, raw).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({
      code: 'credential_unavailable',
      retryable: false,
      cause: { message: 'Error: vault refused [redacted]' },
    });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(canary);
    expect(server.exchanges).toHaveLength(0);
  });

  it('that fails for a while is asked again, even for a POST: nothing was sent', async () => {
    const failures: (() => Secret)[] = [
      () => {
        throw new RateLimitError('slow down', { code: 'rate_limited', retryable: true, retryAfterMs: 2000 });
      },
      () => new Secret('abc'),
    ];
    const credential = { current: () => (failures.shift() ?? (() => new Secret('abc')))() };
    await expect(pipelineWith(credential).send(postThing, raw)).resolves.toEqual({ id: 1 });
    expect(sentKeys()).toEqual(['Bearer abc']);
  });

  it('that never answers is ended with the call', async () => {
    const { pipeline, close } = testPipeline(
      server.origin,
      {},
      { credential: { current: () => new Promise<never>(() => undefined) } },
    );
    closing.push(close);
    const controller = new AbortController();
    const call = pipeline.send(getThing, raw, { signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(call).rejects.toThrow('enough');
    await expect(pipeline.send(getThing, raw, { timeoutMs: 20 })).rejects.toMatchObject({ code: 'timeout' });
  });

  it('that answers after the call has ended does not send the request after all', async () => {
    let give: ((secret: Secret) => void) | undefined;
    const sent: string[] = [];
    const { pipeline, close } = testPipeline(
      server.origin,
      {},
      {
        credential: { current: () => new Promise<Secret>((resolve) => (give = resolve)) },
        transport: {
          send: (request) => {
            sent.push(request.url);
            return Promise.reject(new Error('not reached'));
          },
        },
      },
    );
    closing.push(close);
    const controller = new AbortController();
    const call = pipeline.send(getThing, raw, { signal: controller.signal });
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort(new Error('enough'));
    await expect(call).rejects.toThrow('enough');
    give?.(new Secret('abc'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(sent).toEqual([]);
  });
});

describe('a refused credential', () => {
  const refusal = json({ error: 'Unauthorized' }, 401);

  /** Gives `old` until it is refused. */
  function renewing(renewed: boolean): CredentialProvider & { readonly refusals: string[] } {
    const refusals: string[] = [];
    return {
      refusals,
      current: () => new Secret(refusals.length === 0 ? 'old' : 'new'),
      refused: (credential) => {
        refusals.push(credential.reveal());
        return Promise.resolve(renewed);
      },
    };
  }

  it('is renewed and the request is sent once more, also a POST, and not as a retry', async () => {
    await using strict = await startLoopback([refusal, json({ id: 4 })]);
    const credential = renewing(true);
    const answer = await pipelineWith(credential, strict.origin).send(postThing, raw, { maxRetries: 0 }).withResponse();
    expect(answer).toMatchObject({ data: { id: 4 }, response: { attempts: 1 } });
    expect(sentKeys(strict)).toEqual(['Bearer old', 'Bearer new']);
    expect(strict.exchanges.map(({ body }) => body)).toEqual(['{"n":1}', '{"n":1}']);
    expect(credential.refusals).toEqual(['old']);
  });

  it('is renewed once in a call, whatever comes next', async () => {
    await using strict = await startLoopback([refusal, json({}, 503), refusal]);
    const credential = renewing(true);
    await expect(pipelineWith(credential, strict.origin).send(getThing, raw)).rejects.toMatchObject({
      code: 'unauthorized',
      attempts: 2,
    });
    expect(credential.refusals).toEqual(['old']);
    expect(strict.exchanges).toHaveLength(3);
  });

  it('that cannot be renewed fails the call', async () => {
    await using strict = await startLoopback(refusal);
    await expect(pipelineWith(renewing(false), strict.origin).send(getThing, raw)).rejects.toMatchObject({
      code: 'unauthorized',
    });
    expect(strict.exchanges).toHaveLength(1);
  });

  it('leaves no connection behind', async () => {
    await using strict = await startLoopback([refusal, json({ id: 4 })]);
    const { pipeline, close } = testPipeline(strict.origin, {}, { credential: renewing(true) });
    await pipeline.send(getThing, raw);
    expect(strict.openSockets.size).toBe(1);
    close();
    await expect.poll(() => strict.openSockets.size).toBe(0);
  });

  it('is nobody’s business when the request went without one', async () => {
    await using strict = await startLoopback(refusal);
    const refusals: unknown[] = [];
    const credential: CredentialProvider = { current: () => null, refused: (given) => refusals.push(given) > 0 };
    await expect(pipelineWith(credential, strict.origin).send(getThing, raw)).rejects.toMatchObject({
      code: 'unauthorized',
    });
    expect(refusals).toEqual([]);
  });

  it('that a middleware kept back was not refused', async () => {
    await using elsewhere = await startLoopback(refusal);
    const credential = renewing(true);
    const { pipeline, close } = testPipeline(
      server.origin,
      {},
      {
        credential,
        middleware: [(request, next) => next({ ...request, url: `${elsewhere.origin}/other` })],
      },
    );
    closing.push(close);
    const error = await pipeline.send(getThing, raw).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'unauthorized' });
    expect((error as Error).message).not.toContain('was sent');
    expect(sentKeys(elsewhere)).toEqual([undefined]);
    expect(credential.refusals).toEqual([]);
  });

  it('whose provider fails meanwhile is reported as unavailable', async () => {
    await using strict = await startLoopback(refusal);
    const credential: CredentialProvider = {
      current: () => new Secret(canary),
      refused: () => Promise.reject(new Error(`no luck with ${canary}`)),
    };
    const error: unknown = await pipelineWith(credential, strict.origin)
      .send(getThing, raw)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'credential_unavailable' });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(canary);
  });
});
