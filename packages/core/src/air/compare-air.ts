import type { Air, AirParts } from './air.js';
import { formatAir } from './format-air.js';
import { parseAir } from './parse-air.js';

const parts = ['ecosystem', 'type', 'source', 'id', 'version', 'layer', 'fileId', 'format'] as const;

/**
 * Whether two AIRs are the same text once they are written in full: prefixes and the case of the first three words make
 * no difference, the case of the rest does. An AIR without its version is another one than with it.
 *
 * @throws TypeError or RangeError when one is not an AIR
 */
export function sameAir(a: AirParts | string, b: AirParts | string): boolean {
  return canonical(a) === canonical(b);
}

/**
 * Orders AIRs, for `sort`: part by part, numbers by their value, a missing part first. 0 exactly when {@link sameAir}.
 *
 * @throws TypeError or RangeError when one is not an AIR
 */
export function compareAir(a: AirParts | string, b: AirParts | string): number {
  const first: Air = parseAir(canonical(a));
  const second: Air = parseAir(canonical(b));
  for (const part of parts) {
    const order = comparePart(first[part], second[part]);
    if (order !== 0) return order;
  }
  return 0;
}

function canonical(air: AirParts | string): string {
  return formatAir(typeof air === 'string' ? parseAir(air) : air);
}

/** Missing ones, then numbers, then names. */
function comparePart(a: string | undefined, b: string | undefined): number {
  const kind = kindOf(a) - kindOf(b);
  if (kind !== 0 || a === undefined || b === undefined) return kind;
  return (kindOf(a) === 1 ? compareDigits(a, b) : 0) || compareText(a, b);
}

function kindOf(text: string | undefined): number {
  if (text === undefined) return 0;
  return /^\d+$/.test(text) ? 1 : 2;
}

/** By value, however many digits: the longer one is larger once leading zeros are gone. */
function compareDigits(a: string, b: string): number {
  const first = a.replace(/^0+/, '');
  const second = b.replace(/^0+/, '');
  return first.length - second.length || compareText(first, second);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
