/** Query members that let somebody in: keys, and everything that belongs to a signed address. */
const secretMember =
  /^(?:token|access_token|api_?key|key_id|key-pair-id|sig|signature|expires|policy|se|sp|sr|sv|authorization|b2[a-z]*authorization|x-(?:amz|goog)-[a-z0-9-]+)=/iu;

/** A query in an address, wherever it stands in a text. */
const query = /\?(?<members>[^\s"'<>)#?]+)/gu;

/** Deeper than any answer of the API, and not so deep that a hostile one could end the program. */
const deepest = 64;

/**
 * A copy without anything that must not lie about on a disk: `?token=` and the members of signed addresses are taken out of
 * every text in it, whatever else is in the address stays.
 */
export function withoutSecrets<T>(value: T): T {
  return clean(value, 0) as T;
}

/** The same for one text. */
export function textWithoutSecrets(text: string): string {
  return text.replace(query, (whole, members: string) => {
    // In HTML an ampersand is written so.
    const separator = members.includes('&amp;') ? '&amp;' : '&';
    const all = members.split(/&(?:amp;)?/u);
    const kept = all.filter((member) => !secretMember.test(member));
    if (kept.length === all.length) return whole;
    return kept.every((member) => member === '') ? '' : `?${kept.join(separator)}`;
  });
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return textWithoutSecrets(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) return null;
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  // An own `__proto__`, which JSON may have, would be lost in an assignment.
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, clean(item, depth + 1)]));
}
