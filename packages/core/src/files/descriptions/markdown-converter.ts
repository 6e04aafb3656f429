import type { ConverterLibrary, ConverterNode } from './load-converter.js';
import { codeBlock, inlineCode, listItem, quote, surround, table } from './markdown-text.js';

/** How images are written: as Markdown images, by their description only, or not at all. */
export type ImageStyle = 'markdown' | 'alt' | 'none';

/** Turns a piece of clean HTML into text. */
export type Converter = (html: string) => string;

/**
 * What would mean something in Markdown, or HTML, is written so that it does not. An underscore inside of a word means
 * nothing.
 */
const escaped = /[\\`*~[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?[a-z\d]{1,32};)|!$/giu;
const escapedAtStart = /^(\s?)(?:([-+>=#])|(\d{1,9})([.)])(?=\s|$))/;
/** Marks the end of a cell until its row is put together; no text has it, for controls are taken out. */
const cellEnd = '\0';

/** Markdown by the library, with words of ours wherever its own could be broken out of, or take long. */
export function markdownConverter(
  { NodeHtmlMarkdown, PostProcessResult }: ConverterLibrary,
  images: ImageStyle,
): Converter {
  const removeEmpty =
    (write: (content: string) => string) =>
    ({ content }: { readonly content: string }) =>
      content.trim() === '' ? PostProcessResult.RemoveNode : write(content);
  const mark = (text: string) => ({
    spaceIfRepeatingChar: true,
    postprocess: removeEmpty((content) => surround(content, text)),
  });
  const converter = new NodeHtmlMarkdown(
    {
      globalEscape: [escaped, '\\$&'],
      lineStartEscape: [escapedAtStart, '$1$3\\$2$4'],
      maxConsecutiveNewlines: 2,
    },
    {
      'h1,h2,h3,h4,h5,h6': ({ node }) => ({
        surroundingNewlines: 2,
        postprocess: removeEmpty((content) => `${'#'.repeat(Number(node.tagName.charAt(1)))} ${content.trim()}`),
      }),
      strong: mark('**'),
      em: mark('*'),
      del: mark('~~'),
      code: { noEscape: true, spaceIfRepeatingChar: true, postprocess: ({ content }) => inlineCode(content) },
      pre: {
        noEscape: true,
        preserveWhitespace: true,
        surroundingNewlines: 2,
        postprocess: removeEmpty(codeBlock),
      },
      a: ({ node }) => {
        const address = node.getAttribute('href') ?? '';
        if (node.textContent.trim() === address) return { content: `<${address}>` };
        return { postprocess: removeEmpty((content) => surround(content, '[', `](${address})`)) };
      },
      img: ({ node }) => ({ content: writeImage(node.getAttribute('src'), node.getAttribute('alt'), images) }),
      'ul,ol': ({ node, parent }) => ({ surroundingNewlines: mayFollowText(node, parent) ? 1 : 2 }),
      li: ({ node }) => ({
        surroundingNewlines: 1,
        postprocess: removeEmpty((content) => listItem(content, markerOf(node))),
      }),
      blockquote: { surroundingNewlines: 2, postprocess: removeEmpty(quote) },
      td: () => ({ surroundingNewlines: 0, postprocess: ({ content }) => cellText(content) + cellEnd }),
      tr: () => ({ surroundingNewlines: 1 }),
      table: () => ({
        surroundingNewlines: 2,
        postprocess: removeEmpty((content) => table(readRows(content))),
      }),
    },
  );
  return (html) => converter.translate(html);
}

function writeImage(source: string | null | undefined, alt: string | null | undefined, images: ImageStyle): string {
  const description = (alt ?? '').replace(/\s+/g, ' ').trim().replace(escaped, '\\$&');
  if (images === 'none') return '';
  if (images === 'markdown' && typeof source === 'string')
    return `![${description === '' ? 'image' : description}](${source})`;
  return description === '' ? '' : `\\[${description}\\]`;
}

/** Inside of an item a list follows its text at once, but for one that does not begin with 1, which would be more text. */
function mayFollowText(list: ConverterNode, parent: ConverterNode | undefined): boolean {
  const value = list.firstElementChild?.getAttribute('value') ?? '1';
  return parent?.tagName === 'LI' && value === '1';
}

function markerOf(node: ConverterNode): string {
  if (typeof node.getAttribute('data-more') === 'string') return '  ';
  const number = node.getAttribute('value') ?? undefined;
  return number === undefined ? '- ' : `${number}. `;
}

/** On one line, and without the sign that ends a cell. */
function cellText(content: string): string {
  return content.replace(/\s+/g, ' ').trim().replace(/\|/g, '\\|');
}

function readRows(content: string): readonly (readonly string[])[] {
  return content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(cellEnd).slice(0, -1));
}
