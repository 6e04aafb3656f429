import type { EmulatorOptions, RunningEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { type Answer, answerOf, call, type ErrorBody, startForTest } from './emulator-calls.js';
import { exchange, freshCode, freshTokens, postForm, refresh, type TokenBody } from './oauth-calls.js';

const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
interface DeviceBody extends ErrorBody {
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri: string;
  readonly verification_uri_complete: string;
  readonly expires_in: number;
  readonly interval: number;
}

const start = (options: EmulatorOptions = {}): Promise<RunningEmulator> =>
  startForTest({ modelCount: 1, imageCount: 0, ...options });
const begin = (emulator: RunningEmulator, changes: Record<string, string> = {}): Promise<Answer<DeviceBody>> =>
  postForm(emulator, 'device', { client_id: emulator.oauthApps.device.clientId, scope: '33554433', ...changes });
const poll = (
  emulator: RunningEmulator,
  device: DeviceBody,
  changes: Record<string, string> = {},
): Promise<Answer<TokenBody>> =>
  postForm(emulator, 'device-token', {
    grant_type: GRANT,
    device_code: device.device_code,
    client_id: emulator.oauthApps.device.clientId,
    ...changes,
  });
const outcome = ({ status, json }: Answer<TokenBody | ErrorBody>): readonly unknown[] => [status, json.error];

describe('the device flow', () => {
  it('waits for the user and then gives tokens once, the scope as a text', async () => {
    const emulator = await start();
    const { json: device } = await begin(emulator);
    expect(device).toEqual({
      device_code: expect.stringMatching(/^[0-9a-f]{64}$/),
      user_code: expect.stringMatching(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/),
      verification_uri: `${emulator.authUrl}/login/oauth/device`,
      verification_uri_complete: `${emulator.authUrl}/login/oauth/device?code=${device.user_code}`,
      expires_in: 900,
      interval: 5,
    });
    expect(outcome(await poll(emulator, device))).toEqual([400, 'authorization_pending']);
    expect(emulator.approveDevice('XXXX-XXXX')).toBe(false);
    expect(emulator.approveDevice(device.user_code)).toBe(true);
    const { json } = await poll(emulator, device);
    expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: '33554433' });
    const headers = { authorization: `Bearer ${json.access_token}` };
    expect((await call(emulator, '/me', { headers })).json).toMatchObject({ tokenScope: 33_554_433 });
    expect(outcome(await poll(emulator, device))).toEqual([400, 'invalid_grant']);
  });

  it('is approved by a visit to its address', async () => {
    const emulator = await start();
    const { json: device } = await begin(emulator);
    expect((await fetch(device.verification_uri_complete)).status).toBe(200);
    expect((await poll(emulator, device)).status).toBe(200);
    expect((await fetch(device.verification_uri)).status).toBe(404);
  });

  it('may be denied or expire', async () => {
    const emulator = await start();
    const { json: device } = await begin(emulator);
    expect(emulator.denyDevice(device.user_code)).toBe(true);
    expect(outcome(await poll(emulator, device))).toEqual([400, 'access_denied']);
    const refusing = await start({ oauth: { user: 'deny' } });
    expect(outcome(await poll(refusing, (await begin(refusing)).json))).toEqual([400, 'access_denied']);
    const late = await start({ oauth: { deviceCodeSeconds: 0, pollSeconds: 1 } });
    const expired = (await begin(late)).json;
    expect([expired.interval, outcome(await poll(late, expired))]).toEqual([1, [400, 'expired_token']]);
  });

  it('refuses other applications, scopes, codes and grants', async () => {
    const emulator = await start();
    const { public: other } = emulator.oauthApps;
    expect(outcome(await begin(emulator, { client_id: 'nobody' }))).toEqual([400, 'invalid_client']);
    expect(outcome(await begin(emulator, { client_id: other.clientId }))).toEqual([400, 'unauthorized_client']);
    expect(outcome(await begin(emulator, { scope: '67108864' }))).toEqual([400, 'invalid_scope']);
    expect(outcome(await begin(emulator, { scope: 'all' }))).toEqual([400, 'invalid_scope']);
    const { json: device } = await begin(emulator);
    expect(outcome(await poll(emulator, device, { grant_type: 'x' }))).toEqual([400, 'unsupported_grant_type']);
    expect(outcome(await poll(emulator, device, { device_code: 'x' }))).toEqual([400, 'invalid_grant']);
    expect(outcome(await poll(emulator, device, { client_id: other.clientId }))).toEqual([400, 'invalid_grant']);
  });

  it('shares twenty polls a minute between all users of an application', async () => {
    const emulator = await start();
    const devices = [(await begin(emulator)).json, (await begin(emulator)).json];
    const statuses: number[] = [];
    for (let count = 0; count < 21; count += 1) {
      statuses.push((await poll(emulator, devices[count % 2] as DeviceBody)).status);
    }
    expect(statuses.lastIndexOf(400)).toBe(19);
    expect(outcome(await poll(emulator, devices[0] as DeviceBody))).toEqual([429, 'rate_limited']);
  });
});

