import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute } from 'node:path';

/** Where BLAKE3 is, for a thread that has no imports; `undefined` in a bundle, where it is no file of its own. */
export function findBlake3(): string | undefined {
  try {
    const path: unknown = createRequire(import.meta.url).resolve('hash-wasm');
    return typeof path === 'string' && isAbsolute(path) && existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
