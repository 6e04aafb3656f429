import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Configuration, createCivitaiClient } from '@civitkit/core/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { json, type LoopbackServer, startLoopback } from '../support/loopback-server.js';

const key = 'c4na7ydeadbeefc4na7ydeadbeef0000';

/** A proxy that writes down what it is asked and lets nothing through. */
class RecordingProxy {
  readonly requests: { readonly line: string; readonly headers: IncomingMessage['headers'] }[] = [];
  readonly #server = createServer((request, response) => {
    this.requests.push({ line: `${request.method} ${request.url}`, headers: request.headers });
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":1,"name":"through the proxy"}');
  });

  async start(): Promise<void> {
    this.#server.on('connect', (request: IncomingMessage, socket) => {
      this.requests.push({ line: `CONNECT ${request.url}`, headers: request.headers });
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }
}

let proxy: RecordingProxy;
let server: LoopbackServer;

beforeEach(async () => {
  proxy = new RecordingProxy();
  await proxy.start();
  server = await startLoopback(json({ id: 1, name: 'direct' }));
  vi.stubEnv('NO_PROXY', '');
  vi.stubEnv('no_proxy', '');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await proxy.stop();
  await server.close();
});

function client(section: Record<string, unknown>): ReturnType<typeof createCivitaiClient> {
  return createCivitaiClient(Configuration.from({ CivitaiApi: { ApiKey: key, Retry: { MaxRetries: 0 }, ...section } }));
}

describe('a proxy', () => {
  it('from the environment carries plain http, by default', async () => {
    vi.stubEnv('HTTP_PROXY', `http://${proxy.host}`);
    vi.stubEnv('http_proxy', `http://${proxy.host}`);
    using civitai = client({ BaseUrl: 'http://civitai.test', AllowInsecureHttp: true });
    await expect(civitai.models.get(1)).resolves.toMatchObject({ name: 'through the proxy' });
    expect(proxy.requests[0]?.line).toBe('GET http://civitai.test/api/v1/models/1');
  });

  it('from the environment is ignored when told so', async () => {
    vi.stubEnv('HTTP_PROXY', `http://${proxy.host}`);
    vi.stubEnv('http_proxy', `http://${proxy.host}`);
    using civitai = client({ BaseUrl: 'http://civitai.invalid', AllowInsecureHttp: true, Proxy: 'none' });
    await expect(civitai.models.get(1)).rejects.toMatchObject({ name: 'ConnectionError' });
    expect(proxy.requests).toHaveLength(0);
  });

  it('never sees what is meant for this machine: the key would leave it unencrypted', async () => {
    vi.stubEnv('HTTP_PROXY', `http://${proxy.host}`);
    vi.stubEnv('http_proxy', `http://${proxy.host}`);
    using civitai = client({ BaseUrl: server.origin });
    await expect(civitai.models.get(1)).resolves.toMatchObject({ name: 'direct' });
    expect(server.exchanges[0]?.headers.authorization).toBe(`Bearer ${key}`);
    expect(proxy.requests).toHaveLength(0);
  });

  it('of its own URL gets the password of that URL, and https through a tunnel: the key stays inside', async () => {
    using civitai = client({ BaseUrl: 'https://civitai.test', Proxy: `http://me:p%40ss@${proxy.host}` });
    const outcome = await civitai.models.get(1).asResult();
    expect(outcome).toMatchObject({ ok: false, error: { status: 502 } });
    expect(proxy.requests.map(({ line }) => line)).toEqual(['CONNECT civitai.test:443']);
    expect(proxy.requests[0]?.headers['proxy-authorization']).toBe(
      `Basic ${Buffer.from('me:p@ss').toString('base64')}`,
    );
    expect(JSON.stringify(proxy.requests)).not.toContain(key);
  });
});
