import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Turns values into texts that only this emulator can read or make. */
export interface SealedTokens {
  /** The same value gives the same text, so that caches can keep what it leads to. */
  seal(value: unknown): string;
  /** `undefined` for anything that was not sealed here. */
  open(token: string): unknown;
}

const IV_BYTES = 16;

/** Creates a sealer with keys of its own. */
export function createSealedTokens(): SealedTokens {
  const key = randomBytes(32);
  const ivKey = randomBytes(32);
  // The vector is a digest of the text: that makes tokens deterministic, and shows on opening whether one was changed.
  const ivOf = (text: string): Buffer => createHmac('sha256', ivKey).update(text).digest().subarray(0, IV_BYTES);
  return {
    seal: (value) => {
      const text = JSON.stringify(value);
      const iv = ivOf(text);
      return Buffer.concat([iv, createCipheriv('aes-256-ctr', key, iv).update(text)]).toString('base64url');
    },
    open: (token) => {
      const bytes = Buffer.from(token, 'base64url');
      const iv = bytes.subarray(0, IV_BYTES);
      if (iv.length < IV_BYTES) return undefined;
      const text = createDecipheriv('aes-256-ctr', key, iv).update(bytes.subarray(IV_BYTES)).toString('utf8');
      return ivOf(text).equals(iv) ? JSON.parse(text) : undefined;
    },
  };
}
