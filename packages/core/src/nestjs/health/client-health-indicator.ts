import { isCivitaiError } from '../../errors/civitai-error.js';
import type { CircuitSnapshot } from '../../pacing/circuit-stage.js';
import type { CallOptions } from '../../transport/api-request.js';
import type { ModuleClient, Ping } from '../client-definition.js';

/** How a client's health is found out. */
export interface HealthCheckOptions<C> {
  /**
   * Whether to ask the server, and how: `true` makes one small request. Default: nobody is asked, and what is known from the
   * circuit breaker counts, if there is one.
   */
  readonly ping?: boolean | Ping<C> | undefined;
  /** How long the server has for its answer. Default: 5000. */
  readonly timeoutMs?: number | undefined;
}

/** What a health check says of a client. Holds no key, no URL and no message of a server. */
export interface ClientHealthDetails {
  readonly status: 'up' | 'down';
  /** Families of endpoints that are held back at the moment, because the server is in trouble. */
  readonly openCircuits?: readonly Pick<CircuitSnapshot, 'bucket' | 'failures' | 'retryAfterMs'>[];
  /** Why the ping failed: the error's code, or `ping_failed` for one that is not ours. */
  readonly reason?: string;
  /** The HTTP status that the ping was answered with, if it failed. */
  readonly httpStatus?: number;
}

/** As `@nestjs/terminus` expects it. */
export type ClientHealthResult<K extends string> = Record<K, ClientHealthDetails>;

/** Tells `@nestjs/terminus` how a client fares; the base of the indicators of all clients. */
export class ClientHealthIndicator<C extends ModuleClient> {
  readonly #client: C;
  readonly #ping: Ping<C>;

  constructor(client: C, ping: Ping<C>) {
    this.#client = client;
    this.#ping = ping;
  }

  /**
   * What is known of the server: `down` while a circuit is open, or when a ping fails. Never rejects because of the server.
   *
   * @param key - under which the result appears
   */
  async check<K extends string>(key: K, options: HealthCheckOptions<C> = {}): Promise<ClientHealthResult<K>> {
    const openCircuits = this.#client
      .health()
      .circuits.filter(({ state, retryAfterMs }) => state === 'open' && retryAfterMs > 0)
      .map(({ bucket, failures, retryAfterMs }) => ({ bucket, failures, retryAfterMs }));
    const failure = await this.#pingWith(options);
    const isDown = openCircuits.length > 0 || failure !== undefined;
    const details: ClientHealthDetails = {
      status: isDown ? 'down' : 'up',
      ...(openCircuits.length > 0 && { openCircuits }),
      ...failure,
    };
    return { [key]: details } as ClientHealthResult<K>;
  }

  /** Why the ping failed; nothing when it did not, or was not wanted. */
  async #pingWith({
    ping = false,
    timeoutMs = 5000,
  }: HealthCheckOptions<C>): Promise<Pick<ClientHealthDetails, 'reason' | 'httpStatus'> | undefined> {
    if (ping === false) return undefined;
    // A cached answer says nothing about the server.
    const options: CallOptions = { timeoutMs, maxRetries: 0, headers: { 'cache-control': 'no-cache' } };
    try {
      await (ping === true ? this.#ping : ping)(this.#client, options);
      return undefined;
    } catch (error) {
      if (!isCivitaiError(error)) return { reason: 'ping_failed' };
      return { reason: error.code, ...(error.status !== undefined && { httpStatus: error.status }) };
    }
  }
}
