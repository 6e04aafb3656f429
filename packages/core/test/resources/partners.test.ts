import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { json, type Responder, reset } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { Secret } from '../../src/secrets/secret.js';
import { canary } from '../support.js';
import { jsonBodies, serving } from './support.js';

const serve = serving();
const done = json({ success: true, entryCount: 1 });
const models = [{ modelVersionId: 1001, runUrl: 'https://partner.example/run' }];
/** With characters that change in a URL, so that both spellings must be masked. */
const token = 'p4rtner/c4nary+token=';

describe('partners', () => {
  it('send their token in the URL, and the list as the body', async () => {
    const { civitai, server } = await serve(done);
    await expect(civitai.partners.replaceSupportedModels(models, { token })).resolves.toEqual({
      success: true,
      entryCount: 1,
    });
    await civitai.partners.upsertSupportedModels(models, { token: new Secret(token) });
    await civitai.partners.removeSupportedModels([{ modelVersionId: '1001' }], { token });
    const url = '/api/v1/partners/supported-models?token=p4rtner%2Fc4nary%2Btoken%3D';
    expect(server.exchanges.map(({ method, url: asked }) => [method, asked])).toEqual([
      ['POST', url],
      ['PUT', url],
      ['DELETE', url],
    ]);
    expect(jsonBodies(server)).toEqual([models, models, [{ modelVersionId: '1001' }]]);
  });

  it.each([['replaceSupportedModels'], ['upsertSupportedModels'], ['removeSupportedModels']] as const)(
    'repeat %s after a failure, since it states what is to be',
    async (method) => {
      const { civitai, server } = await serve([reset, json({ error: 'busy' }, 503), done], {
        clock: new TestClock(10_000),
      });
      await expect(civitai.partners[method](models, { token })).resolves.toMatchObject({ entryCount: 1 });
      expect(server.exchanges).toHaveLength(3);
    },
  );

  it('learn what the server does not understand', async () => {
    const { civitai } = await serve(json({ error: 'Could not parse provided model versions array.' }, 420));
    await expect(civitai.partners.replaceSupportedModels(models, { token })).rejects.toMatchObject({
      name: 'ValidationError',
      code: 'invalid_request',
      status: 420,
    });
  });

  it('hear of their token, not of the API key, when it is refused', async () => {
    const { civitai } = await serve(json({ error: 'Unauthorized', message: 'Bad token' }, 401));
    await expect(civitai.partners.replaceSupportedModels(models, { token })).rejects.toMatchObject({
      name: 'AuthenticationError',
      code: 'unauthorized',
      message: expect.stringMatching(/does not know this partner token/) as string,
    });
  });

  it('need a token', async () => {
    const { civitai } = await serve(done);
    const call = (given: unknown) => (): unknown =>
      civitai.partners.replaceSupportedModels(models, { token: given as string });
    expect(call('  ')).toThrow(RangeError);
    expect(call(undefined)).toThrow(TypeError);
    expect(call(5)).toThrow(TypeError);
    expect(() => civitai.partners.replaceSupportedModels({} as [], { token })).toThrow(TypeError);
  });

  it('do not send their token over plain http to another machine', async () => {
    const { civitai } = await serve(done, { anonymous: true, settings: { baseUrl: 'http://civitai.example' } });
    expect(() => civitai.partners.replaceSupportedModels(models, { token })).toThrow(
      expect.objectContaining({ code: 'insecure_connection' }) as Error,
    );
  });

  it('lead users on by a link', async () => {
    const { civitai, server } = await serve(done);
    expect(civitai.partners.runUrl(1001)).toBe(`${server.origin}/api/run/1001`);
    expect(civitai.partners.runUrl(1001, 7)).toBe(`${server.origin}/api/run/1001?partnerId=7`);
    expect(() => civitai.partners.runUrl(0)).toThrow(RangeError);
    expect(() => civitai.partners.runUrl(1, 1.5)).toThrow(RangeError);
  });
});

describe("a partner's token", () => {
  const echoes: readonly (readonly [string, Responder])[] = [
    ['a success', done],
    ['a lost connection', reset],
    ['a refused token', json({ error: 'Unauthorized', message: `Bad token ${token}` }, 401)],
    ['an echo in an error', json({ error: `no ${token}, no ${encodeURIComponent(token)}` }, 420)],
    ['an echo in a failure', json({ error: `no ${token}` }, 500)],
    ['an echo in another shape', json({ said: token })],
    ['a redirect', json({}, 307, { location: `https://other.example/?token=${encodeURIComponent(token)}` })],
  ];

  it.each(echoes)('is not seen in events, logs and errors after %s', async (_name, responder) => {
    const seen: string[] = [];
    const record = (event: unknown): void => {
      const { error } = event as { error?: { body?: string } };
      seen.push(inspect(event, { depth: 9, showHidden: true }), JSON.stringify(event), error?.body ?? '');
    };
    const channels = ['request', 'attempt', 'retry', 'response', 'error'].map((name) => `civitkit:${name}`);
    for (const channel of channels) subscribe(channel, record);
    const logger = { debug: (line: string) => void seen.push(line), warn: (line: string) => void seen.push(line) };
    const { civitai } = await serve(responder, { clock: new TestClock(10_000), logger });
    const outcome = await civitai.partners.replaceSupportedModels(models, { token }).asResult();
    for (const channel of channels) unsubscribe(channel, record);
    seen.push(
      inspect(outcome, { depth: 9, showHidden: true }),
      JSON.stringify(outcome),
      inspect(civitai, { depth: 9 }),
    );
    if (!outcome.ok) seen.push(outcome.error.message, outcome.error.body ?? '', String(outcome.error.stack));
    const everything = seen.join('\n');
    expect(everything).toContain('partners.replaceSupportedModels');
    expect(everything).not.toContain('c4nary');
    expect(everything).not.toContain(canary);
  });
});
