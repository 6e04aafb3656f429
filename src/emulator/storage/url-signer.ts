import { createHmac, randomBytes } from 'node:crypto';
import type { Query } from '../http/query-text.js';

/** The verb a signature is for; it does not cover another one, HEAD included. */
export type SignedVerb = 'GET' | 'PUT';

/** What became of a signature. */
export type SignatureCheck = 'valid' | 'expired' | 'wrong' | 'missing';

/** Signs URLs of one origin and checks them again. */
export interface UrlSigner {
  sign(verb: SignedVerb, path: string, query: Readonly<Record<string, string>>, seconds: number): string;
  check(verb: string, path: string, query: Query): SignatureCheck;
  /** Every URL signed so far has expired. */
  expireAll(): void;
}

const SIGNATURE = 'X-Amz-Signature';

function text(query: Query, key: string): string {
  const value = query[key];
  return typeof value === 'string' ? value : '';
}

/** Creates a signer with a secret of its own. */
export function createUrlSigner(origin: string): UrlSigner {
  const secret = randomBytes(16);
  let generation = 1;
  const signatureOf = (verb: string, path: string, query: Query): string => {
    const { [SIGNATURE]: _signature, ...signed } = query;
    return createHmac('sha256', secret)
      .update(JSON.stringify([verb, path, Object.entries(signed).toSorted(([a], [b]) => (a < b ? -1 : 1))]))
      .digest('hex');
  };
  return {
    sign: (verb, path, query, seconds) => {
      const signed = {
        'X-Amz-Expires': String(seconds),
        ...query,
        'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
        'X-Amz-Credential': `emulator-${generation}/auto/s3/aws4_request`,
        'X-Amz-Date': new Date().toISOString().replace(/[-:]/g, ''),
        'X-Amz-SignedHeaders': 'host',
      };
      const whole = { ...signed, [SIGNATURE]: signatureOf(verb, decodeURIComponent(path), signed) };
      const parts = Object.entries(whole).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
      return `${origin}${path}?${parts.join('&')}`;
    },
    check: (verb, path, query) => {
      if (text(query, SIGNATURE) === '') return 'missing';
      if (text(query, SIGNATURE) !== signatureOf(verb, path, query)) return 'wrong';
      const date = text(query, 'X-Amz-Date').replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)/, '$1-$2-$3:$4:');
      const current = text(query, 'X-Amz-Credential').startsWith(`emulator-${generation}/`);
      const endsAt = Date.parse(date) + Number(text(query, 'X-Amz-Expires')) * 1000;
      return current && Date.now() < endsAt ? 'valid' : 'expired';
    },
    expireAll: () => {
      generation += 1;
    },
  };
}
