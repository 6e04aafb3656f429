import { HttpCache } from './caching/cache-stage.js';
import type { CacheStore } from './caching/cache-store.js';
import { GuardedStore } from './caching/guarded-store.js';
import { MemoryCacheStore } from './caching/memory-cache-store.js';
import type { PacingSettings } from './configuration/pacing-settings.js';
import type { KnownLimits } from './configuration/rate-buckets.js';
import type { Diagnostics } from './observability/diagnostics.js';
import type { Logger } from './observability/logger.js';
import { type CircuitEvent, Notices } from './observability/notices.js';
import { CircuitBreaker, type CircuitSnapshot } from './pacing/circuit-stage.js';
import type { CircuitStore } from './pacing/circuit-store.js';
import { Coalescing } from './pacing/coalesce-stage.js';
import { LimitStage } from './pacing/limit-stage.js';
import type { RateLimiter } from './pacing/rate-limiter.js';
import { RateLimits } from './pacing/rate-limits.js';
import { WindowLimiter } from './pacing/window-limiter.js';
import type { Clock } from './transport/clock.js';
import { Outside } from './transport/outside.js';
import { identify, Partitions } from './transport/partition.js';
import type { AttemptStage, CallStage } from './transport/stage.js';

/** Parts of caching and pacing that a user may replace; each is used only when its option is on. */
export interface PacingParts {
  /** Keeps cached answers; `Cache:Enabled` turns the cache on. Default: in memory. Stays the user's. */
  readonly cacheStore?: CacheStore | undefined;
  /** Counts requests for all replicas; `RateLimit:Enabled` turns the limit on. Default: in this process. */
  readonly rateLimiter?: RateLimiter | undefined;
  /** Tells replicas of open circuits; `CircuitBreaker:Enabled` turns the breaker on. Default: each process on its own. */
  readonly circuitStore?: CircuitStore | undefined;
  /** Hears when a circuit opens or closes. */
  readonly onCircuitChange?: ((change: CircuitEvent) => void) | undefined;
}

/** How a client fares. */
export interface ClientHealth {
  /** One for each origin and family of endpoints that there was a request for; empty without a circuit breaker. */
  readonly circuits: readonly CircuitSnapshot[];
}

/** What the stages need to know of their client. */
export interface StageSurroundings {
  /** Where the server is. */
  readonly origin: string;
  readonly userAgent: string;
  readonly knownLimits: KnownLimits;
  readonly clock: Clock;
  readonly diagnostics: Diagnostics;
  readonly logger: Logger | undefined;
}

/** The stages that the settings ask for; none by default. */
export interface Stages {
  readonly callStages: readonly CallStage[];
  readonly attemptStages: readonly AttemptStage[];
  readonly health: () => ClientHealth;
}

/** How long a limiter or a circuit store outside is waited for. */
const outsideTimeoutMs = 1000;
/** A refresh in the background gets no more time than this: it may keep a process alive. */
const refreshTimeoutMs = 10_000;

/**
 * Builds the stages around calls (coalescing → cache) and around attempts (rate limit → circuit breaker).
 *
 * @throws ConfigurationError when `RateLimit:Buckets` names a family of endpoints that there is none of
 */
export function createStages(settings: PacingSettings, parts: PacingParts, surroundings: StageSurroundings): Stages {
  const { cache, circuitBreaker, coalesceRequests, rateLimit } = settings;
  const { clock, diagnostics, knownLimits, logger, origin, userAgent } = surroundings;
  const limits = new RateLimits(rateLimit, knownLimits);
  const notices = new Notices(logger);
  const partitions = new Partitions();
  const callStages: CallStage[] = [];
  const attemptStages: AttemptStage[] = [];

  if (cache.enabled || coalesceRequests || rateLimit.enabled) callStages.push(identify(partitions));
  if (coalesceRequests) callStages.push(new Coalescing(partitions, notices).stage);
  if (cache.enabled) {
    const store = parts.cacheStore ?? new MemoryCacheStore(cache, clock);
    const outside = new Outside('The cache store', cache.storeTimeoutSeconds * 1000, clock);
    const { stage } = new HttpCache({
      store: new GuardedStore(store, outside, notices),
      partitions,
      staleIfErrorSeconds: cache.staleIfErrorSeconds,
      refreshTimeoutMs,
      requestHeaders: { accept: 'application/json', 'accept-encoding': 'gzip, deflate, br', 'user-agent': userAgent },
      clock,
      diagnostics,
      notices,
    });
    callStages.push(stage);
  }

  const breaker = circuitBreaker.enabled
    ? new CircuitBreaker({
        policy: { failureThreshold: circuitBreaker.failureThreshold, openMs: circuitBreaker.openSeconds * 1000 },
        store: parts.circuitStore,
        outside: new Outside('The circuit store', outsideTimeoutMs, clock),
        onChange: parts.onCircuitChange,
        clock,
        notices,
      })
    : undefined;
  if (rateLimit.enabled) {
    if (breaker !== undefined) attemptStages.push(breaker.refuse);
    const outside = new Outside('The shared rate limiter', outsideTimeoutMs, clock);
    const local = new WindowLimiter(clock);
    attemptStages.push(new LimitStage({ local, shared: parts.rateLimiter, outside, limits, origin, notices }).stage);
  }
  if (breaker !== undefined) attemptStages.push(breaker.stage);
  return { callStages, attemptStages, health: () => ({ circuits: breaker?.snapshot() ?? [] }) };
}
