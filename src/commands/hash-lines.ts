import { isAbsolute, relative } from 'node:path';
import type { FileHashes, HashAlgorithm } from '@civitkit/core/files';
import { labelOf } from './hash-algorithms.js';

/** A path as it is printed: from here if it lies below, else absolute. */
export function shownPath(path: string, cwd: string): string {
  const way = relative(cwd, path);
  return way === '' || way.startsWith('..') || isAbsolute(way) ? path : way;
}

/**
 * The lines for a file: as sha256sum has them for one algorithm, with the name of each for several. What the file has no
 * hash of has no line.
 */
export function hashLines(
  path: string,
  hashes: FileHashes,
  algorithms: readonly HashAlgorithm[],
  upper: boolean,
): readonly string[] {
  const escaped = escapePath(path);
  // As sha256sum marks a line whose name is written otherwise than it is.
  const mark = escaped === path ? '' : '\\';
  return algorithms.flatMap((algorithm) => {
    const hash = hashes[algorithm];
    if (hash === undefined) return [];
    const text = upper ? hash.toUpperCase() : hash.toLowerCase();
    if (algorithms.length === 1) return [`${mark}${text}  ${escaped}`];
    return [`${mark}${labelOf(algorithm)} (${escaped}) = ${text}`];
  });
}

/** One line whatever is in the name. */
function escapePath(path: string): string {
  return path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

/** What {@link hashLines} has escaped. */
export function unescapePath(path: string): string {
  return path.replaceAll(/\\([\\nr])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter === 'r' ? '\r' : '\\'));
}
