import { cleanHtml } from './clean-html.js';
import { type ConverterLibrary, loadConverter } from './load-converter.js';
import { type Converter, type ImageStyle, markdownConverter } from './markdown-converter.js';
import { joinTexts, withoutControls } from './markdown-text.js';
import { textConverter } from './text-converter.js';

/** What may be set for {@link htmlToMarkdown}. */
export interface MarkdownOptions {
  /**
   * How images are written: `markdown` (`![alt](address)`), `alt` (`[alt]`, for those who show no images) or `none`.
   * Default: `markdown`.
   */
  readonly images?: ImageStyle;
}

/**
 * A description of the site, which is HTML, as Markdown: headings, lists inside of lists, tables, quotes, code, links and
 * images. Scripts, styles, frames and links that do not lead to the web are left out, and text that would mean something in
 * Markdown or HTML is escaped, so that what others wrote can be shown. It never throws, and takes time as the text is long;
 * of more than a million characters the beginning is taken.
 *
 * @returns an empty text when there is nothing
 *
 * @example
 * ```ts
 * import { htmlToMarkdown } from '@civitkit/core/files';
 *
 * console.log(htmlToMarkdown('<p>Use <strong>CFG 7</strong>.</p>')); // Use **CFG 7**.
 * ```
 */
export function htmlToMarkdown(html: string | null | undefined, options: MarkdownOptions = {}): string {
  return convert(html, (library) => markdownConverter(library, options.images ?? 'markdown'));
}

/**
 * A description of the site as plain text: a line for what is a line, `*` and numbers before items, the text of links, and
 * of images what describes them. Otherwise as {@link htmlToMarkdown}.
 */
export function htmlToText(html: string | null | undefined): string {
  return convert(html, textConverter);
}

function convert(html: string | null | undefined, converterOf: (library: ConverterLibrary) => Converter): string {
  const pieces = cleanHtml(html ?? '');
  // The library is not loaded for nothing.
  if (pieces.length === 0) return '';
  const toText = converterOf(loadConverter());
  return withoutControls(joinTexts(pieces.map((piece) => ({ text: toText(piece.html), joint: piece.joint }))));
}
