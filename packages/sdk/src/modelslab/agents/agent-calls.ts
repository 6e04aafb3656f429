import type { ApiRequest } from '@civitkit/core/internal';

/**
 * The calls of the control plane: method and path, `{id}` to be filled in. Behind it: `-` it goes without a token, `!` its
 * answer may hold secrets, `$` it moves money or changes what will be charged.
 */
const rows = {
  'auth.signup': 'POST auth/signup -!',
  'auth.login': 'POST auth/login -!',
  'auth.verifyEmail': 'POST auth/verify-email -!',
  'auth.resendVerification': 'POST auth/resend-verification -',
  'auth.forgotPassword': 'POST auth/forgot-password -',
  'auth.resetPassword': 'POST auth/reset-password -!',
  'auth.logout': 'POST auth/logout',
  'auth.logoutAll': 'POST auth/logout-all',
  'auth.refresh': 'POST auth/refresh !',
  'me.get': 'GET me !',
  'me.update': 'PATCH me !',
  'me.updatePreferences': 'PATCH me/preferences',
  'apiKeys.list': 'GET api-keys !',
  'apiKeys.create': 'POST api-keys !',
  'apiKeys.get': 'GET api-keys/{id} !',
  'apiKeys.update': 'PUT api-keys/{id} !',
  'apiKeys.delete': 'DELETE api-keys/{id}',
  'billing.overview': 'GET billing/overview',
  'billing.info': 'GET billing/info',
  'billing.updateInfo': 'PUT billing/info',
  'billing.invoices': 'GET billing/invoices',
  'billing.invoice': 'GET billing/invoices/{id}',
  'billing.paymentMethods': 'GET billing/payment-methods',
  'billing.addPaymentMethod': 'POST billing/payment-methods !$',
  'billing.removePaymentMethod': 'DELETE billing/payment-methods/{id} $',
  'billing.setDefaultPaymentMethod': 'PUT billing/payment-methods/{id}/default $',
  'billing.setupIntent': 'POST billing/setup-intent !$',
  'billing.paymentLink': 'POST billing/payment-link !$',
  'billing.stripeConfig': 'GET billing/stripe-config',
  'wallet.balance': 'GET wallet/balance',
  'wallet.transactions': 'GET wallet/transactions',
  'wallet.fund': 'POST wallet/fund !$',
  'wallet.confirmCheckout': 'POST wallet/confirm-checkout $',
  'wallet.withdraw': 'POST wallet/withdraw $',
  'wallet.validateCoupon': 'GET wallet/coupons/validate',
  'wallet.redeemCoupon': 'POST wallet/coupons/redeem $',
  'wallet.setAutoFunding': 'PUT wallet/auto-funding $',
  'wallet.stopAutoFunding': 'DELETE wallet/auto-funding $',
  'payments.status': 'GET payments/{id}/status',
  'subscriptions.list': 'GET subscriptions',
  'subscriptions.create': 'POST subscriptions !$',
  'subscriptions.plans': 'GET subscriptions/plans',
  'subscriptions.confirmCheckout': 'POST subscriptions/confirm-checkout $',
  'subscriptions.update': 'PUT subscriptions/{id} !$',
  'subscriptions.status': 'GET subscriptions/{id}/status',
  'subscriptions.pause': 'POST subscriptions/{id}/pause $',
  'subscriptions.resume': 'POST subscriptions/{id}/resume $',
  'subscriptions.resetCycle': 'POST subscriptions/{id}/reset-cycle $',
  'teams.list': 'GET teams',
  'teams.create': 'POST teams',
  'teams.get': 'GET teams/{id}',
  'teams.update': 'PUT teams/{id}',
  'teams.delete': 'DELETE teams/{id}',
  'teams.resendInvite': 'POST teams/{id}/resend-invite',
  'teams.acceptInvitation': 'POST teams/invitations/{id}/accept',
  'usage.summary': 'GET usage/summary',
  'usage.history': 'GET usage/history',
  'usage.products': 'GET usage/products',
  'models.list': 'GET models',
  'models.get': 'GET models/{id}',
  'models.filters': 'GET models/filters',
  'models.tags': 'GET models/tags',
  'models.providers': 'GET models/providers',
} as const;

/** Name of a call of the control plane, such as `wallet.balance`. */
export type AgentCallName = keyof typeof rows;

/** The calls that move money, or change what will be charged. */
export type AgentMoneyCallName = {
  readonly [N in AgentCallName]: (typeof rows)[N] extends `${string}$` ? N : never;
}[AgentCallName];

/** A call, read from its row. */
export interface AgentCall {
  readonly method: NonNullable<ApiRequest['method']>;
  /** Below `/agents/v1`, `{id}` filled in. */
  readonly path: readonly string[];
  /** Whether the path names something. */
  readonly hasId: boolean;
  /** Whether it goes without a token. */
  readonly isOpen: boolean;
  /** Whether its answer may hold secrets. */
  readonly tellsSecrets: boolean;
  /** Whether it moves money, or changes what will be charged. */
  readonly movesMoney: boolean;
}

/**
 * The call of that name.
 *
 * @throws TypeError for another name, and without the id that its path needs
 */
export function readAgentCall(name: string, id: string | number | undefined): AgentCall {
  const row = Object.hasOwn(rows, name) ? rows[name as AgentCallName] : undefined;
  if (row === undefined) throw new TypeError(`modelslab.agents: there is no call "${name}"`);
  const [method = '', path = '', marks = ''] = row.split(' ');
  const hasId = path.includes('{id}');
  if (hasId && id === undefined) throw new TypeError(`modelslab.agents.${name}: "id" is missing`);
  return {
    method: method as AgentCall['method'],
    path: path.split('/').map((segment) => (segment === '{id}' ? String(id) : segment)),
    hasId,
    isOpen: marks.includes('-'),
    tellsSecrets: marks.includes('!'),
    movesMoney: marks.includes('$'),
  };
}
