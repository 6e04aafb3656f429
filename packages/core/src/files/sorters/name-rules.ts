/** What civitdl lets no folder have in its name. */
const forbidden = /[<>:"/\\|?*]/gu;

const rule1: Readonly<Record<string, string>> = {
  '<': '(',
  '>': ')',
  ':': ',',
  '"': '-',
  '/': '&',
  '\\': '&',
  '|': '&',
  '?': '.',
  '*': '&',
};

/**
 * civitdl's rule 1 for names of folders: each forbidden character becomes one that looks like it, punctuation before
 * `& ( ) [ ] { } -` goes, and blanks are single. Nothing else is done to the text, so the result is not safe by itself
 * (`..` stays): what comes out of a sorter is made safe when it is used.
 *
 * @example
 * ```ts
 * import { sorterNames } from '@civitkit/core/files';
 *
 * console.log(sorterNames.rule1('Model: 1001 / test?')); // Model, 1001 & test.
 * ```
 */
function replaceByRule1(text: string): string {
  const replaced = text.replace(forbidden, (character) => rule1[character] ?? character);
  return singleBlanks(dropPunctuation(replaced));
}

/** Every forbidden character becomes a blank. */
function replaceWithBlanks(text: string): string {
  return singleBlanks(text.replace(forbidden, ' '));
}

/** Every forbidden character goes. */
function replaceWithNothing(text: string): string {
  return singleBlanks(text.replace(forbidden, ''));
}

/** Every forbidden character becomes a dash. */
function replaceWithDashes(text: string): string {
  return singleBlanks(text.replace(forbidden, '-'));
}

/** Runs of punctuation that stand directly before, or with blanks between before, one of `& ( ) [ ] { } -`. */
function dropPunctuation(text: string): string {
  // Runs are looked at from their first mark only: a text of a million marks would take for ever otherwise.
  return text.replace(/[.?!,;:]+( *)([&()[\]{}-])?/gu, (whole, blanks: string, special: string | undefined) =>
    special === undefined ? whole : `${blanks}${special}`,
  );
}

function singleBlanks(text: string): string {
  return text
    .split(' ')
    .filter((part) => part !== '')
    .join(' ');
}

/** How names of models become names of folders. */
export interface SorterNames {
  /** The rule of the built-in sorters: `Model: 1001 / test?` becomes `Model, 1001 & test.` */
  readonly rule1: (text: string) => string;
  /** Forbidden characters become blanks. */
  readonly blanks: (text: string) => string;
  /** Forbidden characters go. */
  readonly nothing: (text: string) => string;
  /** Forbidden characters become dashes. */
  readonly dashes: (text: string) => string;
}

/** civitdl's helpers for sorters. */
export const sorterNames: SorterNames = {
  rule1: replaceByRule1,
  blanks: replaceWithBlanks,
  nothing: replaceWithNothing,
  dashes: replaceWithDashes,
};
