import { createModelsLabClient } from '@civitkit/sdk/modelslab/client';
import { describe, expect, it } from 'vitest';
import { startModelsLab } from './support.js';

const login = { email: 'agent@example.com', password: 'correct horse', token_expiry: '1_week' } as const;

describe('the control plane', () => {
  it('is signed in to, used, and left', async () => {
    const { client, emulator } = await startModelsLab({ workMs: 0 });
    await expect(client.agents.me()).rejects.toMatchObject({ code: 'missing_api_key' });
    const { accessToken, tokenExpiry } = await client.agents.login(login);
    expect(tokenExpiry).toBe('1_week');
    const agents = client.agents.withToken(accessToken);
    expect(await agents.me()).toMatchObject({ email: 'agent@example.com' });
    expect((await agents.walletBalance()).balance).toBeCloseTo(emulator.modelslab.balance);
    await client.images.text2img({ model_id: 'flux', prompt: 'a lighthouse' });
    expect(await agents.call('usage.summary')).toMatchObject({ total_calls: 1 });
    const { items } = await agents.models({ feature: 'imagen', per_page: 1 });
    expect(items).toHaveLength(1);
    const renewed = client.agents.withToken((await agents.refresh()).accessToken);
    await expect(agents.me()).rejects.toMatchObject({ name: 'AuthenticationError' });
    await renewed.logout({ everywhere: true });
    await expect(renewed.me()).rejects.toMatchObject({
      name: 'AuthenticationError',
      message: expect.stringContaining('agents.login()'),
    });
  });

  it('refuses a wrong password without showing it', async () => {
    const { client } = await startModelsLab();
    const refused = await client.agents.login({ ...login, password: 'wrong' }).asResult();
    expect(refused).toMatchObject({ ok: false, error: { name: 'AuthenticationError' } });
    expect(JSON.stringify(refused)).not.toContain('wrong');
  });

  it('makes keys that work until they are deleted', async () => {
    const { client, emulator } = await startModelsLab();
    const agents = client.agents.withToken(emulator.modelslabAgentToken);
    const { id = '', key } = await agents.createApiKey({ name: 'CI' });
    expect((await agents.apiKeys()).map(({ name }) => name)).toEqual(['Production', 'CI']);
    using made = createModelsLabClient({ baseUrl: emulator.modelslabUrl, apiKey: key?.reveal() ?? '' });
    expect((await made.account.walletBalance()).balance).toBeGreaterThan(0);
    await agents.call('apiKeys.delete', { id });
    await expect(made.account.walletBalance()).rejects.toMatchObject({ name: 'AuthenticationError' });
  });

  it('moves money once for a key, is declined, and wants more done', async () => {
    const { client, emulator } = await startModelsLab();
    const agents = client.agents.withToken(emulator.modelslabAgentToken);
    const { modelslab } = emulator;
    const before = modelslab.balance;
    const fund = { amount: 25, payment_method_id: 'pm_card' };
    await agents.fundWallet(fund, { idempotencyKey: 'once' });
    await agents.fundWallet(fund, { idempotencyKey: 'once' });
    expect(modelslab.balance - before).toBeCloseTo(25);
    await agents.fundWallet(fund);
    await agents.fundWallet(fund);
    expect(modelslab.balance - before).toBeCloseTo(75);
    await expect(agents.fundWallet({ ...fund, payment_method_id: 'pm_declined' })).rejects.toMatchObject({
      status: 402,
      details: { serverCode: 'payment_declined' },
    });
    const { data, response } = await agents.fundWallet({ ...fund, payment_method_id: 'pm_3ds' }).withResponse();
    expect(response.status).toBe(202);
    expect(data['requires_action']).toBe(true);
    expect(String(data['client_secret'])).not.toContain('pi_emulated_secret');
    expect(modelslab.balance - before).toBeCloseTo(75);
  });

  it.each([
    ['me.updatePreferences', { theme: 'dark' }],
    ['billing.overview', {}],
    ['billing.info', {}],
    ['billing.updateInfo', { country: 'FR' }],
    ['billing.invoices', {}],
    ['billing.invoice', { id: 'in_1' }],
    ['billing.paymentMethods', {}],
    ['billing.addPaymentMethod', { payment_method_id: 'pm_card' }],
    ['billing.setDefaultPaymentMethod', { id: 'pm_1' }],
    ['billing.removePaymentMethod', { id: 'pm_1' }],
    ['billing.setupIntent', {}],
    ['billing.paymentLink', {}],
    ['billing.stripeConfig', {}],
    ['wallet.transactions', { limit: 5 }],
    ['wallet.confirmCheckout', { session_id: 'cs_1' }],
    ['wallet.withdraw', { amount: 1 }],
    ['wallet.validateCoupon', { coupon_code: 'WELCOME10' }],
    ['wallet.redeemCoupon', { coupon_code: 'WELCOME10' }],
    ['wallet.setAutoFunding', { threshold: 5 }],
    ['wallet.stopAutoFunding', {}],
    ['payments.status', { id: 'pi_1' }],
    ['subscriptions.list', {}],
    ['subscriptions.plans', {}],
    ['subscriptions.create', { plan_id: 10 }],
    ['subscriptions.confirmCheckout', { session_id: 'cs_1' }],
    ['teams.list', {}],
    ['teams.create', { email: 'b@example.com' }],
    ['usage.history', {}],
    ['usage.products', {}],
    ['models.filters', {}],
    ['models.tags', {}],
    ['models.providers', {}],
  ] as const)('%s is understood', async (name, parameters) => {
    const { client, emulator } = await startModelsLab();
    const agents = client.agents.withToken(emulator.modelslabAgentToken);
    expect(await agents.call(name, parameters)).toBeTypeOf('object');
  });
});
