import { createRequire } from 'node:module';

/** Where BLAKE3 is, for a thread that has no imports; `undefined` in a bundle, where it is no file of its own. */
export function findBlake3(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('hash-wasm');
  } catch {
    return undefined;
  }
}
