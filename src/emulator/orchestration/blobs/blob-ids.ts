import { createHash } from 'node:crypto';

/** Crockford's base 32: no I, L, O and U. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 26;

/** Makes ids such as `JNFDW54JNTATNW42HACYCWSQP0.jpeg`: the same ones in the same order for the same seed. */
export function createBlobIds(seed: number): (extension: string) => string {
  let count = 0;
  return (extension) => {
    count += 1;
    const digest = createHash('sha256').update(`blob:${seed}:${count}`).digest();
    const digits = Array.from(digest.subarray(0, LENGTH), (byte) => DIGITS[byte % DIGITS.length]);
    return `${digits.join('')}.${extension}`;
  };
}
