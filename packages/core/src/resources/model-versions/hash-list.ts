import { ValidationError } from '../../errors/validation-error.js';

const sha256Length = 64;
/** How many wrong hashes an error names. */
const maxIssues = 20;

/** Hashes as they are sent, and the spellings that the caller has for each. */
export interface HashList {
  /** Without repetitions, whatever their case. */
  readonly unique: readonly string[];
  /** Every distinct text of the caller's, in order. */
  readonly spellings: readonly string[];
}

/** The form in which two spellings of a hash are equal. */
export function hashKey(hash: string): string {
  return hash.toUpperCase();
}

/**
 * Checks hashes before they are sent: the server refuses a whole request for one text of another length. It does not
 * look at the characters, so neither is that done here.
 *
 * @returns the hashes, or the error that the call fails with
 * @throws TypeError when `hashes` is no list of texts
 */
export function readHashList(operation: string, hashes: readonly string[]): HashList | ValidationError {
  if (!Array.isArray(hashes)) throw new TypeError(`${operation}: the hashes must be a list, got ${typeof hashes}`);
  const list: readonly unknown[] = hashes;
  const texts: string[] = [];
  const wrong: { index: number; text: string }[] = [];
  for (const [index, text] of list.entries()) {
    if (typeof text !== 'string')
      throw new TypeError(`${operation}: hashes.${index} must be a text, got ${typeof text}`);
    texts.push(text);
    if (text.length !== sha256Length) wrong.push({ index, text });
  }
  if (wrong.length > 0) return refusal(operation, wrong);
  const unique = new Map(texts.map((text) => [hashKey(text), text]));
  return { unique: [...unique.values()], spellings: [...new Set(texts)] };
}

function refusal(
  operation: string,
  wrong: readonly { readonly index: number; readonly text: string }[],
): ValidationError {
  const issues = wrong.slice(0, maxIssues).map(({ index, text }) => ({
    path: `hashes.${index}`,
    message: `must be a SHA256 of ${sha256Length} characters, got ${text.length}`,
  }));
  const [first] = issues;
  const others = wrong.length === 1 ? '' : ` (and ${wrong.length - 1} more like it)`;
  return new ValidationError(
    `${operation}: ${first?.path} ${first?.message}${others}. Other kinds of hashes are for getByHash.`,
    { code: 'invalid_argument', issues },
  );
}
