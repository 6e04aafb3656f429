import { oneLine } from './display-width.js';

/** A text of several lines as it may be printed: without control characters, its indentation kept. */
export function textLines(text: string): string[] {
  return text.split(/\r?\n/).map((line) => {
    const [indentation = ''] = /^ */.exec(line) ?? [];
    return indentation + oneLine(line.slice(indentation.length));
  });
}
