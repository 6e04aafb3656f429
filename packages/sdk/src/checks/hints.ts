import type { ValueRules } from './schema-table.js';

/** What to do about a value of the wrong type, when that can be guessed: a sentence with a space before it, or nothing. */
export function hintFor(
  key: string | number | undefined,
  rules: ValueRules,
  found: 'list' | 'object' | 'text' | 'other',
): string {
  if (key === 'loras' || key === 'additionalNetworks') {
    if (rules.k === 'map' && found === 'list') return ' Here each AIR is a name: { "urn:air:…": 0.8 }.';
    if (rules.k === 'list' && found === 'object')
      return ' Here they are a list: [{ "air": "urn:air:…", "strength": 0.8 }].';
  }
  if (rules.k === 'list' && found !== 'list') return ' Put it in a list: [ … ].';
  if (rules.k === 'text' && found === 'list') return ' Pass one of its items.';
  if (rules.k === 'text' && found === 'object') {
    return ' Pass a text such as a URL, or a reference with "$ref" and "path".';
  }
  return '';
}
