import type { Air } from './air.js';
import { exampleAir } from './air-grammar.js';
import { readAir } from './read-air.js';

/**
 * Reads an AIR such as `urn:air:sdxl:lora:civitai:328553@368189`.
 *
 * The prefixes `urn:` and `air:`, ecosystem, type, version, file id and format may be missing; source and id may not.
 * Words that this version does not know pass. {@link formatAir} gives the text back, with prefixes and with the first
 * three words in lower case, otherwise letter by letter.
 *
 * - A single word before the source is the type when it is a known one (`model:huggingface:…`), else the ecosystem.
 * - After `@`, the last `.word` that begins with a letter is the format: `main.tar` is `main` in the format `tar`,
 *   `v2.7.0` a version. Types that name software (`image`, `nodepack`, `nodepacklayer`) have no format.
 * - Without `@`, a dot belongs to the id, unless the id is a number (`827184.safetensor`).
 *
 * @throws TypeError when `text` is no text; RangeError when it is no AIR, with the part that is wrong
 *
 * @example
 * ```ts
 * import { parseAir } from '@civitkit/core/client';
 *
 * const { type, id, version } = parseAir('urn:air:sdxl:lora:civitai:328553@368189');
 * console.log(type, id, version); // lora 328553 368189
 * ```
 */
export function parseAir(text: string): Air {
  if (typeof text !== 'string') throw new TypeError(`parseAir: an AIR is a text, got ${typeof text}`);
  const air = readAir(text);
  if (typeof air !== 'string') return air;
  throw new RangeError(`parseAir: this is not an AIR: ${air}. An AIR looks like ${exampleAir}.`);
}

/** Like {@link parseAir}, but gives `undefined` for whatever is not an AIR. */
export function tryParseAir(text: unknown): Air | undefined {
  const air = typeof text === 'string' ? readAir(text) : undefined;
  return typeof air === 'string' ? undefined : air;
}
