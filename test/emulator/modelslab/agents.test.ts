import type { RunningEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { type Answer, call, type Members, post, startForTest } from './modelslab-calls.js';

interface Enveloped {
  readonly data: Members | null;
  readonly error: { readonly code: string; readonly details: Members } | null;
  readonly meta: { readonly request_id: string };
}

type Send = (method: string, path: string, body?: object, headers?: object) => Promise<Answer<Enveloped>>;

function agent(emulator: RunningEmulator, token = emulator.modelslabAgentToken): Send {
  return (method, path, body, headers = {}) =>
    call(emulator, method, `/agents/v1${path}`, { authorization: `Bearer ${token}`, ...headers }, body);
}

const LOGIN = { email: 'agent@example.com', password: 'secret123' };
const FUND = { amount: 25, payment_method_id: 'pm_1' };

describe('the control plane of ModelsLab', () => {
  it('gives tokens, renews them and ends them', async () => {
    const emulator = await startForTest();
    const { json } = await agent(emulator, '')('POST', '/auth/login', { ...LOGIN, token_expiry: 'never' });
    expect(json).toMatchObject({ data: { token_type: 'Bearer', expires_at: null }, error: null });
    const first = String(json.data?.['access_token']);
    const renewed = await agent(emulator, first)('POST', '/auth/refresh');
    expect((await agent(emulator, first)('GET', '/me')).status).toBe(401);
    const send = agent(emulator, String(renewed.json.data?.['access_token']));
    expect((await send('GET', '/me')).json.data).toMatchObject({ email: 'agent@example.com' });
    await send('POST', '/auth/logout');
    expect((await send('GET', '/me')).status).toBe(401);
  });

  it('refuses with codes and details', async () => {
    const emulator = await startForTest();
    const open = agent(emulator, '');
    expect(await open('POST', '/auth/login', { ...LOGIN, password: 'wrong' })).toMatchObject({
      status: 401,
      json: { data: null, error: { code: 'invalid_credentials' } },
    });
    const incomplete = await open('POST', '/auth/login', {});
    expect(incomplete.json.error?.details).toHaveProperty('password');
    expect((await agent(emulator)('GET', '/api-keys/999')).status).toBe(404);
  });

  it('makes keys that are valid until they are removed', async () => {
    const emulator = await startForTest();
    const send = agent(emulator);
    const { json } = await send('POST', '/api-keys', { name: 'CI' });
    const key = String(json.data?.['key']);
    expect((await post(emulator, '/wallet_balance', { key })).status).toBe(200);
    await send('DELETE', `/api-keys/${String(json.data?.['id'])}`);
    expect((await post(emulator, '/wallet_balance', { key })).status).toBe(401);
    expect(JSON.stringify((await send('GET', '/api-keys')).json)).not.toContain('ml-agent-key');
  });

  it('moves money once for an idempotency key', async () => {
    const emulator = await startForTest({ balance: 10 });
    const send = agent(emulator);
    const first = await send('POST', '/wallet/fund', FUND, { 'idempotency-key': 'one' });
    const again = await send('POST', '/wallet/fund', FUND, { 'idempotency-key': 'one' });
    expect(again.text).toBe(first.text);
    expect(emulator.modelslab.balance).toBe(35);
    await send('POST', '/wallet/fund', FUND, { 'idempotency-key': 'two' });
    expect((await send('GET', '/wallet/balance')).json.data).toEqual({ balance: 60, currency: 'USD' });
    const { json } = await send('GET', '/wallet/transactions?type=credit&limit=1');
    expect(json.data).toMatchObject({ count: 1, total: 2, wallet: { total_credited: 50 } });
  });

  it('has payments that are declined, and some that need somebody', async () => {
    const emulator = await startForTest();
    const send = agent(emulator);
    const declined = await send('POST', '/wallet/fund', { ...FUND, payment_method_id: 'pm_declined' });
    expect(declined).toMatchObject({ status: 402, json: { error: { code: 'payment_declined' } } });
    const needed = await send('POST', '/wallet/fund', { ...FUND, payment_method_id: 'pm_3ds' });
    expect(needed).toMatchObject({ status: 202, json: { data: { requires_action: true } } });
    expect((await send('POST', '/wallet/coupons/redeem', { code: 'WELCOME10' })).status).toBe(200);
  });

  it('leaves the envelope out twice', async () => {
    const emulator = await startForTest();
    const send = agent(emulator);
    expect((await send('GET', '/billing/stripe-config')).json).toHaveProperty('publishable_key');
    const { json } = await send('GET', '/subscriptions/plans');
    expect(json).not.toHaveProperty('meta');
    expect(json.data).toMatchObject({ count: 1 });
  });

  it('counts requests, and tells what is left', async () => {
    const emulator = await startForTest();
    const send = agent(emulator);
    const { headers } = await send('GET', '/billing/overview');
    expect(headers.get('x-ratelimit-remaining')).toBe('14');
    const statuses = [];
    for (let count = 0; count < 15; count += 1) statuses.push((await send('GET', '/billing/overview')).status);
    expect(statuses.indexOf(429)).toBe(14);
    expect((await send('GET', '/me')).status).toBe(200);
  });

  it('keeps subscriptions and teams', async () => {
    const emulator = await startForTest();
    const send = agent(emulator);
    const { json } = await send('POST', '/subscriptions', { plan_id: 10 });
    const path = `/subscriptions/${String(json.data?.['id'])}`;
    expect((await send('POST', `${path}/pause`)).json.data).toMatchObject({ status: 'paused' });
    expect((await send('GET', `${path}/status`)).json.data).toEqual({ id: json.data?.['id'], status: 'paused' });
    const team = await send('POST', '/teams', { email: 'b@example.com' });
    expect(team).toMatchObject({ status: 201, json: { data: { status: 'invited' } } });
  });
});
