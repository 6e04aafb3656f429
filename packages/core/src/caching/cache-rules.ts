import type CachePolicy from 'http-cache-semantics';
import type { CacheHit } from '../transport/api-request.js';
import type { Received } from '../transport/attempt.js';
import type { Clock } from '../transport/clock.js';
import { anonymous } from '../transport/partition.js';
import { type CacheEntry, entryVersion } from './cache-entry.js';

type Headers = Readonly<Record<string, string>>;

/** What may be done with an entry now. */
export interface Verdict {
  /** `expired`: not without asking the server. */
  readonly state: 'fresh' | 'stale' | 'expired';
  /** Ask with these whether it is still the same; `undefined` when the server gave nothing to ask with. */
  readonly conditions: Headers | undefined;
}

const fresh: Verdict = { state: 'fresh', conditions: undefined };

/** What was worked out about an entry. */
interface ReadEntry {
  readonly policy: CachePolicy;
  /** Without those that belong to one connection. */
  readonly headers: Headers;
  /** Until then it is known to answer any request that has nothing to say about caching. */
  freshUntil: number;
}

/** How long a copy that can be asked about is kept beyond its time, for the asking. */
const askableMs = 3_600_000;
const longestMs = 7 * 86_400_000;

/** Loads what the rules are made of: not at start, but with the first answer that may be cached. */
export async function loadCacheRules(clock: Clock, staleIfErrorSeconds: number): Promise<CacheRules> {
  const { default: Policy } = await import('http-cache-semantics');
  /** The rules by our clock. */
  class ClockedPolicy extends Policy {
    now(): number {
      return clock.now();
    }
  }
  return new CacheRules(ClockedPolicy, staleIfErrorSeconds, clock);
}

/**
 * The rules of HTTP caching (RFC 9111, RFC 5861), as `http-cache-semantics` has them.
 *
 * Each identity has entries of its own. Within them an answer to nobody in particular, or one that the server calls
 * `public`, follows the rules of shared caches (`s-maxage`); any other follows those of a private one.
 */
export class CacheRules {
  readonly #Policy: typeof CachePolicy;
  readonly #staleIfErrorSeconds: number;
  readonly #clock: Clock;
  // A store in memory gives the same object each time.
  readonly #read = new WeakMap<CacheEntry, ReadEntry>();

  constructor(Policy: typeof CachePolicy, staleIfErrorSeconds: number, clock: Clock) {
    this.#Policy = Policy;
    this.#clock = clock;
    this.#staleIfErrorSeconds = staleIfErrorSeconds;
  }

  /** The entry for an answer, or `undefined` when it must not be stored. */
  entryOf(
    key: string,
    partition: string,
    request: Headers,
    { status, headers, text }: Received,
  ): CacheEntry | undefined {
    const control = headers['cache-control']?.toLowerCase() ?? '';
    const isPublic = /(?:^|[\s,])public(?:$|[\s,])/.test(control);
    // A session may come with it; only what the server calls public is then fit for a second use.
    if ('set-cookie' in headers && !isPublic) return undefined;
    const policy = new this.#Policy(
      { method: 'GET', headers: request },
      { status, headers: storedHeaders(headers) },
      { shared: partition === anonymous || isPublic },
    );
    return policy.storable() ? this.#entry(key, status, text, policy) : undefined;
  }

  /** @param plain - whether the request has nothing to say about caching */
  evaluate(entry: CacheEntry, request: Headers, plain: boolean): Verdict {
    const read = this.#readEntry(entry);
    const { policy } = read;
    const now = this.#clock.now();
    if (plain && now < read.freshUntil) return fresh;
    const { response, revalidation } = policy.evaluateRequest({ method: 'GET', headers: request });
    if (revalidation === undefined) {
      if (plain) read.freshUntil = now + (policy.maxAge() - policy.age()) * 1000;
      return fresh;
    }
    const conditions = conditionsIn(revalidation.headers);
    return { state: response === undefined ? 'expired' : 'stale', conditions };
  }

  /** The entry after the server said "not modified"; `undefined` when it spoke of another copy. */
  renewed(entry: CacheEntry, request: Headers, { status, headers }: Received): CacheEntry | undefined {
    // Without an age of its own the answer comes from the server itself, just now; the old age would stay otherwise.
    const answer = { status, headers: { age: '0', ...storedHeaders(headers) } };
    const { policy, matches } = this.#readEntry(entry).policy.revalidatedPolicy(
      { method: 'GET', headers: request },
      answer,
    );
    return matches ? this.#entry(entry.key, entry.status, entry.body, policy) : undefined;
  }

  /** Whether the entry may stand in for a server that cannot be asked. */
  mayStandIn(entry: CacheEntry): boolean {
    const policy = this.#readEntry(entry).policy;
    const control = policy.toObject().rescc;
    if ('no-cache' in control || 'must-revalidate' in control || 'proxy-revalidate' in control) return false;
    return policy.age() - policy.maxAge() <= this.#staleSeconds(control['stale-if-error']);
  }

  /** The answer that an entry holds. */
  receivedFrom(
    entry: CacheEntry,
    state: CacheHit['state'],
    credential: Received['credential'],
    attempts: number,
  ): Received {
    const { policy, headers } = this.#readEntry(entry);
    const ageSeconds = Math.round(policy.age());
    return {
      status: entry.status,
      headers: { ...headers, age: String(ageSeconds) },
      text: entry.body,
      attempts,
      authenticated: credential !== null,
      credential,
      redact: unchanged,
      fromCache: { state, ageSeconds },
    };
  }

  /** How long a store should keep an entry, in milliseconds; 0 when there is no use for it. */
  timeToLive(entry: CacheEntry): number {
    const policy = this.#readEntry(entry).policy;
    const { resh, rescc } = policy.toObject();
    const staleSeconds = policy.maxAge() - policy.age() + this.#staleSeconds(rescc['stale-if-error']);
    const askable = 'etag' in resh || 'last-modified' in resh ? askableMs : 0;
    // timeToLive() has the directives of the server in it.
    return Math.min(longestMs, Math.max(policy.timeToLive(), staleSeconds * 1000, 0) + askable);
  }

  #staleSeconds(directive: string | undefined): number {
    return Math.max(this.#staleIfErrorSeconds, Number(directive ?? 0) || 0);
  }

  #readEntry(entry: CacheEntry): ReadEntry {
    const known = this.#read.get(entry);
    if (known !== undefined) return known;
    const policy = this.#Policy.fromObject(entry.policy as unknown as CachePolicy.CachePolicyObject);
    // When the answer was made is for `Date` to say; `Age` says how long ago that was. An entry has only texts.
    const { date } = policy.toObject().resh;
    const headers = { ...policy.responseHeaders(), ...(date === undefined ? {} : { date }) } as Headers;
    const read: ReadEntry = { policy, headers, freshUntil: 0 };
    this.#read.set(entry, read);
    return read;
  }

  #entry(key: string, status: number, body: string, policy: CachePolicy): CacheEntry {
    return { version: entryVersion, key, status, body, policy: { ...policy.toObject() } };
  }
}

/** A body with a secret in it is never stored. */
const unchanged = (shown: string): string => shown;

/** A cookie is not for a second use; directives are understood in lower case only. */
function storedHeaders(headers: Headers): Headers {
  const kept = Object.entries(headers).filter(([name]) => name !== 'set-cookie');
  return Object.fromEntries(
    kept.map(([name, value]) => [name, name === 'cache-control' ? value.toLowerCase() : value]),
  );
}

function conditionsIn(headers: CachePolicy.Headers): Headers | undefined {
  const found = ['if-none-match', 'if-modified-since'].flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
