import { createRequire } from 'node:module';

/** An element, as far as it is looked at. */
export interface ConverterNode {
  /** Upper case. */
  readonly tagName: string;
  readonly textContent: string;
  readonly firstElementChild?: ConverterNode | null;
  getAttribute(name: string): string | null | undefined;
}

/** How an element is written. */
export interface Translation {
  /** Instead of what is in the element. */
  readonly content?: string;
  readonly recurse?: boolean;
  readonly surroundingNewlines?: number;
  readonly noEscape?: boolean;
  readonly preserveWhitespace?: boolean;
  readonly spaceIfRepeatingChar?: boolean;
  /** What becomes of what was written of its content; a number is one of `PostProcessResult`. */
  readonly postprocess?: (context: { readonly content: string }) => string | number;
}

/** A translation, or what makes one of an element. */
export type Translator =
  | Translation
  | ((context: { readonly node: ConverterNode; readonly parent?: ConverterNode }) => Translation);

/**
 * What is used of `node-html-markdown`. Its own types need those of browsers, which programs for Node need not have.
 */
export interface ConverterLibrary {
  readonly NodeHtmlMarkdown: new (
    options: {
      readonly globalEscape: readonly [RegExp, string];
      readonly lineStartEscape: readonly [RegExp, string];
      readonly maxConsecutiveNewlines: number;
    },
    translators: Readonly<Record<string, Translator>>,
  ) => { translate(html: string): string };
  readonly PostProcessResult: { readonly RemoveNode: number };
}

/**
 * Loads the library when it is needed, and not before: that takes as long as a good part of the rest. It must be there at
 * once, for a getter cannot wait, so `import()` will not do. A bundler sees the literal `require` and puts the library into
 * its bundle; in Node there is none in ES modules, and one is made.
 */
export function loadConverter(): ConverterLibrary {
  return typeof require === 'function'
    ? (require('node-html-markdown') as ConverterLibrary)
    : (createRequire(import.meta.url)('node-html-markdown') as ConverterLibrary);
}
