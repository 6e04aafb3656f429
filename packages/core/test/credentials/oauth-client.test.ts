import { createHash } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  json,
  type LoopbackServer,
  type Responder,
  reset,
  startLoopback,
  text,
} from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { ConfigurationError, isCivitaiError, OAuthClient } from '../../src/client.js';
import { failureOf, mark, oauthClient, printed, secrets, tokenAnswer } from './support.js';

let server: LoopbackServer;
const closing: OAuthClient[] = [];

async function serve(script: Responder | readonly Responder[]): Promise<OAuthClient> {
  server = await startLoopback(script);
  const client = oauthClient(server.origin, {}, { clock: new TestClock(10_000) });
  closing.push(client);
  return client;
}

beforeEach(() => {
  closing.length = 0;
});

afterEach(async () => {
  for (const client of closing) client.close();
  await server?.close();
});

const forms = (): readonly Record<string, string>[] =>
  server.exchanges.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
const answer = { code: secrets.code, state: 's', expectedState: 's', codeVerifier: secrets.verifier };

describe('a sign-in', () => {
  it('begins at a URL with PKCE', () => {
    const client = oauthClient('https://auth.example.test/', { scopes: ['UserRead', 'ModelsRead'] });
    const { url, state, codeVerifier } = client.createAuthorization({ nonce: 'n o' });
    const { origin, pathname, search, searchParams } = new URL(url);
    expect(`${origin}${pathname}`).toBe('https://auth.example.test/api/auth/oauth/authorize');
    expect(codeVerifier.reveal()).toMatch(/^[\w-]{43}$/);
    expect(Object.fromEntries(searchParams)).toEqual({
      response_type: 'code',
      client_id: 'my-app',
      redirect_uri: 'http://127.0.0.1/callback',
      scope: '5',
      state,
      code_challenge: createHash('sha256').update(codeVerifier.reveal()).digest('base64url'),
      code_challenge_method: 'S256',
      nonce: 'n o',
    });
    expect(search).toContain('nonce=n%20o');
    expect(client.createAuthorization().state).not.toBe(state);
    expect(client.createAuthorization({ state: 'mine', scopes: 114_689 })).toMatchObject({
      state: 'mine',
      url: expect.stringContaining('scope=114689') as string,
    });
  });

  it('ends with an exchange of the code for tokens', async () => {
    const client = await serve(json({ ...tokenAnswer, id_token: secrets.idToken }));
    const tokens = await client.exchangeCode(answer);
    expect(server.exchanges[0]).toMatchObject({
      method: 'POST',
      url: '/api/auth/oauth/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(forms()).toEqual([
      {
        grant_type: 'authorization_code',
        code: secrets.code,
        code_verifier: secrets.verifier,
        redirect_uri: 'http://127.0.0.1/callback',
        client_id: 'my-app',
        client_secret: secrets.clientSecret,
      },
    ]);
    expect(tokens.accessToken.reveal()).toBe(secrets.access);
    expect(tokens.refreshToken?.reveal()).toBe(secrets.refresh);
    expect(tokens.idToken?.reveal()).toBe(secrets.idToken);
    expect(tokens).toMatchObject({ scope: 114_689, expiresAtMs: Date.UTC(2026, 0, 1) + 3_600_000 });
  });

  it.each([
    ['another state', { ...answer, state: 'other' }],
    ['no state', { ...answer, state: '' }],
    ['no expected state', { ...answer, state: '', expectedState: '' }],
  ])('with %s is refused, and the code is not sent', async (_, wrong) => {
    const client = await serve(json(tokenAnswer));
    await expect(client.exchangeCode(wrong).asResult()).resolves.toMatchObject({
      ok: false,
      error: { name: 'AuthenticationError', code: 'state_mismatch' },
    });
    expect(server.exchanges).toEqual([]);
  });

  it('can be ended with the whole URL of the callback', async () => {
    const client = await serve(json(tokenAnswer));
    const callback = { expectedState: 's', codeVerifier: secrets.verifier };
    const url = (query: string): string => `http://127.0.0.1:8787/callback?state=s&${query}`;
    await client.exchangeCallback({ ...callback, url: new URL(url(`code=${secrets.code}`)) });
    expect(forms()[0]).toMatchObject({ code: secrets.code });
    await expect(client.exchangeCallback({ ...callback, url: url('error=access_denied') })).rejects.toMatchObject({
      name: 'AuthenticationError',
      code: 'access_denied',
      message: expect.stringContaining('the user refused') as string,
    });
    await expect(client.exchangeCallback({ ...callback, url: url('') })).rejects.toMatchObject({
      code: 'invalid_request',
    });
    await expect(
      client.exchangeCallback({ ...callback, url: url(`code=${secrets.code}`), expectedState: 't' }),
    ).rejects.toMatchObject({ code: 'state_mismatch' });
    expect(() => client.exchangeCallback({ ...callback, url: '/callback?code=x' })).toThrow(TypeError);
    expect(server.exchanges).toHaveLength(1);
  });
});

