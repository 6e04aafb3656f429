import { closestName } from '../../configuration/binding/closest-name.js';
import { ValidationError, type ValidationIssue } from '../../errors/validation-error.js';
import { trimEdges } from './name-characters.js';
import { allTokens, type PatternValueName, valueNameOf } from './pattern-tokens.js';

/** A piece of a pattern: text as it is, or what a token stands for. */
export type PatternPiece = { readonly text: string } | { readonly value: PatternValueName };

interface ReadPattern {
  readonly pieces: readonly PatternPiece[];
  readonly problems: readonly string[];
}

/** What no name may have, except the separators. */
const forbidden = /[\p{Cc}<>:"|?*\p{Surrogate}]/u;

/**
 * What is wrong with a pattern, all of it at once; empty when nothing is. A pattern without a token is a pattern.
 *
 * @example
 * ```ts
 * import { checkPattern } from '@civitkit/core/files';
 *
 * console.log(checkPattern('{model.nmae}/{}').map(({ message }) => message));
 * ```
 */
export function checkPattern(pattern: string): readonly ValidationIssue[] {
  return read(pattern).problems.map((message) => ({ path: 'pattern', message }));
}

/** @throws ValidationError with everything that is wrong */
export function parsePattern(pattern: string): readonly PatternPiece[] {
  const { pieces, problems } = read(pattern);
  if (problems.length === 0) return pieces;
  throw new ValidationError(`The pattern ${JSON.stringify(pattern)} cannot be used: ${problems.join('; ')}.`, {
    code: 'invalid_argument',
    issues: problems.map((message) => ({ path: 'pattern', message })),
  });
}

function read(pattern: string): ReadPattern {
  const pieces: PatternPiece[] = [];
  const problems: string[] = [];
  let literals = '';
  const addText = (text: string): void => {
    if (text !== '') pieces.push({ text });
    literals += text;
  };
  let index = 0;
  while (index < pattern.length) {
    const open = pattern.indexOf('{', index);
    addText(pattern.slice(index, open === -1 ? pattern.length : open));
    if (open === -1) break;
    const close = pattern.indexOf('}', open);
    const next = pattern.indexOf('{', open + 1);
    if (close === -1 || (next !== -1 && next < close)) {
      problems.push(`the brace at character ${open + 1} is not closed`);
      literals += 'x';
      index = next === -1 ? pattern.length : next;
      continue;
    }
    const token = pattern.slice(open + 1, close);
    const value = valueNameOf(token);
    if (value === undefined) problems.push(unknownToken(token));
    else pieces.push({ value });
    // Stands for the value when the text around it is looked at.
    literals += 'x';
    index = close + 1;
  }
  return { pieces, problems: [...problems, ...pathProblems(literals)] };
}

function unknownToken(token: string): string {
  if (token.trim() === '') return 'a token is empty';
  const known = allTokens();
  const closest = closestName(token, known);
  return `there is no token {${token}}${closest === undefined ? `; there are ${known.join(', ')}` : `; did you mean {${closest}}?`}`;
}

/** Of the pattern with a letter for each token. */
function pathProblems(path: string): readonly string[] {
  const problems: string[] = [];
  if (path.trim() === '') problems.push('it is empty');
  if (/^(?:[/\\]|[a-z]:[/\\])/iu.test(path)) problems.push('it must be relative to a folder');
  else if (forbidden.test(path)) problems.push('one of < > : " | ? * or a control character is in it');
  const parts = path.split(/[/\\]+/u);
  if (parts.some((part) => /^\s*\.\.[\s.]*$/u.test(part))) problems.push('".." would leave the folder');
  if (path.trim() !== '' && trimEdges(parts.at(-1) ?? '') === '')
    problems.push('it ends with a folder and not with a name');
  return problems;
}
