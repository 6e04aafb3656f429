import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import {
  json,
  type LoopbackServer,
  type Responder,
  reset,
  startLoopback,
} from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import type { DeviceAuthorization, DevicePending, OAuthClient } from '../../src/client.js';
import { failureOf, oauthClient, secrets, tokenAnswer } from './support.js';

const minute = 60_000;
let server: LoopbackServer;
let client: OAuthClient;

/** Every wait is instant and moves the time; `0` makes none instant. */
async function serve(script: Responder | readonly Responder[], instantUpToMs = 2 * minute): Promise<TestClock> {
  server = await startLoopback(script);
  // The time limit of a call is longer than that of any wait, so that it alone is not instant.
  const clock = new TestClock(instantUpToMs);
  client = oauthClient(server.origin, { timeoutSeconds: 300 }, { clock });
  return clock;
}

afterEach(async () => {
  client.close();
  await server.close();
});

const begun = json({
  device_code: secrets.device,
  user_code: 'ABCD-2345',
  verification_uri: 'https://auth.example.test/device',
  verification_uri_complete: 'https://auth.example.test/device?code=ABCD-2345',
  expires_in: 900,
  interval: 5,
});
const pending = json({ error: 'authorization_pending' }, 400);
const tokens = json({ ...tokenAnswer, scope: '33554433' });

/** Asks for a code and waits for the answer. */
async function run(onPending?: (pending: DevicePending) => void): Promise<string> {
  const device = await client.requestDeviceCode(['UserRead', 'AppBlocksSubmit']);
  const { accessToken } = await client.waitForDeviceToken(device, onPending === undefined ? {} : { onPending });
  return accessToken.reveal();
}

/** The waits between the questions; those of the pipeline itself are left out. */
function waits({ delays }: TestClock): readonly number[] {
  return delays.filter((delay) => delay >= 5000);
}

describe('a device flow', () => {
  it('shows a code, asks in the interval it was told, and ends with tokens', async () => {
    const clock = await serve([begun, pending, pending, tokens]);
    const seen: DevicePending[] = [];
    await expect(run((event) => seen.push(event))).resolves.toBe(secrets.access);
    expect(waits(clock)).toEqual([5000, 5000, 5000]);
    expect(seen.map(({ polls, nextPollMs }) => [polls, nextPollMs])).toEqual([
      [1, 5000],
      [2, 5000],
    ]);
    expect(server.exchanges.map(({ url, body }) => [url, Object.fromEntries(new URLSearchParams(body))])).toEqual([
      ['/api/auth/oauth/device', { client_id: 'my-app', scope: '33554433' }],
      ...Array.from({ length: 3 }, () => [
        '/api/auth/oauth/device-token',
        {
          grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
          device_code: secrets.device,
          client_id: 'my-app',
        },
      ]),
    ]);
    expect(clock.pending).toBe(0);
  });

  it('gives what is to be shown', async () => {
    await serve(begun);
    await expect(client.requestDeviceCode()).resolves.toMatchObject({
      userCode: 'ABCD-2345',
      verificationUri: 'https://auth.example.test/device',
      verificationUriComplete: 'https://auth.example.test/device?code=ABCD-2345',
      expiresAtMs: Date.UTC(2026, 0, 1) + 900_000,
      intervalMs: 5000,
    });
  });

  it('backs off while too many ask, longer when the host says so, and over failures', async () => {
    const clock = await serve([
      begun,
      json({ error: 'rate_limited' }, 429),
      json({ error: 'rate_limited' }, 429, { 'retry-after': '45' }),
      pending,
      json({ error: 'slow_down' }, 400),
      reset,
      json({}, 503),
      tokens,
    ]);
    await expect(run()).resolves.toBe(secrets.access);
    expect(waits(clock)).toEqual([5000, 10_000, 45_000, 45_000, 50_000, 60_000, 60_000]);
  });

  it.each([
    [{ error: 'access_denied' }, 'access_denied'],
    [{ error: 'expired_token', error_description: 'Device code expired' }, 'expired_token'],
    [{ error: 'invalid_grant' }, 'invalid_grant'],
  ])('ends with the error of the host: %j', async (body, code) => {
    await serve([begun, pending, json(body, 400)]);
    await expect(run()).rejects.toMatchObject({ name: 'AuthenticationError', code });
    expect(server.exchanges).toHaveLength(3);
  });

  it('ends by itself when the time is over', async () => {
    await serve([begun, pending]);
    await expect(run()).rejects.toMatchObject({ name: 'AuthenticationError', code: 'expired_token' });
    expect(server.exchanges).toHaveLength(1 + 900 / 5 - 1);
  });
});

describe('waiting for a device', () => {
  const notInstant = 0;

  async function waiting(signal: AbortSignal): Promise<{ device: DeviceAuthorization; wait: Promise<unknown> }> {
    const device = await client.requestDeviceCode();
    return { device, wait: failureOf(client.waitForDeviceToken(device, { signal })) };
  }

  it('ends at once with the reason of the signal, and leaves nothing on it', async () => {
    const clock = await serve([begun, pending], notInstant);
    const controller = new AbortController();
    const { wait } = await waiting(controller.signal);
    await expect.poll(() => clock.pending).toBe(1);
    controller.abort('enough');
    expect(await wait).toBe('enough');
    expect(clock.pending).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });

  it('does not begin with a signal that is aborted', async () => {
    await serve([begun, pending], notInstant);
    const { wait } = await waiting(AbortSignal.abort('before'));
    expect(await wait).toBe('before');
    expect(server.exchanges).toHaveLength(1);
  });

  it('ends a question that is under way', async () => {
    const clock = await serve([begun, () => undefined], notInstant);
    const controller = new AbortController();
    const { wait } = await waiting(controller.signal);
    await expect.poll(() => clock.pending).toBe(1);
    clock.advance(5000);
    await expect.poll(() => server.exchanges.length).toBe(2);
    controller.abort('enough');
    expect(await wait).toBe('enough');
  });

  it('ends when the client closes', async () => {
    const clock = await serve([begun, pending], notInstant);
    const { signal } = new AbortController();
    const { wait } = await waiting(signal);
    await expect.poll(() => clock.pending).toBe(1);
    client.close();
    expect(await wait).toMatchObject({ code: 'client_closed' });
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});
