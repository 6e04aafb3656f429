import { isSecret, Secret } from '../../../secrets/secret.js';
import { type Failure, failure, type KindRules } from './kind-rules.js';

const remedy = 'Paste the key alone, as the account page shows it.';

/** Each mistake with what gives it away, the most telling first. */
const mistakes: readonly (readonly [RegExp, string])[] = [
  [/^bearer(?:[\s:]|$)/i, 'starts with "Bearer".'],
  [/["'`\u2018-\u201f]/u, 'contains quotation marks.'],
  // oxlint-disable-next-line no-control-regex -- they are what is looked for: a newline would end the header
  [/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/, 'contains control characters.'],
  [/\s/, 'contains whitespace.'],
  [/[^\x21-\x7e]/, 'contains characters that no key has.'],
];

export const secretKind: KindRules = {
  read(raw) {
    const text = isSecret(raw) ? raw.reveal() : raw;
    return typeof text === 'string'
      ? { value: text.trim() }
      : failure('must be text.', `${remedy} In a file, in quotes.`);
  },
  check: (value) => (typeof value === 'string' ? secretFailure(value) : undefined),
  finish: (value) => new Secret(String(value)),
};

/** What is wrong with a trimmed key. */
export function secretFailure(text: string): Failure | undefined {
  const mistake = mistakes.find(([expression]) => expression.test(text));
  return mistake === undefined ? undefined : { message: mistake[1], remedy };
}
