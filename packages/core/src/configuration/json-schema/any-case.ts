const special = /[\\^$.*+?()[\]{}|]/g;

/**
 * The text of a regular expression for a key in any case, and with `:` or `__` between its levels, as configuration
 * reads it. JSON Schema has no flag for that.
 */
function anyCaseKey(key: string): string {
  return key.split(':').map(anyCase).join('(?::|__)');
}

function anyCase(text: string): string {
  return Array.from(text, (letter) => {
    const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()];
    return lower === upper ? letter.replaceAll(special, String.raw`\$&`) : `[${upper}${lower}]`;
  }).join('');
}

/** A key that is not spelt as `canonical` is, but means the same. */
export function otherSpelling(key: string, canonical: string | undefined): string {
  const pattern = anyCaseKey(key);
  return canonical === undefined ? `^${pattern}$` : `^(?!${canonical}$)${pattern}$`;
}
