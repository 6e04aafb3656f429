import type { FieldDefinition, FieldKind } from '../section-schema.js';

/** The part of a JSON Schema that is about one value. */
export interface ValueSchema {
  readonly description: string;
  readonly type: readonly string[];
  readonly default?: string | number | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  /** Understood by editors: what to say instead of the regular expression. */
  readonly patternErrorMessage?: string;
  readonly examples?: readonly string[];
  /** A secret: to be written, never to be shown. */
  readonly writeOnly?: true;
}

/** What a file may write for a value of a kind; what configuration takes, this takes, and sometimes a little more. */
type KindSchema = (field: FieldDefinition) => Omit<ValueSchema, 'description' | 'default'>;

const number: KindSchema = ({ kind, min, max }) => ({
  // Text, too: that is what other sources of .NET's files hold. Its range is checked when it is read.
  type: [kind, 'string', 'null'],
  ...(min === undefined ? {} : { minimum: min }),
  ...(max === undefined ? {} : { maximum: max }),
  ...text(String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[Ee][+-]?\d+)?`, 'must be a number, without a unit'),
});

const url = String.raw`[Hh][Tt][Tt][Pp][Ss]?:\/\/`;

const kinds: Readonly<Record<FieldKind, KindSchema>> = {
  integer: number,
  number,
  boolean: () => ({
    type: ['boolean', 'string', 'integer', 'null'],
    minimum: 0,
    maximum: 1,
    ...text(anyOf(['true', 'yes', 'on', '1', 'false', 'no', 'off', '0']), 'must be true or false'),
  }),
  text: ({ pattern }) => ({
    // A number is text, too, as `"ApiVersion": 1`, where text with digits alone can be right.
    type: ['string', ...(pattern === undefined || pattern.expression.test('1') ? ['number'] : []), 'null'],
    ...(pattern === undefined ? {} : text(withoutAnchors(pattern.expression.source), `must ${pattern.description}`)),
  }),
  url: () => ({
    type: ['string', 'null'],
    ...text(
      String.raw`${url}[^/\\\s?#@]+(?:\/[^\\\s?#]*)?`,
      'must be an absolute http or https URL without a user name, a query or a fragment',
    ),
  }),
  proxy: () => ({
    type: ['string', 'null'],
    ...text(
      String.raw`${anyOf(['environment', 'none'])}|${url}[^/\\\s?#]+\/?`,
      'must be "environment", "none" or the URL of a proxy',
    ),
    examples: ['environment', 'none', 'http://proxy.example:3128'],
  }),
  secret: () => ({
    type: ['string', 'null'],
    ...text(
      String.raw`(?![Bb][Ee][Aa][Rr][Ee][Rr](?::|\s|$))[!#-&(-_a-~]+`,
      'must be the key alone: no "Bearer", quotation marks or whitespace',
    ),
    writeOnly: true,
  }),
};

/** What a file may write for a setting, and what the setting means. */
export function valueSchema(field: FieldDefinition): ValueSchema {
  const { default: byDefault } = field;
  const hasDefault = byDefault !== undefined && byDefault !== null;
  return {
    description: describe(field),
    ...kinds[field.kind](field),
    ...(hasDefault ? { default: byDefault } : {}),
  };
}

function describe(field: FieldDefinition): string {
  const { aliases = [], default: byDefault, doc, kind, max, min } = field;
  const isSet = byDefault !== undefined && byDefault !== null && byDefault !== '';
  return [
    doc,
    kind === 'secret'
      ? 'Secret: not for a file that is committed; user secrets, a secret file or the environment.'
      : '',
    aliases.length === 0 ? '' : `Other names, in any source: ${aliases.join(', ')}.`,
    min === undefined || max === undefined ? '' : `From ${min} to ${max}.`,
    isSet ? `Default: ${byDefault}.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Text is trimmed when it is read, and empty text means: not given. */
function text(pattern: string, message: string): Pick<ValueSchema, 'pattern' | 'patternErrorMessage'> {
  return { pattern: String.raw`^\s*(?:${pattern})?\s*$`, patternErrorMessage: `${message}.` };
}

function anyOf(words: readonly string[]): string {
  return words.map((word) => Array.from(word, (letter) => caseOf(letter)).join('')).join('|');
}

function caseOf(letter: string): string {
  return letter === letter.toUpperCase() ? letter : `[${letter.toUpperCase()}${letter}]`;
}

function withoutAnchors(source: string): string {
  return source.replace(/^\^/, '').replace(/\$$/, '');
}