describe('the other requests', () => {
  it('carry what the host wants', async () => {
    const client = await serve(json(tokenAnswer));
    await client.refresh(secrets.refresh);
    await client.clientCredentials(['UserRead', 'AIServicesWrite']);
    await client.revoke(secrets.refresh);
    const identity = { client_id: 'my-app', client_secret: secrets.clientSecret };
    expect(forms()).toEqual([
      { grant_type: 'refresh_token', refresh_token: secrets.refresh, ...identity },
      { grant_type: 'client_credentials', scope: '32769', ...identity },
      { token: secrets.refresh, ...identity },
    ]);
    expect(server.exchanges.map(({ url }) => url.split('/').at(-1))).toEqual(['token', 'token', 'revoke']);
  });

  it('of a public application carry no secret', async () => {
    await serve(json(tokenAnswer));
    using client = oauthClient(server.origin, { clientSecret: undefined });
    await client.refresh(secrets.refresh);
    expect(forms()[0]).toEqual({ grant_type: 'refresh_token', refresh_token: secrets.refresh, client_id: 'my-app' });
  });

  it('ask who somebody is, with the token in the header', async () => {
    const client = await serve(json({ sub: '12345', id: 12_345, username: 'ada', tier: 'gold', more: 1 }));
    await expect(client.userInfo(secrets.access)).resolves.toMatchObject({ id: 12_345, username: 'ada', more: 1 });
    expect(server.exchanges[0]?.headers.authorization).toBe(`Bearer ${secrets.access}`);
    expect(server.exchanges[0]?.body).toBe('');
  });

  it.each([
    ['a list', ['114689'], 114_689],
    ['a text', '33554433', 33_554_433],
    ['a number', 5, 5],
    ['nothing', undefined, undefined],
    ['words', 'read write', undefined],
  ])('take a scope that is %s', async (_, scope, expected) => {
    const client = await serve(json({ access_token: secrets.access, scope }));
    const tokens = await client.refresh(secrets.refresh);
    expect(tokens.scope).toBe(expected);
    expect(tokens.refreshToken).toBeUndefined();
    expect(tokens.expiresAtMs).toBe(Date.UTC(2026, 0, 1) + 3_600_000);
  });
});

describe('a request that spends something', () => {
  it.each([
    ['is answered with 503', json({ error: 'server_error' }, 503)],
    ['breaks', reset],
    ['is answered with 429', json({ error: 'rate_limited' }, 429, { 'retry-after': '1' })],
  ])('and %s is not sent again', async (_, responder) => {
    const client = await serve(responder);
    await expect(client.exchangeCode(answer)).rejects.toSatisfy(isCivitaiError);
    await expect(client.refresh(secrets.refresh)).rejects.toSatisfy(isCivitaiError);
    expect(server.exchanges).toHaveLength(2);
  });

  it('does not follow a redirect', async () => {
    const client = await serve((_, response) => void response.writeHead(307, { location: '/elsewhere' }).end());
    await expect(client.refresh(secrets.refresh)).rejects.toMatchObject({ code: 'unexpected_redirect' });
    expect(server.exchanges).toHaveLength(1);
  });
});

describe('revoking', () => {
  it('is repeated: twice is the same as once', async () => {
    const client = await serve([json({}, 503), json({})]);
    await expect(client.revoke(secrets.access)).resolves.toBeUndefined();
    expect(server.exchanges).toHaveLength(2);
  });
});

