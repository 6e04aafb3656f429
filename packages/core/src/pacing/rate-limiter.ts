/** What a limit counts: the requests of one family of endpoints, by one identity, to one server. */
export interface RateBucket {
  /** The family: the first part of the path, such as `articles`. */
  readonly name: string;
  /** Names family, identity and server in one text; holds no secret and is the same in every replica. */
  readonly key: string;
  readonly requestsPerMinute: number;
}

/**
 * Counts requests. The default counts those of this process; bind or pass your own, or
 * {@link createSharedRateLimiter}, to count those of all replicas together.
 *
 * When it fails or hangs, the limit of the process alone holds.
 */
export interface RateLimiter {
  /** Takes a permit. 0 when there was one; otherwise how many milliseconds from now it is worth asking again. */
  take(bucket: RateBucket): number | Promise<number>;
  /** Gives no permit for so long: the server has asked for it with `Retry-After`. */
  pause(bucket: RateBucket, delayMs: number): void | Promise<void>;
}
