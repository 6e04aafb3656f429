import { trimEdges } from './name-characters.js';

/** An extension that is kept whatever is cut: short, and of letters and digits. */
const extension = /\.[A-Za-z0-9_-]{1,16}$/u;

/** The name in two parts, the second with its dot, or empty. */
export interface NameParts {
  readonly stem: string;
  readonly extension: string;
}

/** Takes the extension off a name; a name that begins with its only dot has none. */
export function splitName(name: string): NameParts {
  const found = extension.exec(name)?.[0] ?? '';
  if (found === '' || found.length === name.length) return { stem: name, extension: '' };
  return { stem: name.slice(0, -found.length), extension: found };
}

/**
 * As much of the beginning as fits into `maxBytes` of UTF-8, cut between two characters as people see them. A text of so
 * many bytes never has more UTF-16 units, which is what Windows counts.
 */
function shorten(text: string, maxBytes: number): string {
  if (Buffer.byteLength(text) <= maxBytes) return text;
  // So many units have at least so many bytes, so what is cut here does not fit in any case.
  const start = text.slice(0, maxBytes + 1);
  let bytes = 0;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(start)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > maxBytes) return start.slice(0, end);
    end = index + segment.length;
  }
  return start;
}

/** Puts a name together that fits: only the stem is shortened, and loses the blanks and dots at which it was cut. */
export function fitName(stem: string, ending: string, maxBytes: number): string {
  const room = maxBytes - Buffer.byteLength(ending);
  if (Buffer.byteLength(stem) <= room) return `${stem}${ending}`;
  // What people see as one character may be longer than any name, when it has hundreds of accents.
  const cut = trimEdges(shorten(stem, room)) || trimEdges(byteCut(stem, room)) || '_';
  return `${cut}${ending}`;
}

/** The same, cut between code points. */
function byteCut(text: string, maxBytes: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    end += character.length;
  }
  return text.slice(0, end);
}
