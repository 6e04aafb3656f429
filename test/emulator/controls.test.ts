import type { RunningEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { type Answer, answerOf, call, type ErrorBody, startForTest } from './emulator-calls.js';
import { freshTokens, postForm, refresh } from './oauth-calls.js';

const SMALL = { modelCount: 1, imageCount: 0 };
const control = async <T = ErrorBody>(
  emulator: RunningEmulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer<T>> =>
  answerOf(
    await fetch(`${emulator.siteUrl}/__emulator/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
const me = (emulator: RunningEmulator, key: string): Promise<Answer<Record<string, unknown>>> =>
  call(emulator, '/me', { headers: { authorization: `Bearer ${key}` } });

describe('keys', () => {
  it('come and go, in process', async () => {
    const emulator = await startForTest(SMALL);
    const key = emulator.addKey();
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect((await me(emulator, key)).json).toMatchObject({ id: 12345, subject: { type: 'apiKey', id: 992 } });
    expect(emulator.revokeKey(emulator.apiKey)).toBe(true);
    expect([(await me(emulator, emulator.apiKey)).status, (await me(emulator, key)).status]).toEqual([401, 200]);
    expect(emulator.revokeKey('never was')).toBe(false);
    const narrow = await me(emulator, emulator.addKey({ key: 'narrow', scope: 4 }));
    expect(narrow.json).toMatchObject({ tokenScope: 4 });
    expect(narrow.json).not.toHaveProperty('email');
    const other = await me(emulator, emulator.addKey({ userId: 4001 }));
    expect(other.json).toMatchObject({ id: 4001, username: 'amber_fox' });
  });

  it('come and go, from another process', async () => {
    const emulator = await startForTest(SMALL);
    const added = await control<{ readonly key: string }>(emulator, 'POST', 'keys', { scope: 5, userId: 4001 });
    expect((await me(emulator, added.json.key)).json).toMatchObject({ id: 4001, tokenScope: 5 });
    expect((await control<{ readonly key: string }>(emulator, 'POST', 'keys')).json.key).toMatch(/^[0-9a-f]{32}$/);
    expect((await control(emulator, 'DELETE', 'keys', { key: added.json.key })).status).toBe(204);
    expect((await me(emulator, added.json.key)).status).toBe(401);
    expect((await control(emulator, 'DELETE', 'keys', { key: added.json.key })).status).toBe(404);
  });
});

describe('from another process', () => {
  it('devices are answered, tokens and URLs expire', async () => {
    const emulator = await startForTest(SMALL);
    const { clientId: client_id } = emulator.oauthApps.device;
    const poll = async (approve?: boolean): Promise<number> => {
      const { json } = await postForm<{ readonly device_code: string; readonly user_code: string }>(
        emulator,
        'device',
        {
          client_id,
          scope: '1',
        },
      );
      expect((await control(emulator, 'POST', 'devices', { userCode: json.user_code, approve })).status).toBe(204);
      const grant_type = 'urn:ietf:params:oauth:grant-type:device_code';
      return (await postForm(emulator, 'device-token', { grant_type, device_code: json.device_code, client_id }))
        .status;
    };
    expect([await poll(), await poll(false)]).toEqual([200, 400]);
    expect((await control(emulator, 'POST', 'devices', { userCode: 'XXXX-XXXX' })).status).toBe(404);

    const tokens = await freshTokens(emulator);
    expect((await control(emulator, 'POST', 'expire-tokens')).status).toBe(204);
    expect((await me(emulator, tokens.access_token)).status).toBe(401);
    const renewed = (await refresh(emulator, tokens.refresh_token)).json;
    expect((await control(emulator, 'POST', 'expire-tokens', { refreshTokens: true })).status).toBe(204);
    expect((await refresh(emulator, renewed.refresh_token)).status).toBe(400);
    expect((await control(emulator, 'POST', 'expire-urls')).status).toBe(204);
  });

  it('mistakes are told', async () => {
    const emulator = await startForTest(SMALL);
    const cases: readonly (readonly [string, string, unknown, string])[] = [
      ['POST', 'keys', [], 'The body must be a JSON object.'],
      ['POST', 'keys', { key: '' }, '"key" must be a text.'],
      ['POST', 'keys', { scope: '1' }, '"scope" must be a number.'],
      ['POST', 'keys', { userId: '1' }, '"userId" must be a number.'],
      ['DELETE', 'keys', {}, '"key" must be a text.'],
      ['POST', 'devices', {}, '"userCode" must be a text.'],
      ['POST', 'devices', { userCode: 'x', approve: 'yes' }, '"approve" must be a boolean.'],
      ['POST', 'expire-tokens', { refreshTokens: 1 }, '"refreshTokens" must be a boolean.'],
    ];
    for (const [method, path, body, error] of cases) {
      const answer = await control(emulator, method, path, body);
      expect([answer.status, answer.json]).toEqual([400, { error }]);
    }
  });

  it('they work on every origin and are in no log', async () => {
    const emulator = await startForTest(SMALL);
    for (const url of [emulator.siteUrl, emulator.authUrl, emulator.storageUrl]) {
      expect((await fetch(`${url}/__emulator/requests`)).status).toBe(200);
    }
    expect(emulator.requests).toEqual([]);
  });
});
