import { randomUUID } from 'node:crypto';
import { isCivitaiError } from '../errors/civitai-error.js';
import type { Diagnostics } from '../observability/diagnostics.js';
import type { Notices } from '../observability/notices.js';
import type { CacheHit } from '../transport/api-request.js';
import type { Received } from '../transport/attempt.js';
import type { Clock } from '../transport/clock.js';
import type { Partitions } from '../transport/partition.js';
import type { CallStage, Exchange } from '../transport/stage.js';
import type { CacheEntry } from './cache-entry.js';
import { CacheKeys, callerHeaders, isShareable, noHeaders } from './cache-key.js';
import { type CacheRules, loadCacheRules, type Verdict } from './cache-rules.js';
import type { GuardedStore } from './guarded-store.js';

/** What a cache is made of. */
export interface CacheParts {
  readonly store: GuardedStore;
  readonly partitions: Partitions;
  /** How long after its time an answer may stand in for a server that fails. */
  readonly staleIfErrorSeconds: number;
  /** Time of a refresh in the background. */
  readonly refreshTimeoutMs: number;
  /** What every request carries, for `Vary`. */
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly diagnostics: Diagnostics;
  readonly notices: Notices;
}

type Next = (exchange: Exchange) => Promise<Received>;

/** One request that the cache takes part in. */
interface Lookup {
  readonly exchange: Exchange;
  readonly next: Next;
  readonly rules: CacheRules;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Refreshes in the background at the same time; what does not fit is refreshed with a later request. */
const maxRefreshes = 8;

/** Answers from the cache what may be answered from it, and keeps what may be kept. */
export class HttpCache {
  readonly #parts: CacheParts;
  readonly #keys = new CacheKeys();
  readonly #refreshing = new Set<string>();
  #rules: CacheRules | undefined;

  constructor(parts: CacheParts) {
    this.#parts = parts;
  }

  readonly stage: CallStage = async (exchange, next) => {
    const own = callerHeaders(exchange);
    if (!isShareable(exchange, own) || /\bno-store\b/i.test(own['cache-control'] ?? '')) return next(exchange);
    this.#rules ??= await loadCacheRules(this.#parts.clock, this.#parts.staleIfErrorSeconds);
    const key = this.#keys.of(exchange, own);
    return this.#answer({ exchange, next, rules: this.#rules, key, headers: this.#headersFor(own) });
  };

  /** What the rules see of the request: never what only the caller gave, which is in the key instead. */
  #headersFor(own: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const { requestHeaders } = this.#parts;
    if (own === noHeaders) return requestHeaders;
    const directives = Object.entries(own).filter(([name]) => name === 'cache-control' || name === 'pragma');
    const lowered = directives.map(([name, value]) => [name, value.toLowerCase()] as const);
    return { ...requestHeaders, ...Object.fromEntries(lowered) };
  }

  async #answer(lookup: Lookup): Promise<Received> {
    const { exchange, key } = lookup;
    if (exchange.reload === true) return await this.#ask(lookup);
    const found = this.#parts.store.get(key, exchange.call);
    const entry = found instanceof Promise ? await exchange.scope.race(found) : found;
    if (entry === undefined) return await this.#ask(lookup);
    const verdict = lookup.rules.evaluate(entry, lookup.headers, lookup.headers === this.#parts.requestHeaders);
    if (verdict.state === 'expired') return await this.#askAgain(lookup, entry, verdict);
    const received = this.#receivedFrom(lookup, entry, verdict.state, 0);
    if (verdict.state === 'stale') this.#refresh(lookup, entry, verdict);
    return received;
  }

