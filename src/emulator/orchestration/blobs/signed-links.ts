import { createHmac, randomBytes } from 'node:crypto';
import type { Query } from '../../http/query-text.js';

/** A URL and when it stops working. */
export interface SignedLink {
  readonly url: string;
  /** Date and time in UTC. */
  readonly expiresAt: string;
}

/** What became of a link. */
export type LinkCheck = 'valid' | 'expired' | 'wrong' | 'missing';

/** Signs URLs with `sig` and `exp` in the query, and checks them again. Only path and end are signed, no origin and no verb. */
export interface SignedLinks {
  sign(origin: string, path: string, seconds: number): SignedLink;
  check(path: string, query: Query): LinkCheck;
  /** Every link signed so far has expired. */
  expireAll(): void;
}

/** Creates a signer with a secret of its own; `now` is in milliseconds since 1970. */
export function createSignedLinks(now: () => number): SignedLinks {
  const secret = randomBytes(32);
  let generation = 1;
  const signatureOf = (path: string, exp: string, of: string): string =>
    `${createHmac('sha256', secret)
      .update(JSON.stringify([path, exp, of]))
      .digest('base64url')}.${of}`;
  return {
    sign: (origin, path, seconds) => {
      const expiresAt = new Date(now() + seconds * 1000).toISOString();
      const sig = signatureOf(path, expiresAt, String(generation));
      return { url: `${origin}${path}?sig=${sig}&exp=${encodeURIComponent(expiresAt)}`, expiresAt };
    },
    check: (path, query) => {
      const { sig, exp } = query;
      if (sig === undefined && exp === undefined) return 'missing';
      if (typeof sig !== 'string' || typeof exp !== 'string') return 'wrong';
      const of = sig.split('.')[1] ?? '';
      if (sig !== signatureOf(path, exp, of)) return 'wrong';
      return Number(of) === generation && now() < Date.parse(exp) ? 'valid' : 'expired';
    },
    expireAll: () => {
      generation += 1;
    },
  };
}