describe('userinfo', () => {
  const ask = async (emulator: RunningEmulator, authorization: string): Promise<Answer<TokenBody>> =>
    answerOf(await fetch(`${emulator.authUrl}/api/auth/oauth/userinfo`, { headers: { authorization } }));

  it('is for OAuth access tokens behind exactly `Bearer `', async () => {
    const emulator = await start();
    const { access_token: token } = await freshTokens(emulator);
    expect((await ask(emulator, `Bearer ${token}`)).json).toMatchObject({ id: 12345, roles: [], isModerator: false });
    for (const wrong of [`bearer ${token}`, `Bearer ${emulator.apiKey}`, 'Bearer x', token]) {
      const refused = await ask(emulator, wrong);
      expect([refused.status, refused.json]).toEqual([
        401,
        { error: 'invalid_token', error_description: 'Invalid or expired token' },
      ]);
    }
  });

  it('needs the scope UserRead', async () => {
    const emulator = await start();
    const { clientId: client_id, clientSecret: client_secret } = emulator.oauthApps.service;
    const form = { grant_type: 'client_credentials', client_id, client_secret, scope: '16384' };
    const { json } = await postForm(emulator, 'token', form);
    expect(outcome(await ask(emulator, `Bearer ${json.access_token}`))).toEqual([403, 'insufficient_scope']);
  });
});

describe('revocation', () => {
  const signedIn = async (emulator: RunningEmulator, token: string): Promise<boolean> =>
    (await call(emulator, '/me', { headers: { authorization: `Bearer ${token}` } })).status === 200;

  it('by an application of the owner ends a token, and a refresh token takes access tokens along', async () => {
    const emulator = await start();
    const {
      clientId: client_id,
      clientSecret: client_secret,
      redirectUri: redirect_uri,
    } = emulator.oauthApps.confidential;
    const client = { client_id, client_secret };
    const code = await freshCode(emulator, { client_id, redirect_uri });
    const { json: tokens } = await exchange(emulator, code, { ...client, redirect_uri });
    const second = await postForm(emulator, 'token', {
      ...client,
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token,
    });
    const revoked = await postForm(emulator, 'revoke', { ...client, token: tokens.access_token });
    expect([revoked.status, revoked.text]).toEqual([200, '{}']);
    expect(await signedIn(emulator, tokens.access_token)).toBe(false);
    expect(await signedIn(emulator, second.json.access_token)).toBe(true);
    await postForm(emulator, 'revoke', { ...client, token: second.json.refresh_token });
    expect(await signedIn(emulator, second.json.access_token)).toBe(false);
  });

  it('by anybody else is 200 and nothing', async () => {
    const emulator = await start();
    const tokens = await freshTokens(emulator);
    const { service, public: app } = emulator.oauthApps;
    for (const client of [
      {},
      { client_id: app.clientId },
      { client_id: service.clientId, client_secret: service.clientSecret },
      { client_id: emulator.oauthApps.confidential.clientId, client_secret: 'wrong' },
    ]) {
      const { status, text } = await postForm(emulator, 'revoke', { ...client, token: tokens.refresh_token });
      expect([status, text]).toEqual([200, '{}']);
    }
    expect(await signedIn(emulator, tokens.access_token)).toBe(true);
    expect((await refresh(emulator, tokens.refresh_token)).status).toBe(200);
    expect(outcome(await postForm(emulator, 'revoke', {}))).toEqual([400, 'invalid_request']);
  });

  it('is limited to twenty a minute', async () => {
    const emulator = await start({ limits: { revocationsPerMinute: 1 } });
    await postForm(emulator, 'revoke', { token: 'x' });
    expect((await postForm(emulator, 'revoke', { token: 'x' })).status).toBe(429);
  });
});
