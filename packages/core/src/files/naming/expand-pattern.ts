import { trimEdges } from './name-characters.js';
import { type PatternPiece, parsePattern } from './parse-pattern.js';
import type { PatternValues } from './pattern-tokens.js';
import { type SafeNameOptions, safeFileName, safeFolderName } from './safe-name.js';

/** Stands for what is not known, so that paths keep their depth. */
const missing = 'unknown';

/**
 * Writes a path by a pattern such as `{type}/{model.name}/{file.name}`. Only the pattern's own `/` and `\` separate; what
 * stands in a value does not, and every part is made safe as by `safeFileName`, the same on all systems.
 *
 * @returns a relative path with `/`, for `resolveInside`
 * @throws ValidationError with everything that is wrong with the pattern; RangeError as `safeFileName` does
 *
 * @example
 * ```ts
 * import { createCivitaiClient } from '@civitkit/core/client';
 * import { expandPattern, patternValues } from '@civitkit/core/files';
 *
 * const version = await createCivitaiClient().modelVersions.get(128713);
 * console.log(expandPattern('{baseModel}/{model.name}/{file.name}', patternValues({ version, file: version.files[0] })));
 * ```
 */
export function expandPattern(pattern: string, values: PatternValues, options?: SafeNameOptions): string {
  const pieces = parsePattern(pattern);
  const texts = pieces.map((piece) => pieceText(piece, values));
  const parts = texts
    .join('')
    .split('/')
    .filter((part) => part.trim() !== '' && part.trim() !== '.');
  const fileName = parts.pop() ?? '';
  const folders = parts.map((part) => safeFolderName(part, { ...options, suffix: '', fallback: missing }));
  return [...folders, safeFileName(fileName, { fallback: missing, ...options })].join('/');
}

function pieceText(piece: PatternPiece, values: PatternValues): string {
  if ('text' in piece) return piece.text.replaceAll('\\', '/');
  const value = values[piece.value];
  const text = value === null || value === undefined ? '' : String(value).replace(/[/\\]/gu, '_').trim();
  // A value of dots alone would be taken for the folder itself.
  return trimEdges(text) === '' ? missing : text;
}
