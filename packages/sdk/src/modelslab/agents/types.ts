import type { CallOptions, Open, Secret } from '@civitkit/core/client';
import type { SecretText } from '../request/reveal-secrets.js';
import type { AgentCallName } from './agent-calls.js';

/** What a call of the control plane is given: `id` goes into the path, all else into the query or the body. */
export interface AgentParameters {
  readonly id?: string | number;
  readonly [member: string]: unknown;
}

/** How a call of the control plane is made. */
export interface AgentOptions extends CallOptions {
  /**
   * For what moves money: the server does what has the same key once. Default: a new one for each call. After a failure
   * it is in `details.idempotencyKey`: give it to try the same again.
   */
  readonly idempotencyKey?: string;
}

/** Who signs in. */
export interface LoginParameters {
  readonly email: string;
  readonly password: SecretText;
  /** Under which the token is listed. */
  readonly device_name?: string;
  /** How long it is good. */
  readonly token_expiry?: Open<'1_week' | '1_month' | '3_months' | 'never'>;
  readonly [member: string]: unknown;
}

/** A token, and whose it is. */
export interface AgentLogin {
  /** For `agentToken` and `agents.withToken`. */
  readonly accessToken: Secret;
  readonly tokenExpiry?: string;
  readonly expiresAt?: string;
  readonly user?: AgentUser;
  /** The whole answer, its secrets as `Secret`s. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Who is signed in. */
export interface AgentUser {
  readonly id?: number | string;
  readonly name?: string;
  readonly email?: string;
  readonly username?: string;
  readonly verified?: boolean;
  readonly [member: string]: unknown;
}

/** A key of the account. */
export interface AgentApiKey {
  readonly id?: number | string;
  readonly name?: string;
  readonly notes?: string | null;
  /** Where the server tells it, which it may do only once. */
  readonly key?: Secret;
  readonly api_key?: Secret;
  readonly [member: string]: unknown;
}

/** What the account may spend. */
export interface AgentWallet {
  readonly balance: number;
  readonly currency?: string;
  readonly [member: string]: unknown;
}

/** A list, as the control plane has it. */
export interface AgentList<T = AgentData> {
  readonly items: readonly T[];
  readonly count?: number;
  readonly total?: number;
  readonly pagination?: Readonly<Record<string, unknown>>;
  readonly [member: string]: unknown;
}

/** What the control plane tells where no more is known of it. */
export type AgentData = Readonly<Record<string, unknown>>;

/** What calls tell, where more is known. */
interface AgentAnswers {
  readonly 'me.get': AgentUser;
  readonly 'me.update': AgentUser;
  readonly 'apiKeys.list': AgentList<AgentApiKey>;
  readonly 'apiKeys.create': AgentApiKey;
  readonly 'apiKeys.get': AgentApiKey;
  readonly 'wallet.balance': AgentWallet;
  readonly 'wallet.transactions': AgentList;
  readonly 'models.list': AgentList;
}

/** What a call tells. */
export type AgentAnswer<N extends AgentCallName> = N extends keyof AgentAnswers ? AgentAnswers[N] : AgentData;
