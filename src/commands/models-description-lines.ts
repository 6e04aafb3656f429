import { textLines } from '../output/text-lines.js';

/** A description below what else is known, when it is wanted and there is one. */
export function descriptionLines(wanted: boolean, markdown: string | null): readonly string[] {
  return wanted && markdown !== null && markdown.trim() !== '' ? ['', ...textLines(markdown.trim())] : [];
}
