/** A value of a query parameter; a list becomes the same key several times, the one style every endpoint accepts. */
export type QueryValue = string | number | boolean | readonly (string | number)[];

/** Query parameters in the order in which they are written. */
export type QueryEntries = readonly (readonly [name: string, value: QueryValue])[];

/** Writes query parameters: percent-encoded, spaces as `%20`, lists as repeated keys, no empty values, no leading `?`. */
export function writeQuery(entries: QueryEntries): string {
  const parts: string[] = [];
  for (const [name, value] of entries) {
    for (const single of Array.isArray(value) ? value : [value]) {
      parts.push(`${percentEncode(name)}=${percentEncode(String(single))}`);
    }
  }
  return parts.join('&');
}

/**
 * Percent-encodes a text for any place in a URL.
 *
 * @throws TypeError for text that has no UTF-8 form
 */
export function percentEncode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw new TypeError(`${JSON.stringify(text)} holds half of a character (a lone surrogate) and cannot be sent`);
  }
}
