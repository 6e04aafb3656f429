/** How often something may be asked before it is 429. The defaults are the real site's (contract §5.1). */
export interface EmulatorLimits {
  /** Requests a minute to articles, and again to collections, from an address without a valid token; 60 unless told. */
  readonly anonymousPerMinute?: number;
  /** The same for an account with a valid token; 120 unless told. */
  readonly signedInPerMinute?: number;
  /** Authorizations a minute; 10 unless told. */
  readonly authorizationsPerMinute?: number;
  /** Token requests a minute; 20 unless told. */
  readonly tokensPerMinute?: number;
  /** Revocations a minute; 20 unless told. */
  readonly revocationsPerMinute?: number;
  /** Download redirects a day for an account or an address; without end unless told. */
  readonly downloadsPerDay?: number;
}

/** The limits of the real site. */
export const SITE_LIMITS: Required<EmulatorLimits> = {
  anonymousPerMinute: 60,
  signedInPerMinute: 120,
  authorizationsPerMinute: 10,
  tokensPerMinute: 20,
  revocationsPerMinute: 20,
  downloadsPerDay: Number.POSITIVE_INFINITY,
};
