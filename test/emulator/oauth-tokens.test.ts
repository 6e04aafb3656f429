import type { EmulatorOptions, RunningEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { type Answer, answerOf, call, type ErrorBody, startForTest } from './emulator-calls.js';
import { exchange, freshCode, freshTokens, postForm, refresh, type TokenBody, VERIFIER } from './oauth-calls.js';

const start = (options: EmulatorOptions = {}): Promise<RunningEmulator> =>
  startForTest({
    modelCount: 1,
    imageCount: 0,
    limits: { tokensPerMinute: 1000, authorizationsPerMinute: 1000 },
    ...options,
  });
const me = (emulator: RunningEmulator, token: string): Promise<Answer<Record<string, unknown>>> =>
  call(emulator, '/me', { headers: { authorization: `Bearer ${token}` } });
const outcome = ({ status, json }: Answer<TokenBody>): readonly unknown[] => [status, json.error];

describe('authorization codes', () => {
  it('give a pair of tokens, the scope as a list (quirk 29)', async () => {
    const emulator = await start();
    const { status, json, headers } = await exchange(emulator, await freshCode(emulator));
    expect([status, json]).toEqual([
      200,
      {
        access_token: expect.stringMatching(/^civitai_[0-9a-f]{36}$/),
        token_type: 'Bearer',
        expires_in: 3600,
        refresh_token: expect.stringMatching(/^civitai_[0-9a-f]{36}$/),
        scope: ['114689'],
      },
    ]);
    expect(headers.get('cache-control')).toBeNull();
  });

  it('are good for one use, one verifier, one redirect and one application', async () => {
    const emulator = await start();
    const code = await freshCode(emulator);
    const { confidential } = emulator.oauthApps;
    const cases: readonly (readonly [Record<string, string>, string])[] = [
      [{ code: '' }, 'invalid_request'],
      [{ code: 'other' }, 'invalid_grant'],
      [{ code_verifier: '' }, 'invalid_grant'],
      [{ code_verifier: 'short' }, 'invalid_request'],
      [{ code_verifier: `${VERIFIER}x` }, 'invalid_grant'],
      [{ redirect_uri: 'http://127.0.0.1:1/callback' }, 'invalid_request'],
      [{ client_id: confidential.clientId, client_secret: confidential.clientSecret }, 'invalid_grant'],
    ];
    for (const [changes, error] of cases)
      expect(outcome(await exchange(emulator, code, changes))).toEqual([400, error]);
    expect((await exchange(emulator, code)).status).toBe(200);
    expect(outcome(await exchange(emulator, code))).toEqual([400, 'invalid_grant']);
    const late = await start({ oauth: { codeSeconds: 0 } });
    expect(outcome(await exchange(late, await freshCode(late)))).toEqual([400, 'invalid_grant']);
  });

  it('may be exchanged with a JSON body', async () => {
    const emulator = await start();
    const { clientId: client_id, redirectUri: redirect_uri } = emulator.oauthApps.public;
    const code = await freshCode(emulator);
    const response = await fetch(`${emulator.authUrl}/api/auth/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'authorization_code',
        code,
        code_verifier: VERIFIER,
        client_id,
        redirect_uri,
      }),
    });
    expect(response.status).toBe(200);
  });
});

describe('access tokens', () => {
  it('are tokens of the site, with their scope', async () => {
    const emulator = await start();
    const { access_token: token } = await freshTokens(emulator);
    expect((await me(emulator, token)).json).toMatchObject({
      id: 12345,
      email: 'you@example.com',
      tokenScope: 114_689,
      subject: { type: 'oauth', id: emulator.oauthApps.public.clientId },
    });
  });

  it('expire: then they are nobody', async () => {
    const emulator = await start({ oauth: { accessTokenSeconds: 0 } });
    const { access_token: token, expires_in: seconds } = await freshTokens(emulator);
    expect([seconds, (await me(emulator, token)).status]).toEqual([0, 401]);
    const other = await start();
    const tokens = await freshTokens(other);
    other.expireTokens();
    expect((await me(other, tokens.access_token)).status).toBe(401);
    expect((await call(other, '/models', { headers: { authorization: `Bearer ${tokens.access_token}` } })).status).toBe(
      200,
    );
    expect((await refresh(other, tokens.refresh_token)).status).toBe(200);
    expect((await me(other, other.apiKey)).status).toBe(200);
  });
});

describe('refresh tokens', () => {
  it('rotate: the old one dies, the old access token lives on', async () => {
    const emulator = await start();
    const first = await freshTokens(emulator);
    const second = (await refresh(emulator, first.refresh_token)).json;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(second.scope).toEqual(['114689']);
    expect((await me(emulator, first.access_token)).status).toBe(200);
    expect((await me(emulator, second.access_token)).status).toBe(200);
    const again = await refresh(emulator, first.refresh_token);
    expect([again.status, again.json]).toEqual([
      400,
      { error: 'invalid_grant', error_description: 'Invalid grant: refresh token is invalid' },
    ]);
  });

  it('expire, at their time or when told, and belong to one application', async () => {
    const late = await start({ oauth: { refreshTokenSeconds: 0 } });
    const expired = await refresh(late, (await freshTokens(late)).refresh_token);
    expect(outcome(expired)).toEqual([400, 'invalid_grant']);
    const emulator = await start();
    const { refresh_token: token } = await freshTokens(emulator);
    const { clientId: client_id, clientSecret: client_secret } = emulator.oauthApps.confidential;
    const form = { grant_type: 'refresh_token', refresh_token: token, client_id, client_secret };
    expect(outcome(await postForm(emulator, 'token', form))).toEqual([400, 'invalid_grant']);
    expect(outcome(await postForm(emulator, 'token', { ...form, refresh_token: '' }))).toEqual([
      400,
      'invalid_request',
    ]);
    emulator.expireTokens({ refreshTokens: true });
    expect(outcome(await refresh(emulator, token))).toEqual([400, 'invalid_grant']);
  });

  it('survive an answer that failed in front of the host, and not one that was lost behind it', async () => {
    const emulator = await start();
    const { refresh_token: token } = await freshTokens(emulator);
    emulator.addFault({ times: 1, fault: { kind: 'status', status: 503 } });
    expect((await refresh(emulator, token)).status).toBe(503);
    emulator.addFault({ times: 1, fault: { kind: 'reset' } });
    await expect(refresh(emulator, token)).rejects.toThrow('fetch failed');
    emulator.addFault({ times: 1, fault: { kind: 'resetAfter' } });
    await expect(refresh(emulator, token)).rejects.toThrow('fetch failed');
    expect(outcome(await refresh(emulator, token))).toEqual([400, 'invalid_grant']);
  });
});

describe('clients', () => {
  const ask = (emulator: RunningEmulator, form: Record<string, string>, headers = {}): Promise<Answer<TokenBody>> =>
    postForm(emulator, 'token', form, headers);

  it('credentials are a grant of its own, with a refresh token all the same', async () => {
    const emulator = await start();
    const { clientId: client_id, clientSecret: client_secret } = emulator.oauthApps.service;
    const form = { grant_type: 'client_credentials', client_id, client_secret };
    const { json } = await ask(emulator, { ...form, scope: '16384' });
    expect(json).toMatchObject({ scope: ['16384'], refresh_token: expect.any(String) });
    // Without UserRead the address is hidden.
    expect((await me(emulator, json.access_token)).json).not.toHaveProperty('email');
    expect((await ask(emulator, form)).json.scope).toEqual(['114689']);
    expect(outcome(await ask(emulator, { ...form, scope: '131072' }))).toEqual([400, 'invalid_scope']);
    const own = emulator.oauthApps.confidential;
    const selfRegistered = { ...form, client_id: own.clientId, client_secret: own.clientSecret };
    expect(outcome(await ask(emulator, selfRegistered))).toEqual([400, 'unauthorized_client']);
  });

  it('are known by body or by Basic, which changes the status', async () => {
    const emulator = await start();
    const { clientId, clientSecret } = emulator.oauthApps.service;
    const basic = (secret: string) => ({
      authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
    });
    const form = { grant_type: 'client_credentials' };
    expect((await ask(emulator, form, basic(clientSecret))).status).toBe(200);
    expect(outcome(await ask(emulator, form, basic('wrong')))).toEqual([401, 'invalid_client']);
    const wrong: readonly Record<string, string>[] = [
      form,
      { ...form, client_id: clientId },
      { ...form, client_id: clientId, client_secret: 'wrong' },
      { ...form, client_id: 'nobody', client_secret: clientSecret },
      { grant_type: 'refresh_token', refresh_token: 'x', client_id: emulator.oauthApps.confidential.clientId },
      { grant_type: 'password', client_id: clientId },
    ];
    for (const one of wrong) expect(outcome(await ask(emulator, one))).toEqual([400, 'invalid_client']);
    const unknown = { grant_type: 'password', client_id: clientId, client_secret: clientSecret };
    expect(outcome(await ask(emulator, unknown))).toEqual([400, 'unsupported_grant_type']);
    expect(outcome(await ask(emulator, { ...unknown, grant_type: '' }))).toEqual([400, 'invalid_request']);
  });

  it('in browsers come from their own pages alone, and GET is no way to ask', async () => {
    const emulator = await start();
    const form = { grant_type: 'refresh_token', refresh_token: 'x', client_id: emulator.oauthApps.public.clientId };
    expect(outcome(await ask(emulator, form, { origin: 'https://evil.example' }))).toEqual([403, 'origin_not_allowed']);
    expect(outcome(await ask(emulator, form, { origin: 'https://app.example.com' }))).toEqual([400, 'invalid_grant']);
    const got: Answer<TokenBody> = await answerOf(await fetch(`${emulator.authUrl}/api/auth/oauth/token`));
    expect(outcome(got)).toEqual([400, 'invalid_request']);
  });

  it('are limited, and the host may fail', async () => {
    const emulator = await start({ limits: { tokensPerMinute: 1 } });
    await ask(emulator, {});
    const limited = await ask(emulator, {});
    expect([limited.status, limited.json]).toEqual([
      429,
      { error: 'rate_limited', error_description: 'Too many token requests' },
    ]);
    const broken = await ask(await start({ oauth: { tokensBroken: true } }), {});
    expect([broken.status, broken.json]).toEqual([500, { error: 'server_error', error_description: 'Internal error' }]);
  });

  it('of long ago ask the site, which passes them through', async () => {
    const emulator = await start();
    const { refresh_token, access_token } = await freshTokens(emulator);
    const body = new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token,
      client_id: emulator.oauthApps.public.clientId,
    });
    expect((await fetch(`${emulator.siteUrl}/api/auth/oauth/token`, { method: 'POST', body })).status).toBe(200);
    const headers = { authorization: `Bearer ${access_token}` };
    const info: Answer<ErrorBody> = await answerOf(
      await fetch(`${emulator.siteUrl}/api/auth/oauth/userinfo`, { headers }),
    );
    expect(info.json).toMatchObject({ sub: '12345', preferred_username: 'you' });
  });
});