  /** Asks the server for the whole answer. */
  async #ask(lookup: Lookup): Promise<Received> {
    const { exchange, next } = lookup;
    this.#parts.notices.cache(exchange.call, 'miss');
    return this.#keeping(lookup, await next(exchange));
  }

  /** Asks the server whether an entry is still good; the entry stands in when the server fails and that is allowed. */
  async #askAgain(lookup: Lookup, entry: CacheEntry, verdict: Verdict): Promise<Received> {
    const { exchange, rules } = lookup;
    try {
      const { received, renewed } = await this.#askWhether(lookup, entry, verdict);
      if (renewed === undefined) {
        this.#parts.notices.cache(exchange.call, 'miss');
        return this.#keeping(lookup, received, entry);
      }
      this.#store(lookup, renewed);
      return this.#receivedFrom(lookup, renewed, 'revalidated', received.attempts);
    } catch (error) {
      const serverFailed = isCivitaiError(error) && error.retryable;
      if (!serverFailed || !rules.mayStandIn(entry)) throw error;
      return this.#receivedFrom(lookup, entry, 'stale_on_error', error.attempts);
    }
  }

  async #askWhether(
    { exchange, next, rules, headers }: Lookup,
    entry: CacheEntry,
    { conditions }: Verdict,
  ): Promise<{ readonly received: Received; readonly renewed?: CacheEntry | undefined }> {
    if (conditions === undefined) return { received: await next(exchange) };
    const { request } = exchange;
    const asking = { ...exchange, request: { ...request, headers: { ...request.headers, ...conditions } } };
    const received = await next(asking);
    if (received.status !== 304) return { received };
    const renewed = rules.renewed(entry, headers, received);
    // "Not modified", but of a copy that is not ours: only the whole answer helps.
    return renewed === undefined ? { received: await next(exchange) } : { received, renewed };
  }

  /** Fetches a newer answer while the caller has the old one. A failure is nobody's but the diagnostics'. */
  #refresh(lookup: Lookup, entry: CacheEntry, verdict: Verdict): void {
    const { exchange, key } = lookup;
    if (this.#refreshing.has(key) || this.#refreshing.size >= maxRefreshes) return;
    this.#refreshing.add(key);
    const { clock, diagnostics, notices, refreshTimeoutMs } = this.#parts;
    const call = { ...exchange.call, requestId: randomUUID() };
    const { signal: _, ...options } = exchange.options;
    const startedAt = clock.now();
    diagnostics.request(call);
    const { result } = exchange.detached(refreshTimeoutMs, async (scope) => {
      const background = {
        ...exchange,
        call,
        scope,
        options: { ...options, maxRetries: 0, timeoutMs: refreshTimeoutMs },
      };
      const { received, renewed } = await this.#askWhether({ ...lookup, exchange: background }, entry, verdict);
      if (renewed !== undefined) this.#store(lookup, renewed);
      else {
        exchange.verify(received);
        this.#keeping(lookup, received, entry).keep?.();
      }
      diagnostics.response(call, received.status, received.attempts, clock.now() - startedAt);
    });
    result
      .catch((error: unknown) => {
        diagnostics.error(call, error, clock.now() - startedAt, false);
        notices.cache(exchange.call, 'refresh_failed', { error });
      })
      .finally(() => this.#refreshing.delete(key));
  }

  /** The answer of an entry, for whoever asks now. */
  #receivedFrom({ exchange, rules }: Lookup, entry: CacheEntry, state: CacheHit['state'], attempts: number): Received {
    const received = rules.receivedFrom(entry, state, exchange.identity?.credential ?? null, attempts);
    this.#parts.notices.cache(exchange.call, state, { ageSeconds: received.fromCache?.ageSeconds ?? 0 });
    return received;
  }

  /** Has an answer stored as soon as it has turned out to be readable, if the rules allow it. */
  #keeping(lookup: Lookup, received: Received, replaced?: CacheEntry): Received {
    const { exchange, rules, key, headers } = lookup;
    const partition = exchange.identity?.partition ?? '';
    // The credential may have changed between the question who asks and the sending.
    if (this.#parts.partitions.of(received.credential) !== partition) return received;
    if (received.status === 304 || received.redact(received.text) !== received.text) return received;
    const entry = rules.entryOf(key, partition, headers, received);
    if (entry === undefined) {
      return replaced === undefined
        ? received
        : { ...received, keep: () => this.#parts.store.delete(key, exchange.call) };
    }
    let kept = false;
    const keep = (): void => {
      if (!kept) this.#store(lookup, entry);
      kept = true;
    };
    return { ...received, keep };
  }

  #store({ exchange, key, rules }: Lookup, entry: CacheEntry): void {
    const ttlMs = rules.timeToLive(entry);
    if (ttlMs <= 0) return;
    this.#parts.store.set(key, entry, ttlMs, exchange.call);
    this.#parts.notices.cache(exchange.call, 'stored');
  }
}