describe('an error of the host', () => {
  it.each([
    [400, 'invalid_grant', 'AuthenticationError', /sign in again/],
    [400, 'invalid_client', 'AuthenticationError', /clientId and clientSecret/],
    [401, 'invalid_client', 'AuthenticationError', /clientId and clientSecret/],
    [400, 'unauthorized_client', 'AuthenticationError', /its settings/],
    [403, 'access_denied', 'AuthenticationError', /refused/],
    [400, 'invalid_scope', 'ValidationError', /allowed/],
    [400, 'invalid_request', 'ValidationError', /The server says: Said so\.$/],
    [403, 'insufficient_scope', 'PermissionError', /ask for the scope/],
    [403, 'origin_not_allowed', 'PermissionError', /origin/],
    [429, 'rate_limited', 'RateLimitError', /fewer requests/],
    [500, 'server_error', 'CivitaiError', /server_error/],
  ])('%d %s is %s', async (status, code, name, message) => {
    const client = await serve(json({ error: code, error_description: 'Said so' }, status));
    const error = await failureOf(client.refresh(secrets.refresh));
    expect(error).toMatchObject({ name, code, status, attempts: 1 });
    expect((error as Error).message).toMatch(message);
  });

  it.each([
    ['an unknown code', json({ error: 'constructor' }, 400), 'invalid_request'],
    ['a web page', text('<html>', 'text/html', 502), 'bad_gateway'],
    ['success without tokens', json({}), 'unexpected_shape'],
    ['success that is no object', json([tokenAnswer]), 'unexpected_shape'],
    ['success that is no JSON', text(`{"access_token":"${secrets.access}"`, 'application/json'), 'invalid_json'],
  ])('%s is a typed error too', async (_, responder, code) => {
    const client = await serve(responder);
    const error = await failureOf(client.refresh(secrets.refresh));
    expect(error).toMatchObject({ code });
    expect(printed(error)).not.toContain(mark);
  });
});

describe('secrets', () => {
  it('are seen in no error, event, log line or value', async () => {
    const everything = Object.values(secrets).join(' ');
    const client = await serve([
      json({ error: 'invalid_grant', error_description: everything }, 400),
      json({ error: 'server_error', error_description: everything }, 500),
      json({ error: { message: everything } }, 401),
      json({ error: everything, access_token: 5 }),
      json(tokenAnswer),
      json(tokenAnswer),
      json({ device_code: secrets.device, user_code: 'ABCD-2345', verification_uri: 'https://auth.example.test' }),
    ]);
    const seen: string[] = [];
    const record = (event: unknown): void => void seen.push(printed(event));
    const channels = ['request', 'attempt', 'retry', 'response', 'error'].map((name) => `civitkit:${name}`);
    for (const channel of channels) subscribe(channel, record);
    const log = (line: string): void => void seen.push(line);
    using logging = oauthClient(server.origin, {}, { logger: { debug: log, warn: log } });
    for (const each of [client.exchangeCode(answer), logging.exchangeCode(answer), logging.exchangeCode(answer)]) {
      const error = await failureOf(each);
      // What was sent is masked; what was not sent and comes back all the same cannot be known.
      for (const secret of [secrets.code, secrets.verifier, secrets.clientSecret]) {
        expect(printed(error)).not.toContain(secret);
      }
    }
    seen.length = 0;
    const results: unknown[] = [
      await failureOf(logging.refresh(secrets.refresh)),
      await logging.exchangeCode(answer).withResponse(),
      await logging.refresh(secrets.refresh).asResult(),
      await logging.requestDeviceCode(),
      logging.createAuthorization(),
      logging,
    ];
    for (const channel of channels) unsubscribe(channel, record);
    expect(seen.length).toBeGreaterThan(10);
    for (const each of [...seen, ...results.map(printed)]) expect(each).not.toContain(mark);
  });
});

describe('options', () => {
  it('that are wrong are all named, never with a secret', () => {
    const create = (): OAuthClient =>
      new OAuthClient({
        clientId: 'x',
        clientSecret: `${secrets.clientSecret} x`,
        authBaseUrl: 'ftp://x',
        proxy: 'no',
      });
    expect(create).toThrow(ConfigurationError);
    expect(create).toThrow(/AuthBaseUrl/);
    expect(create).toThrow(/ClientSecret/);
    expect(create).toThrow(/Proxy/);
    expect(create).not.toThrow(mark);
  });

  it('that are missing or would send secrets in the clear are refused', () => {
    expect(() => new OAuthClient({ clientId: ' ' })).toThrow(TypeError);
    expect(() => new OAuthClient({ clientId: 'x' }).createAuthorization()).toThrow(/redirectUri/);
    expect(() => new OAuthClient({ clientId: 'x', authBaseUrl: 'http://auth.example.test' })).toThrow(/plain http/);
    expect(() => new OAuthClient({ clientId: 'x', scopes: -1 })).toThrow(RangeError);
  });
});
