import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import type { EmulatorOptions, OAuthBehaviour, RunningEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { startForTest } from './emulator-calls.js';
import { authorize, authorizeUrl, exchange, freshCode } from './oauth-calls.js';

const start = (oauth: OAuthBehaviour = {}, options: EmulatorOptions = {}): Promise<RunningEmulator> =>
  startForTest({ modelCount: 1, imageCount: 0, limits: { authorizationsPerMinute: 1000 }, oauth, ...options });

describe('discovery', () => {
  it('names the endpoints of this host, for a day', async () => {
    const emulator = await start();
    const response = await fetch(`${emulator.authUrl}/.well-known/openid-configuration`);
    const document = (await response.json()) as Readonly<Record<string, unknown>>;
    expect(response.headers.get('cache-control')).toBe('public, max-age=86400');
    expect(document).toMatchObject({
      issuer: emulator.authUrl,
      token_endpoint: `${emulator.authUrl}/api/auth/oauth/token`,
      device_authorization_endpoint: `${emulator.authUrl}/api/auth/oauth/device`,
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'none'],
    });
    expect(document['scopes_supported']).toHaveLength(27);
    expect((await fetch(`${emulator.authUrl}/nothing`)).status).toBe(404);
    expect((await fetch(`${emulator.authUrl}/.well-known/jwks.json`, { method: 'DELETE' })).status).toBe(405);
  });
});

describe('authorization', () => {
  it('redirects with a code and the state, by 303', async () => {
    const emulator = await start();
    const { status, location } = await authorize(emulator);
    const url = new URL(location ?? '');
    expect([status, `${url.origin}${url.pathname}`]).toEqual([303, emulator.oauthApps.public.redirectUri]);
    expect([...url.searchParams.keys()]).toEqual(['code', 'state']);
    expect(url.searchParams.get('state')).toBe('a state');
  });

  it('lets loopback applications choose their port and their name of it', async () => {
    const emulator = await start();
    for (const uri of ['http://127.0.0.1:4567/callback', 'http://localhost:1/callback', 'http://[::1]:9/callback']) {
      expect((await authorize(emulator, { redirect_uri: uri })).location).toContain(`${uri}?code=`);
    }
    for (const uri of [
      'http://127.0.0.1:4567/other',
      'https://127.0.0.1/callback',
      'http://example.com/callback',
      'x',
      '',
    ]) {
      const refused = await authorize(emulator, { redirect_uri: uri });
      expect([refused.status, refused.json.error, refused.location]).toEqual([400, 'invalid_request', null]);
    }
  });

  it('tells mistakes here and not to the application (E13)', async () => {
    const emulator = await start();
    const cases: readonly (readonly [Record<string, string>, string])[] = [
      [{ client_id: '' }, 'invalid_request'],
      [{ client_id: 'nobody' }, 'invalid_client'],
      [{ state: '' }, 'invalid_request'],
      [{ code_challenge: '' }, 'invalid_request'],
      [{ code_challenge_method: 'plain' }, 'invalid_request'],
      [{ scope: '' }, 'invalid_scope'],
      [{ scope: 'openid' }, 'invalid_scope'],
      [{ scope: '134217728' }, 'invalid_scope'],
      // More than the application may have is refused, not trimmed.
      [{ scope: '33554433' }, 'invalid_scope'],
    ];
    for (const [changes, error] of cases) {
      const refused = await authorize(emulator, changes);
      expect([refused.status, refused.json.error, typeof refused.json.error_description]).toEqual([
        400,
        error,
        'string',
      ]);
    }
    const disabled = await authorize(await start({ appsDisabled: true }));
    expect([disabled.status, disabled.json.error]).toEqual([403, 'access_denied']);
  });

  it('always includes UserRead', async () => {
    const emulator = await start();
    expect((await exchange(emulator, await freshCode(emulator, { scope: '4' }))).json.scope).toEqual(['5']);
  });

  it('can be denied, or need a login first', async () => {
    const denied = new URL((await authorize(await start({ user: 'deny' }))).location ?? '');
    expect(Object.fromEntries(denied.searchParams)).toEqual({ error: 'access_denied', state: 'a state' });
    const signedOut = await authorize(await start({ user: 'signedOut' }));
    expect([signedOut.status, signedOut.location]).toEqual([
      303,
      expect.stringMatching(/^\/login\?returnUrl=%2Fapi%2Fauth/),
    ]);
  });

  it('asks, and remembers what was agreed to and less', async () => {
    const emulator = await start({ user: 'ask' });
    const asked = await authorize(emulator);
    expect(asked.location).toMatch(/^\/login\/oauth\/authorize\?response_type=code&/);
    const page = await fetch(`${emulator.authUrl}${asked.location}&x=%22%3E`);
    expect(await page.text()).toContain('action="/api/auth/oauth/authorize?');
    const answer = (approved: string): Promise<Response> =>
      fetch(authorizeUrl(emulator), {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ approved, remember: 'true' }),
      });
    expect((await answer('false')).headers.get('location')).toContain('error=access_denied');
    expect((await answer('true')).headers.get('location')).toContain('code=');
    expect((await authorize(emulator, { scope: '16385' })).location).toContain('code=');
    expect((await authorize(emulator, { scope: '262144' })).location).toContain('/login/oauth/authorize');
  });

  it('is limited to ten a minute', async () => {
    const emulator = await start({}, { limits: {} });
    const statuses: number[] = [];
    for (let count = 0; count < 11; count += 1) statuses.push((await authorize(emulator)).status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(10);
    expect(statuses.at(-1)).toBe(429);
  });

  it('has an old address at the site, which sends on', async () => {
    const emulator = await start();
    const target = authorizeUrl(emulator).slice(emulator.authUrl.length);
    const response = await fetch(emulator.siteUrl + target, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([308, authorizeUrl(emulator)]);
  });
});

describe('an id_token', () => {
  it('comes with a nonce alone, signed by the published key', async () => {
    const emulator = await start();
    expect((await exchange(emulator, await freshCode(emulator))).json).not.toHaveProperty('id_token');
    const { json } = await exchange(emulator, await freshCode(emulator, { nonce: 'n-1' }));
    const [header = '', claims = '', signature = ''] = (json.id_token ?? '').split('.');
    const { keys } = (await (await fetch(`${emulator.authUrl}/.well-known/jwks.json`)).json()) as {
      readonly keys: readonly JsonWebKey[];
    };
    expect(keys[0]).not.toHaveProperty('d');
    const key = createPublicKey({ key: keys[0] as JsonWebKey, format: 'jwk' });
    const bytes = Buffer.from(signature, 'base64url');
    expect(verify('sha256', Buffer.from(`${header}.${claims}`), { key, dsaEncoding: 'ieee-p1363' }, bytes)).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      iss: emulator.authUrl,
      sub: '12345',
      aud: emulator.oauthApps.public.clientId,
      nonce: 'n-1',
    });
  });
});
