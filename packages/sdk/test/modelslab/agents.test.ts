import { isSecret, Secret } from '@civitkit/core/client';
import type {
  AgentCallName,
  AgentMoneyCallName,
  AgentParameters,
  ModelsLabClient,
} from '@civitkit/sdk/modelslab/client';
import { describe, expect, it } from 'vitest';
import { json, reset } from '../../../../test/support/loopback-server.js';
import { asked, canary, errorOf, sent, useModelsLab } from './job-support.js';
import { answerOf } from './plain-answers.js';

const served = useModelsLab();
const agentToken = '123|agent-t0ken-c4na7y-0123456789';
const done = json({ data: { ok: true }, error: null, meta: { request_id: 'req_1' } });

describe('the login token', () => {
  it('is asked for by name where there is none, and nothing is sent', async () => {
    const client = await served.serve(done);
    const error = await errorOf(client.agents.me());
    expect(error).toMatchObject({ name: 'AuthenticationError', code: 'missing_api_key', attempts: 0 });
    for (const word of ['MODELSLAB_AGENT_TOKEN', 'ModelsLab:AgentToken', 'agents.login()', 'withToken']) {
      expect(error.message).toContain(word);
    }
    await expect(client.agents.invoicePdf(1)).rejects.toMatchObject({ code: 'missing_api_key' });
    expect(served.server.exchanges).toHaveLength(0);
  });

  it('comes from signing in, for which none is needed, and the API key is never sent here', async () => {
    const client = await served.serve([answerOf('agents/login'), done]);
    const { accessToken } = await client.agents.login({ email: 'a@b.test', password: new Secret('pass-c4na7y') });
    await client.agents.withToken(accessToken).me();
    expect(served.server.exchanges.map(({ headers }) => headers.authorization)).toEqual([
      undefined,
      'Bearer 123|sanctum-test-token',
    ]);
    expect(sent(served.server, 0)).toEqual({ email: 'a@b.test', password: 'pass-c4na7y' });
    for (const { body, headers, url } of served.server.exchanges) {
      expect(JSON.stringify([body, headers, url])).not.toContain(canary);
    }
  });

  it.each([
    ['as their errors are', json({ data: null, error: { code: 'unauthenticated', message: 'Unauthenticated.' } }, 401)],
    ['as a web page', json('no', 401)],
  ])('that was refused is told how to be had, %s', async (_name, refusal) => {
    const client = await served.serve(refusal, { agentToken });
    const error = await errorOf(client.agents.me());
    expect(error).toMatchObject({ name: 'AuthenticationError', code: 'unauthorized' });
    expect(error.message).toContain('MODELSLAB_AGENT_TOKEN');
    expect(error.message).not.toContain('MODELSLAB_API_KEY');
  });

  it('can be traded for a new one, and ended', async () => {
    const client = await served.serve([answerOf('agents/login'), done, done], { agentToken });
    expect((await client.agents.refresh()).accessToken.reveal()).toBe('123|sanctum-test-token');
    await client.agents.logout();
    await client.agents.logout({ everywhere: true });
    expect(asked(served.server)).toEqual(
      ['refresh', 'logout', 'logout-all'].map((name) => `POST /api/agents/v1/auth/${name}`),
    );
  });
});

describe('secrets', () => {
  it('in answers are under cover, whatever they are called', async () => {
    const client = await served.serve(
      json({
        data: { id: 7, name: 'ci', key: 'k-1', api_key: 'k-2', plain_text_token: 'k-3', deep: [{ token: 'k-4' }] },
      }),
      { agentToken },
    );
    const key = await client.agents.createApiKey({ name: 'ci' });
    expect(isSecret(key.key)).toBe(true);
    expect(key.api_key?.reveal()).toBe('k-2');
    expect(JSON.stringify(key)).not.toMatch(/k-\d/);
    expect(key).toMatchObject({ id: 7, name: 'ci' });
  });

  it('are no secrets where names only look like them', async () => {
    const client = await served.serve(json({ data: [{ key: 'feature', values: ['imagen'] }] }), { agentToken });
    expect(await client.agents.call('models.filters')).toEqual({ items: [{ key: 'feature', values: ['imagen'] }] });
  });

  it.each(['password', 'token', 'code', 'payment_method_id'])('in a request are masked in errors: %s', async (name) => {
    const secret = 'w0rd-c4na7y-0123456789';
    const client = await served.serve(json({ error: { message: `${secret} is wrong` } }, 422), { agentToken });
    const error = await errorOf(client.agents.call('auth.resetPassword', { email: 'a@b.test', [name]: secret }));
    expect(sent(served.server, 0)[name]).toBe(secret);
    expect(error.message).toContain('[redacted] is wrong');
    expect(String(error['body'])).not.toContain(secret);
  });

  it('that are no texts are the server’s business', async () => {
    const client = await served.serve(done);
    await client.agents.call('auth.verifyEmail', { code: 123_456 });
    expect(sent(served.server, 0)).toEqual({ code: 123_456 });
  });

  it('are not shown of an answer that is something else', async () => {
    const client = await served.serve(json({ data: { acces_token: 't0ken-c4na7y' } }));
    const error = await errorOf(client.agents.login({ email: 'a@b.test', password: 'pass-c4na7y' }));
    expect(error).toMatchObject({ code: 'unexpected_shape' });
    expect(String(error['body'])).toBe('[redacted]');
  });
});

