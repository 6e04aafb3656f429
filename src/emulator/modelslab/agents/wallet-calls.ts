import type { Members, ModelsLabRequest } from '../route.js';
import type { ModelsLabWorkshop } from '../workshop.js';
import { type AgentCall, type AgentOutcome, agentCall, done, lacking, refused } from './agent-call.js';
import { createItemList } from './item-list.js';

/** The one coupon there is, and the dollars it is worth. */
const COUPON = { code: 'WELCOME10', dollars: 10 } as const;
const LEAST_DOLLARS = 10;

/** Payment methods that do not simply pay. */
export function paymentProblem(method: unknown): AgentOutcome | undefined {
  if (method === 'pm_declined') return refused(402, 'payment_declined', 'Your card was declined.');
  if (method !== 'pm_3ds') return undefined;
  const action = { requires_action: true, client_secret: 'pi_emulated_secret', payment_intent_id: 'pi_emulated' };
  return done(action, 202);
}

function whole(value: unknown, fallback: number): number {
  const number = Number(value ?? Number.NaN);
  return Number.isInteger(number) && number >= 0 ? number : fallback;
}

function validate({ query }: ModelsLabRequest): AgentOutcome {
  return done({ valid: (query['coupon_code'] ?? query['code']) === COUPON.code });
}

/** The wallet: the same money that jobs are paid from. */
export function createWalletCalls({ wallet }: ModelsLabWorkshop): readonly AgentCall[] {
  const credits = createItemList('Transaction', 456);
  let credited = 0;
  const add = (dollars: number, usecase: string): void => {
    wallet.setBalance(wallet.balance + dollars);
    credited += dollars;
    const rest = { source: 'stripe', type: 'credit', amount: dollars, status: 'success', usecase };
    credits.add({ ...rest, transaction_id: `pi_${credits.all().length + 1}`, created_at: new Date().toISOString() });
  };
  const fund = ({ body }: ModelsLabRequest): AgentOutcome => {
    const problem = lacking(body, ['amount', 'payment_method_id']) ?? paymentProblem(body['payment_method_id']);
    if (problem !== undefined) return problem;
    const amount = Number(body['amount']);
    if (!(amount >= LEAST_DOLLARS)) {
      const details = { amount: [`The amount must be at least ${LEAST_DOLLARS}.`] };
      return refused(422, 'validation_failed', 'The given data was invalid.', details);
    }
    add(amount, 'wallet_funding');
    return done({ message: 'Wallet funded.' });
  };
  const redeem = ({ body }: ModelsLabRequest): AgentOutcome => {
    if ((body['coupon_code'] ?? body['code']) !== COUPON.code) return refused(404, 'invalid_coupon', 'Unknown coupon.');
    add(COUPON.dollars, 'coupon');
    return done({ message: 'Coupon redeemed.', amount: COUPON.dollars });
  };
  const withdraw = ({ body }: ModelsLabRequest): AgentOutcome => {
    const amount = Number(body['amount']);
    if (!(amount > 0 && amount <= wallet.balance)) return refused(402, 'insufficient_balance', 'Not enough money.');
    wallet.setBalance(wallet.balance - amount);
    return done({ message: 'Withdrawal requested.' });
  };
  const debits = (): readonly Members[] =>
    wallet.charges.map(({ amount, operation }, index) => ({
      id: 90_000 + index,
      type: 'debit',
      amount,
      usecase: operation,
    }));
  const transactions = ({ query }: ModelsLabRequest): AgentOutcome => {
    const all = [...credits.all(), ...debits()].filter(({ type }) => (query['type'] ?? type) === type);
    const offset = whole(query['offset'], 0);
    const items = all.slice(offset, offset + whole(query['limit'], 20));
    const amount_used = wallet.charges.reduce((sum, one) => sum + one.amount, 0);
    const summary = { balance: wallet.balance, currency: 'USD', total_credited: credited, amount_used };
    return done({ items, count: items.length, total: all.length, wallet: summary });
  };
  let autoFunding: Members = { enabled: false };
  const setAutoFunding = (next: Members): AgentOutcome => {
    autoFunding = next;
    return done(autoFunding);
  };
  return [
    agentCall('GET', '/wallet/balance', () => done({ balance: wallet.balance, currency: 'USD' })),
    agentCall('GET', '/wallet/transactions', transactions),
    agentCall('POST', '/wallet/fund', fund),
    agentCall(
      'POST',
      '/wallet/confirm-checkout',
      ({ body }) => lacking(body, ['session_id']) ?? done({ message: 'Confirmed.' }),
    ),
    agentCall('POST', '/wallet/withdraw', withdraw),
    agentCall('GET', '/wallet/coupons/validate', validate),
    agentCall('POST', '/wallet/coupons/redeem', redeem),
    agentCall('PUT', '/wallet/auto-funding', ({ body }) => setAutoFunding({ ...body, enabled: true })),
    agentCall('DELETE', '/wallet/auto-funding', () => setAutoFunding({ enabled: false })),
    agentCall('GET', '/payments/:id/status', ({ parameters }) => done({ id: parameters['id'], status: 'succeeded' })),
  ];
}
