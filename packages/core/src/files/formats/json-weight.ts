const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const opening: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const closing: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** How large a JSON text becomes when it is parsed. */
export interface JsonWeight {
  /** How many lists and objects there are inside each other, at the deepest place. */
  readonly depth: number;
  /** Lists, objects and commas, which is about the number of values. */
  readonly values: number;
}

/**
 * Weighs a JSON text without parsing it. A parser makes many times its size of memory from `[[[[…` or `"":0,"":0,…`.
 */
export function weighJson(bytes: Uint8Array): JsonWeight {
  let depth = 0;
  let deepest = 0;
  let values = 0;
  for (let at = 0; at < bytes.byteLength; at += 1) {
    const byte = bytes[at] as number;
    if (byte === quote) at = endOfText(bytes, at + 1);
    else if (byte === comma) values += 1;
    else if (opening.has(byte)) {
      values += 1;
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (closing.has(byte)) depth -= 1;
  }
  return { depth: deepest, values };
}

function endOfText(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.byteLength && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at;
}
