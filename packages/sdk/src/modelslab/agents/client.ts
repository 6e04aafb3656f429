import { AuthenticationError, type CallOptions, CivitaiPromise, type Open, Secret } from '@civitkit/core/client';
import type { OpenOptions, Parser, StreamedAnswer } from '@civitkit/core/internal';
import type { ModelsLabCall, ModelsLabCalls } from '../request/modelslab-calls.js';
import type { SecretText } from '../request/reveal-secrets.js';
import { type AgentCallName, readAgentCall } from './agent-calls.js';
import { parseLogin, unwrap, unwrapSecrets } from './parse-answers.js';
import { prepareCall } from './prepare-call.js';
import type {
  AgentAnswer,
  AgentApiKey,
  AgentLogin,
  AgentOptions,
  AgentParameters,
  AgentUser,
  AgentWallet,
  LoginParameters,
} from './types.js';
import { withIdempotencyKey } from './with-idempotency-key.js';

const credentialHelp =
  'The control plane wants a login token, not the API key: agents.login() gives one. Set it as MODELSLAB_AGENT_TOKEN, as ' +
  'ModelsLab:AgentToken, as options.agentToken, or give it to agents.withToken().';

/**
 * The control plane, which manages an account as the website does: `modelsLab.agents`. Generating needs none of it. It
 * wants a login token instead of the API key.
 *
 * Each call there is goes by its name through `call`; the common ones have methods. What moves money is sent once with an
 * idempotency key, and never again by itself.
 *
 * @example
 * ```ts
 * import { createModelsLabClient } from '@civitkit/sdk/modelslab/client';
 *
 * using modelsLab = createModelsLabClient();
 * const { accessToken } = await modelsLab.agents.login({
 *   email: 'agent@example.com',
 *   password: process.env['AGENT_PASSWORD'] ?? '',
 *   token_expiry: '1_week',
 * });
 * const agents = modelsLab.agents.withToken(accessToken);
 * console.log((await agents.me()).email, (await agents.call('usage.summary'))['total_calls']);
 * ```
 */
export class ModelsLabAgents {
  readonly #calls: ModelsLabCalls;
  readonly #token: Secret | null;

  /** For `ModelsLabClient`. */
  constructor(calls: ModelsLabCalls, token: Secret | null) {
    this.#calls = calls;
    this.#token = token;
  }

  /** The same with another token. */
  withToken(token: SecretText): ModelsLabAgents {
    return new ModelsLabAgents(this.#calls, typeof token === 'string' ? new Secret(token) : token);
  }

  /**
   * Any call, by its name. `id` goes into the path, all other parameters into the query of a GET and the body of the rest.
   *
   * What comes back is the `data` of the answer; a list stands in `items`. Texts that open something are `Secret`s.
   * `withResponse()` tells the status: 202 wants something further done, such as a payment to be confirmed.
   *
   * @throws TypeError for another name, or without the `id` that its path needs
   */
  call<N extends AgentCallName>(
    name: N,
    parameters: AgentParameters = {},
    options: AgentOptions = {},
  ): CivitaiPromise<AgentAnswer<N>> {
    const { tellsSecrets } = readAgentCall(name, parameters.id);
    return this.#send(name, parameters, options, (tellsSecrets ? unwrapSecrets : unwrap) as Parser<AgentAnswer<N>>);
  }

  /** Signs in. The token is not used by itself: give it to {@link ModelsLabAgents.withToken}, or keep it. */
  login(parameters: LoginParameters, options?: CallOptions): CivitaiPromise<AgentLogin> {
    return this.#send('auth.login', parameters, options, parseLogin);
  }

  /** Trades the token for a new one. */
  refresh(options?: CallOptions): CivitaiPromise<AgentLogin> {
    return this.#send('auth.refresh', {}, options, parseLogin);
  }

  /** Ends the token, or all tokens of the account. */
  async logout(options: CallOptions & { readonly everywhere?: boolean } = {}): Promise<void> {
    const { everywhere = false, ...callOptions } = options;
    await this.call(everywhere ? 'auth.logoutAll' : 'auth.logout', {}, callOptions);
  }

  /** Whose token it is. */
  me(options?: CallOptions): CivitaiPromise<AgentUser> {
    return this.call('me.get', {}, options);
  }

  /** The API keys of the account. */
  apiKeys(options?: CallOptions): CivitaiPromise<readonly AgentApiKey[]> {
    return this.#send('apiKeys.list', {}, options, (json, context) => {
      const { items } = unwrapSecrets(json, context);
      if (!Array.isArray(items)) throw context.wrongShape('"data.items", a list');
      return items as readonly AgentApiKey[];
    });
  }

  /** Makes an API key. The server may tell it this once. */
  createApiKey(
    parameters: { readonly name: string; readonly notes?: string; readonly [member: string]: unknown },
    options?: CallOptions,
  ): CivitaiPromise<AgentApiKey> {
    return this.call('apiKeys.create', parameters, options);
  }

  /** What the account may spend. */
  walletBalance(options?: CallOptions): CivitaiPromise<AgentWallet> {
    return this.call('wallet.balance', {}, options);
  }

  /** Fills the wallet up. **Spends money**; see {@link AgentOptions.idempotencyKey}. */
  fundWallet(
    parameters: {
      readonly amount: number;
      readonly payment_method_id?: SecretText;
      readonly [member: string]: unknown;
    },
    options?: AgentOptions,
  ): CivitaiPromise<AgentAnswer<'wallet.fund'>> {
    return this.call('wallet.fund', parameters, options);
  }

  /** The models there are, as the website lists them. */
  models(
    filter: {
      readonly feature?: Open<'imagen' | 'video_fusion' | 'audio_gen'>;
      readonly search?: string;
      readonly per_page?: number;
      readonly page?: number;
      readonly [member: string]: unknown;
    } = {},
    options?: CallOptions,
  ): CivitaiPromise<AgentAnswer<'models.list'>> {
    return this.call('models.list', filter, options);
  }

  /** An invoice as a file. Read its body once, or cancel it. */
  invoicePdf(invoiceId: string | number, options?: OpenOptions): CivitaiPromise<StreamedAnswer> {
    const call: ModelsLabCall = {
      operation: 'agents.billing.invoicePdf',
      method: 'GET',
      path: ['agents', 'v1', 'billing', 'invoices', invoiceId, 'pdf'],
      place: 'bearer',
      credential: this.#token ?? undefined,
      credentialHelp,
    };
    return this.#token === null ? this.#refuse(call.operation) : this.#calls.open(call, options);
  }

  #send<T>(name: AgentCallName, parameters: object, options: AgentOptions = {}, parser: Parser<T>): CivitaiPromise<T> {
    const { idempotencyKey, ...callOptions } = options;
    const operation = `agents.${name}`;
    const row = readAgentCall(name, (parameters as AgentParameters).id);
    const call: ModelsLabCall = {
      ...prepareCall(operation, row, parameters),
      ...(row.isOpen ? {} : { credential: this.#token ?? undefined, credentialHelp }),
    };
    if (!row.isOpen && this.#token === null) return this.#refuse(operation);
    return row.movesMoney
      ? withIdempotencyKey(call, idempotencyKey, (keyed) => this.#calls.send(keyed, parser, callOptions))
      : this.#calls.send(call, parser, callOptions);
  }

  #refuse<T>(operation: string): CivitaiPromise<T> {
    const error = new AuthenticationError(`modelslab.${operation}: there is no login token. ${credentialHelp}`, {
      code: 'missing_api_key',
    });
    return new CivitaiPromise<T>(Promise.reject(error));
  }
}