describe('what moves money', () => {
  const names: readonly AgentMoneyCallName[] = ['wallet.fund', 'subscriptions.create', 'wallet.redeemCoupon'];

  it.each(names)('%s goes with an idempotency key of its own, or the one it is given', async (name) => {
    const client = await served.serve(done, { agentToken });
    await client.agents.call(name, { amount: 25 });
    await client.agents.call(name, { amount: 25 });
    await client.agents.call(name, { amount: 25 }, { idempotencyKey: 'order-12' });
    const [first, second, third] = served.server.exchanges.map(({ headers }) => headers['idempotency-key']);
    expect(first).toMatch(/^[\da-f-]{36}$/);
    expect(second).not.toBe(first);
    expect(third).toBe('order-12');
  });

  it.each([
    ['the connection breaks', reset],
    ['the server fails', json({ error: { message: 'oops' } }, 503)],
    ['a limit refuses it', json({ error: { message: 'Too many requests' }, retry_after: 1 }, 429)],
  ])('is never sent again by itself when %s, and can be with its key', async (_name, failure) => {
    const client = await served.serve([failure, done], { agentToken });
    const error = await errorOf(client.agents.fundWallet({ amount: 25 }));
    expect(served.server.exchanges).toHaveLength(1);
    expect(error).toMatchObject({
      details: { idempotencyKey: served.server.exchanges[0]?.headers['idempotency-key'] },
    });
    expect(error.message).toContain('give the same idempotencyKey');
  });

  it('that was declined says so, and does not ask to try again', async () => {
    const client = await served.serve(
      json({ data: null, error: { code: 'payment_declined', message: 'Card declined.' } }, 402),
      { agentToken },
    );
    const error = await errorOf(client.agents.fundWallet({ amount: 25 }));
    expect(error).toMatchObject({ name: 'PermissionError', details: { serverCode: 'payment_declined' } });
    expect(error.message).not.toContain('idempotencyKey');
  });

  it('may want something further done', async () => {
    const client = await served.serve(json({ data: { status: 'requires_action' } }, 202), { agentToken });
    const { data, response } = await client.agents.call('subscriptions.create', { plan_id: 1 }).withResponse();
    expect([response.status, data]).toEqual([202, { status: 'requires_action' }]);
  });

  it('has no key where no money moves, and takes no empty one', async () => {
    const client = await served.serve(done, { agentToken });
    await client.agents.call('me.update', { name: 'b' });
    expect(served.server.exchanges[0]?.headers['idempotency-key']).toBeUndefined();
    expect(() => client.agents.fundWallet({ amount: 1 }, { idempotencyKey: ' ' })).toThrow(TypeError);
  });
});

describe('calls by their names', () => {
  const calls: readonly (readonly [AgentCallName, Record<string, string | number>, string])[] = [
    ['auth.signup', { email: 'a@b.test' }, 'POST /auth/signup'],
    ['me.updatePreferences', { theme: 'dark' }, 'PATCH /me/preferences'],
    ['apiKeys.update', { id: 7, name: 'x' }, 'PUT /api-keys/7'],
    ['apiKeys.delete', { id: 7 }, 'DELETE /api-keys/7'],
    ['billing.invoice', { id: 'in_1' }, 'GET /billing/invoices/in_1'],
    ['billing.setDefaultPaymentMethod', { id: 'pm_1' }, 'PUT /billing/payment-methods/pm_1/default'],
    ['wallet.validateCoupon', { coupon_code: 'A B' }, 'GET /wallet/coupons/validate?coupon_code=A%20B'],
    ['wallet.stopAutoFunding', {}, 'DELETE /wallet/auto-funding'],
    ['payments.status', { id: 'pi_1' }, 'GET /payments/pi_1/status'],
    ['subscriptions.resetCycle', { id: 3 }, 'POST /subscriptions/3/reset-cycle'],
    ['teams.acceptInvitation', { id: 'inv_1' }, 'POST /teams/invitations/inv_1/accept'],
    ['usage.history', { days: 7 }, 'GET /usage/history?days=7'],
    ['models.get', { id: 'a/b' }, 'GET /models/a%2Fb'],
  ];

  it.each(calls)('%s %j is %s', async (name, parameters, expected) => {
    const client: ModelsLabClient = await served.serve(done, { agentToken });
    await expect(client.agents.call(name, parameters)).resolves.toEqual({ ok: true });
    expect(asked(served.server)).toEqual([expected.replace(' ', ' /api/agents/v1')]);
    const { id: _, ...body } = parameters;
    expect(served.server.exchanges[0]?.body).toBe(expected.startsWith('P') ? JSON.stringify(body) : '');
  });

  it('an answer may be empty', async () => {
    const client = await served.serve((_, response) => void response.writeHead(204).end(), { agentToken });
    await expect(client.agents.call('teams.delete', { id: 1 })).resolves.toEqual({});
  });

  it.each([
    ['another name', () => ['wallet.steal', {}]],
    ['a name of objects', () => ['constructor', {}]],
    ['no id', () => ['apiKeys.get', {}]],
    ['an object in a query', () => ['usage.history', { range: {} }]],
  ])('throws at once for %s', async (_name, args) => {
    const client = await served.serve(done, { agentToken });
    const [name, parameters] = args() as [AgentCallName, AgentParameters];
    expect(() => client.agents.call(name, parameters)).toThrow(TypeError);
    expect(served.server.exchanges).toHaveLength(0);
  });

  it('an invoice comes as a file', async () => {
    const client = await served.serve(
      (_, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'),
      { agentToken },
    );
    const { body } = await client.agents.invoicePdf('in_1');
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe('%PDF');
    expect(served.server.exchanges[0]?.headers.authorization).toBe(`Bearer ${agentToken}`);
  });
});
