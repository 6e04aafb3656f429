/** The cache of answers. Every property is optional; `undefined` means not given. */
export interface CacheOptions {
  /** Whether answers are cached as the server's `Cache-Control` allows. Default `false`. */
  enabled?: boolean | undefined;
  /** How many answers the store in memory holds, 1–1 000 000. Default 500. */
  maxEntries?: number | undefined;
  /** How many bytes of answers the store in memory holds, 1024 and up. Default 67 108 864 (64 MiB). */
  maxBytes?: number | undefined;
  /** How long after its time an answer may stand in for a server that fails, in seconds. 0–604 800, default 0. */
  staleIfErrorSeconds?: number | undefined;
  /** How long a store of your own is waited for before the call goes on without it, in seconds. 0.01–60, default 0.5. */
  storeTimeoutSeconds?: number | undefined;
}

/** The client's own rate limit. Every property is optional; `undefined` means not given. */
export interface RateLimitOptions {
  /** Whether requests are held back so that they stay below a limit. Default `false`. */
  enabled?: boolean | undefined;
  /** Requests a minute for each family of endpoints that has no limit of its own. 1–60 000, default 300. */
  requestsPerMinute?: number | undefined;
  /** Limits of single families, such as `articles=30, images=100`. Default: what the server is known to allow. */
  buckets?: string | undefined;
}

/** The circuit breaker. Every property is optional; `undefined` means not given. */
export interface CircuitBreakerOptions {
  /** Whether requests fail at once while the server is in trouble. Default `false`. */
  enabled?: boolean | undefined;
  /** How many failures in a row open a circuit, 1–1000. Default 5. */
  failureThreshold?: number | undefined;
  /** How long a circuit stays open before one request tries again, in seconds. 0.1–3600, default 30. */
  openSeconds?: number | undefined;
}

/** {@link CacheOptions}, complete and checked. */
export interface CacheSettings {
  readonly enabled: boolean;
  readonly maxEntries: number;
  readonly maxBytes: number;
  readonly staleIfErrorSeconds: number;
  readonly storeTimeoutSeconds: number;
}

/** {@link RateLimitOptions}, complete and checked. */
export interface RateLimitSettings {
  readonly enabled: boolean;
  readonly requestsPerMinute: number;
  /** Empty when no family has a limit of its own. */
  readonly buckets: string;
}

/** {@link CircuitBreakerOptions}, complete and checked. */
export interface CircuitBreakerSettings {
  readonly enabled: boolean;
  readonly failureThreshold: number;
  readonly openSeconds: number;
}

/** What there is to say about caching and pacing. */
export interface PacingOptions {
  cache?: CacheOptions | undefined;
  rateLimit?: RateLimitOptions | undefined;
  circuitBreaker?: CircuitBreakerOptions | undefined;
  /** Whether identical GETs that are under way at the same time share one request. Default `false`. */
  coalesceRequests?: boolean | undefined;
}

/** {@link PacingOptions}, complete and checked. */
export interface PacingSettings {
  readonly cache: CacheSettings;
  readonly rateLimit: RateLimitSettings;
  readonly circuitBreaker: CircuitBreakerSettings;
  readonly coalesceRequests: boolean;
}
