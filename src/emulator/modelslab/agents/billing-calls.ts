import type { Members, ModelsLabRequest } from '../route.js';
import { type AgentCall, type AgentOutcome, agentCall, done, lacking } from './agent-call.js';
import { createItemList, type ItemList } from './item-list.js';
import { paymentProblem } from './wallet-calls.js';

const PLAN: Members = {
  id: 10,
  name: 'Basic Enterprise',
  category: 'enterprise',
  period: 'monthly',
  type: 'basic',
  price: 249,
};

/** Calls that change an item and answer with it. */
function changing(path: string, list: ItemList, members: Members, method: 'POST' | 'PUT' = 'POST'): AgentCall {
  return agentCall(method, path, (request) => list.with(request, (item) => list.change(item, members)));
}

function paymentMethodCalls(): readonly AgentCall[] {
  const methods = createItemList('Payment method', 1, 'pm_');
  methods.add({ brand: 'visa', last4: '4242', is_default: true });
  const create = ({ body }: ModelsLabRequest): AgentOutcome =>
    lacking(body, ['payment_method_id']) ?? done(methods.add({ brand: 'visa', last4: '1111', is_default: false }), 201);
  const path = '/billing/payment-methods';
  return [
    agentCall('GET', path, () => done({ items: methods.all() })),
    agentCall('POST', path, create),
    agentCall('DELETE', `${path}/:id`, (request) =>
      methods.with(request, (item) => {
        methods.remove(item);
        return { message: 'Deleted.' };
      }),
    ),
    changing(`${path}/:id/default`, methods, { is_default: true }, 'PUT'),
  ];
}

function subscriptionCalls(): readonly AgentCall[] {
  const subscriptions = createItemList('Subscription', 501);
  const create = ({ body }: ModelsLabRequest): AgentOutcome =>
    lacking(body, ['plan_id']) ??
    paymentProblem(body['payment_method_id']) ??
    done(subscriptions.add({ plan_id: body['plan_id'], status: 'active' }), 201);
  const plans = {
    subscription_plans: [PLAN],
    pay_as_you_go: { available: true, minimum_topup_usd: 10, currency: 'USD' },
  };
  const path = '/subscriptions';
  return [
    agentCall('GET', path, () => done({ items: subscriptions.all() })),
    agentCall('POST', path, create),
    // Only half of the envelope.
    agentCall('GET', `${path}/plans`, () => ({ status: 200, data: { data: { ...plans, count: 1 } }, isBare: true })),
    agentCall(
      'POST',
      `${path}/confirm-checkout`,
      ({ body }) => lacking(body, ['session_id']) ?? done({ message: 'Confirmed.' }),
    ),
    agentCall('PUT', `${path}/:id`, (request) =>
      subscriptions.with(request, (item) => subscriptions.change(item, request.body)),
    ),
    agentCall('GET', `${path}/:id/status`, (request) =>
      subscriptions.with(request, ({ id, status }) => ({ id, status })),
    ),
    changing(`${path}/:id/pause`, subscriptions, { status: 'paused' }),
    changing(`${path}/:id/resume`, subscriptions, { status: 'active' }),
    changing(`${path}/:id/reset-cycle`, subscriptions, { status: 'active' }),
  ];
}

/** Billing and subscriptions. */
export function createBillingCalls(): readonly AgentCall[] {
  let info: Members = { name: 'Agent', country: 'DE' };
  const invoices = createItemList('Invoice', 1, 'in_');
  invoices.add({ amount: 25, currency: 'USD', status: 'paid' });
  const pdf = { url: 'https://invoices.example.com/in_1.pdf' };
  return [
    agentCall('GET', '/billing/overview', () => done({ subscriptions: 0, invoices: invoices.all().length })),
    agentCall('GET', '/billing/info', () => done(info)),
    agentCall('PUT', '/billing/info', ({ body }) => {
      info = { ...info, ...body };
      return done(info);
    }),
    agentCall('GET', '/billing/invoices', () => done({ items: invoices.all() })),
    agentCall('GET', '/billing/invoices/:id', (request) => invoices.with(request, (item) => item)),
    agentCall('GET', '/billing/invoices/:id/pdf', (request) => invoices.with(request, () => pdf)),
    ...paymentMethodCalls(),
    agentCall('POST', '/billing/setup-intent', () => done({ client_secret: 'seti_emulated_secret' })),
    agentCall('POST', '/billing/payment-link', () => done({ url: 'https://pay.example.com/emulated' })),
    agentCall('GET', '/billing/stripe-config', () => ({
      status: 200,
      data: { publishable_key: 'pk_test_emulated', instructions: 'Collect the card with this key.' },
      isBare: true,
    })),
    ...subscriptionCalls(),
  ];
}
