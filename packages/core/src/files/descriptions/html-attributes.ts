/** More than that no attribute that matters needs; pictures as `data:` may take megabytes. */
const longestAttributes = 16_384;

/** The value of an attribute as it was written, entities and all; the first of several. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const each = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
  for (const [, found, double, single, bare] of attributes.slice(0, longestAttributes).matchAll(each)) {
    if (found?.toLowerCase() === name) return double ?? single ?? bare ?? '';
  }
  return undefined;
}

/** As the value of an attribute in double quotes. */
export function quoteValue(value: string): string {
  return value.replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  colon: ':',
  sol: '/',
  lpar: '(',
  rpar: ')',
  period: '.',
  num: '#',
  quest: '?',
  equals: '=',
  commat: '@',
  Tab: '\t',
  NewLine: '\n',
};

/**
 * Resolves the references that are found in addresses. Any other stays as it is, which can break an address, and never
 * make a dangerous one of it: what becomes of it is looked at afterwards.
 */
export function decodeReferences(value: string): string {
  return value.replace(reference, (whole, ...parts: readonly unknown[]) => {
    const [hex, decimal, name] = parts;
    if (typeof name === 'string') return (Object.hasOwn(named, name) ? named[name] : undefined) ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
  });
}

const reference = /&(?:#(?:x([\da-f]{1,8})|(\d{1,8}))|([a-z]{2,8}));?/gi;
