import type { ConverterLibrary } from './load-converter.js';
import type { Converter } from './markdown-converter.js';
import { listItem } from './markdown-text.js';

const never = /(?!)/g;

/** Plain text by the library, for which text has no marks and nothing to escape. */
export function textConverter({ NodeHtmlMarkdown, PostProcessResult }: ConverterLibrary): Converter {
  const plain = { postprocess: ({ content }: { readonly content: string }) => content };
  const converter = new NodeHtmlMarkdown(
    { globalEscape: [never, ''], lineStartEscape: [never, ''], maxConsecutiveNewlines: 2 },
    {
      'strong,em,del,code': plain,
      'h1,h2,h3,h4,h5,h6': () => ({ surroundingNewlines: 2 }),
      blockquote: { surroundingNewlines: 2, ...plain },
      pre: { preserveWhitespace: true, surroundingNewlines: 2, ...plain },
      br: { content: '\n', recurse: false },
      hr: { content: '', surroundingNewlines: 2, recurse: false },
      a: () => ({}),
      img: ({ node }) => {
        const alt = (node.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim();
        return { content: alt === '' ? '' : `[${alt}]` };
      },
      li: ({ node }) => {
        const number = node.getAttribute('value');
        const bullet = typeof number === 'string' ? `${number}. ` : '* ';
        const marker = typeof node.getAttribute('data-more') === 'string' ? '  ' : bullet;
        return {
          surroundingNewlines: 1,
          postprocess: ({ content }) =>
            content.trim() === '' ? PostProcessResult.RemoveNode : listItem(content, marker),
        };
      },
      td: () => ({
        surroundingNewlines: 0,
        postprocess: ({ content }) => `${content.replace(/\s+/g, ' ').trim()}\t`,
      }),
      tr: () => ({ surroundingNewlines: 1, postprocess: ({ content }) => content.replace(/\t$/, '') }),
      table: () => ({ surroundingNewlines: 2 }),
    },
  );
  return (html) => converter.translate(html);
}
