import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { json, type LoopbackServer, type Responder, startLoopback } from '../support/loopback-server.js';
import { type ExampleProcess, startExample, temporaryFolder } from './support/example-process.js';

const shopKey = 'shop0123456789abcdef0123456789ab';
const studioKey = 'studio0123456789abcdef0123456789';
const me = json({ id: 1, username: 'somebody' });

function serve({ origin }: LoopbackServer, env: Readonly<Record<string, string>> = {}): ExampleProcess {
  return startExample('inversify-service', {
    command: ['node', 'dist/serve.js'],
    env: {
      CIVITKIT_SECRETS_DIRECTORY: temporaryFolder(),
      CivitaiApi__BaseUrl: origin,
      Studio__BaseUrl: origin,
      CIVITAI_API_KEY: shopKey,
      Studio__ApiKey: studioKey,
      ...env,
    },
  });
}

describe('the HTTP service of inversify-service', () => {
  it('has two accounts, each with its own key, and keeps both out of what it prints', async () => {
    await using civitai = await startLoopback((exchange, response, request) => {
      const known = exchange.url === '/api/v1/me';
      return (known ? me : json({ error: 'no' }, 404))(exchange, response, request);
    });
    const service = serve(civitai);
    const origin = await service.origin();
    for (const account of ['shop', 'studio', 'shop']) {
      const response = await fetch(`${origin}/accounts/${account}/me`);
      expect([response.status, await response.json()]).toEqual([200, { username: 'somebody' }]);
    }
    expect(civitai.exchanges.map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${shopKey}`,
      `Bearer ${studioKey}`,
      `Bearer ${shopKey}`,
    ]);
    const nobody = await fetch(`${origin}/accounts/nobody/me`);
    expect(nobody.status).toBe(404);
    const failed = await fetch(`${origin}/accounts/studio/top`);
    expect([failed.status, await failed.json()]).toMatchObject([404, { error: 'not_found' }]);
    await service.line(/\[not_found\]$/);
    service.kill('SIGTERM');
    expect(await service.exitCode).toBe(0);
    for (const key of [shopKey, studioKey]) expect(service.output).not.toContain(key);
  });

  it('finishes what is under way after SIGTERM, takes nothing new, and ends with 0', async () => {
    let release = (): void => undefined;
    const held: Responder = async (exchange, response, request) => {
      await new Promise<void>((resolve) => (release = resolve));
      await me(exchange, response, request);
    };
    await using civitai = await startLoopback(held);
    const service = serve(civitai);
    const origin = await service.origin();
    // a client that would keep its connection for ever
    const agent = new Agent({ keepAlive: true });
    const [response] = (await Promise.all([
      once(get(`${origin}/accounts/shop/me`, { agent }), 'response'),
      (async () => {
        await expect.poll(() => civitai.exchanges.length, { timeout: 15_000 }).toBe(1);
        service.kill('SIGTERM');
        await service.line(/^SIGTERM: finishing/);
        await expect(fetch(`${origin}/livez`)).rejects.toThrow('fetch failed');
        release();
      })(),
    ])) as [[IncomingMessage], void];
    expect(await readText(response[0])).toBe('{"username":"somebody"}');
    expect(await service.exitCode).toBe(0);
    expect(service.lines.at(-1)).toBe('stopped');
    agent.destroy();
  });

  it('gives up a request to Civitai when nobody waits for the answer any more', async () => {
    let givenUp = (): void => undefined;
    const ended = new Promise<void>((resolve) => (givenUp = resolve));
    await using civitai = await startLoopback((_, response) => {
      response.once('close', givenUp);
    });
    const service = serve(civitai);
    const origin = await service.origin();
    const visitor = new AbortController();
    const call = fetch(`${origin}/accounts/shop/me`, { signal: visitor.signal });
    await expect.poll(() => civitai.exchanges.length, { timeout: 15_000 }).toBe(1);
    visitor.abort();
    await expect(call).rejects.toThrow('aborted');
    await ended;
    service.kill('SIGTERM');
    expect(await service.exitCode).toBe(0);
  });

  it('says everything that is wrong with both accounts, and ends with 78', async () => {
    await using civitai = await startLoopback(me);
    const service = serve(civitai, { CivitaiApi__TimeoutSeconds: 'soon', Studio__ApiKey: `Bearer ${studioKey}` });
    expect(await service.exitCode).toBe(78);
    expect(service.lines[0]).toBe('2 problems in the configuration:');
    expect(service.output).toContain('CivitaiApi:TimeoutSeconds (environment variable CivitaiApi__TimeoutSeconds)');
    expect(service.output).toContain('Studio:ApiKey (environment variable Studio__ApiKey)');
    expect(service.output).not.toContain(studioKey);
  });
});
