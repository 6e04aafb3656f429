import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { Secret } from '@civitkit/core/client';
import {
  jobFailureTypes,
  mintCallbackUrl,
  type SecretPlace,
  sendTestEvent,
  webhookCallback,
  workflowEvent,
} from '@civitkit/sdk/webhooks';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { posted, receive, secret, servers } from './support.js';

const serve = servers();

describe('a callback URL', () => {
  it.each<[string, Parameters<typeof mintCallbackUrl>[0], string]>([
    ['alone', { baseUrl: 'https://a.example', secret }, `https://a.example/${secret}`],
    ['below a path', { baseUrl: 'https://a.example/hooks/', secret }, `https://a.example/hooks/${secret}`],
    ['below two', { baseUrl: 'https://a.example/x', path: '/a/b/', secret }, `https://a.example/x/a/b/${secret}`],
    ['beside a query', { baseUrl: 'https://a.example/?v=1', secret }, `https://a.example/${secret}?v=1`],
    [
      'in the query',
      { baseUrl: 'https://a.example/x?v=1', secret, secretIn: { query: 'key' } },
      `https://a.example/x?v=1&key=${secret}`,
    ],
    [
      'of a Secret',
      { baseUrl: new URL('https://a.example'), secret: new Secret(secret) },
      `https://a.example/${secret}`,
    ],
    ['of this machine', { baseUrl: 'http://127.0.0.1:8080', secret }, `http://127.0.0.1:8080/${secret}`],
    ['of this machine by IPv6', { baseUrl: 'http://[::1]:8080', secret }, `http://[::1]:8080/${secret}`],
    [
      'with a path to encode',
      { baseUrl: 'https://a.example', path: 'a b/ü', secret },
      `https://a.example/a%20b/%C3%BC/${secret}`,
    ],
  ])('with the secret %s', (_name, options, expected) => {
    expect(mintCallbackUrl(options)).toBe(expected);
  });

  it.each<[string, Partial<Parameters<typeof mintCallbackUrl>[0]>, RegExp]>([
    ['plain http', { baseUrl: 'http://a.example/private' }, /http:\/\/a\.example is plain http/],
    ['another scheme', { baseUrl: 'ftp://a.example' }, /must begin with https:\/\/, not with ftp:/],
    ['no URL', { baseUrl: 'a.example/hooks' }, /not a complete one/],
    ['a fragment', { baseUrl: 'https://a.example/#x' }, /fragment/],
    ['a way up', { path: '../x' }, /"\." and "\.\."/],
    ['a query in the path', { path: 'x?y' }, /put a query into baseUrl/],
    ['a parameter without a name', { secretIn: { query: '' } }, /name of a parameter/],
    ['a short secret', { secret: 'short' }, /has 5 characters/],
  ])('is refused for %s', (_name, options, message) => {
    expect(() => mintCallbackUrl({ baseUrl: 'https://a.example', secret, ...options })).toThrow(message);
  });

  it('is accepted by the handler with the same secret, whatever it is made of', async () => {
    const characters = fc.constantFrom('a', 'b', 'X', 'Y', '0', '9', '-', '_', '~', '.');
    const secrets = fc.array(characters, { minLength: 16, maxLength: 60 }).map((list) => `a${list.join('')}`);
    const places = fc.constantFrom<SecretPlace>('path', { query: 'key' }, { query: 'k&y =' });
    const property = fc.asyncProperty(secrets, places, fc.webPath(), async (text, secretIn, webPath) => {
      const path = webPath.replace(/\/\.{1,2}(?=\/|$)/g, '');
      const webhooks = receive({ secret: text, secretIn });
      const { pathname, search } = new URL(
        mintCallbackUrl({ baseUrl: 'https://a.example', path, secret: text, secretIn }),
      );
      await expect(webhooks.handle(posted(workflowEvent(), { url: pathname + search }))).resolves.toMatchObject({
        status: 204,
      });
      await expect(
        receive({ secret: `${text}x`, secretIn }).handle(posted(workflowEvent(), { url: pathname + search })),
      ).resolves.toMatchObject({ status: 403 });
    });
    await expect(fc.assert(property, { numRuns: 50 })).resolves.toBeUndefined();
  });
});

describe('a callback', () => {
  const url = `https://a.example/${secret}`;

  it('has its types once, and is detailed when asked', () => {
    expect(webhookCallback({ url, types: ['workflow:*', ...jobFailureTypes, 'workflow:*', 'blob:ready'] })).toEqual({
      url,
      type: ['workflow:*', 'job:failed', 'job:expired', 'job:canceled', 'blob:ready'],
    });
    expect(webhookCallback({ url: new URL(url), types: ['step:*'], detailed: true })).toEqual({
      url,
      type: ['step:*'],
      detailed: true,
    });
  });

  it.each<[string, object, RegExp]>([
    ['without types', { types: [] }, /without types nothing would be sent/],
    ['with a type that is none', { types: [1] }, /list of names/],
    ['with one type outside a list', { types: 'workflow:*' }, /list of names/],
    ['over plain http', { url: 'http://a.example/x' }, /plain http/],
  ])('%s is refused', (_name, options, message) => {
    expect(() => webhookCallback({ url, types: ['workflow:*'], ...options })).toThrow(message);
  });
});

describe('sendTestEvent', () => {
  it('sends what the server would send, and takes no redirect for an answer', async () => {
    const seen: unknown[] = [];
    const origin = await serve((request, response) => {
      void (async () => {
        let text = '';
        for await (const chunk of request) text += String(chunk);
        seen.push(request.method, request.headers['content-type'], request.headers['x-trace'], JSON.parse(text));
        response.writeHead(302, { location: '/elsewhere' }).end('moved');
      })();
    });
    const options = { headers: { 'x-trace': '1' } };
    await expect(sendTestEvent(`${origin}/x`, workflowEvent(), options)).resolves.toEqual({
      status: 302,
      body: 'moved',
    });
    const { kind: _, ...sent } = workflowEvent();
    expect(seen).toEqual(['POST', 'application/json', '1', sent]);
  });

  it('says which host does not answer, and no more of the URL', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    const silent = await serve(() => undefined);
    const failures = [
      sendTestEvent(`http://127.0.0.1:${port}/${secret}`, {}),
      sendTestEvent(`${silent}/${secret}`, {}, { timeoutMs: 50 }),
    ];
    const errors = (await Promise.allSettled(failures)).map(
      (outcome) => (outcome as PromiseRejectedResult).reason as Error,
    );
    expect(errors.map((error) => (error as { code?: string }).code)).toEqual(['connection_failed', 'timeout']);
    expect(errors[0]?.message).toContain(`http://127.0.0.1:${port} could not be reached (ECONNREFUSED)`);
    for (const error of errors) expect(`${error.message}${error.stack}${String(error.cause)}`).not.toContain(secret);
    const reason = new Error('enough');
    const sending = sendTestEvent(`${silent}/x`, {}, { signal: AbortSignal.abort(reason) });
    await expect(sending).rejects.toBe(reason);
  });
});
