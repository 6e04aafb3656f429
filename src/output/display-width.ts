// One column or two? East Asian wide characters and pictures take two on every terminal that shows them at all.
const wide =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const invisible = /^[\p{Control}\p{Mark}\p{Format}]+$/u;
/** Control characters could drive the terminal, and direction overrides could reorder the line: names come from strangers. */
const unprintable = /[\p{Control}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
const printableAscii = /^[ -~]*$/;

/** Text as it may be printed on one line: no control character, no line break. */
export function oneLine(text: string): string {
  return printableAscii.test(text) ? text : text.replaceAll(unprintable, ' ').trim();
}

/** How many terminal columns a text takes. */
export function displayWidth(text: string): number {
  if (printableAscii.test(text)) return text.length;
  return graphemes(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);
}

/** The text cut to at most `width` columns, with an ellipsis where something is missing. */
export function truncate(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const grapheme of graphemes(text)) {
    const next = graphemeWidth(grapheme);
    if (used + next > width - 1) break;
    kept += grapheme;
    used += next;
  }
  return `${kept.trimEnd()}…`;
}

function graphemes(text: string): string[] {
  return Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);
}

function graphemeWidth(grapheme: string): number {
  if (invisible.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}
