// Time is measured in the work that is done, never by a clock: a piece that is handed to the library is bounded, and so is
// everything that grows with it.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanHtml } from '../../../src/files/descriptions/clean-html.js';
import { htmlToMarkdown, htmlToText } from '../../../src/files/descriptions/html-to-text.js';

const names =
  'p div h1 ul ol li blockquote pre code table tr td th a b i s img br hr span script style svg iframe x'.split(' ');
const attribute = fc.constantFrom(
  '',
  ' href="https://x.org/a"',
  ' href=javascript:alert(1)',
  ' href="https://x.org/)](javascript:alert(1)"',
  ' src="https://x.org/i" alt="](javascript:alert(1))"',
  " alt='\"><script>'",
  ' title="a>b"',
  ' x="',
  ' start=5',
);
const tag = fc
  .tuple(fc.constantFrom('', '/'), fc.constantFrom(...names), attribute, fc.constantFrom('>', '/>', ' ', ''))
  .map(([slash, name, attributes, end]) => `<${slash}${name}${attributes}${end}`);
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    ' ',
    '\n',
    'word',
    '`',
    '```',
    '&lt;script&gt;',
    '&#27;[2J',
    '](javascript:alert(1))',
    '<!--',
    '-->',
    '|',
    '![',
    '\0',
    '1. ',
    '- ',
  ),
);
const html = fc.array(fc.oneof(tag, tag, text), { maxLength: 60 }).map((parts) => parts.join(''));

/** Elements that a piece may consist of, each with nothing but these attributes. */
const allowed =
  /^<(?:\/(?:a|strong|em|del|code|p|h[1-6]|ul|ol|li|blockquote|pre|table|tr|td)|(?:strong|em|del|code|p|h[1-6]|ul|ol|li|blockquote|pre|table|tr|td|br|hr)|a href="(?:https?|mailto):[^"\s<>]*"|img(?: src="https?:[^"\s<>]*")? alt="[^"<>]*"|li value="\d+"|li data-more="")>$/;

describe('descriptions', () => {
  it('are written from a few harmless elements, every one of them closed', () => {
    fc.assert(
      fc.property(html, (source) => {
        for (const { html: piece } of cleanHtml(source)) {
          const open: string[] = [];
          for (const [found] of piece.matchAll(/<[^>]*>/g)) {
            expect(found).toMatch(allowed);
            const name = /\w+/.exec(found)?.[0] ?? '';
            if (['br', 'hr', 'img'].includes(name)) continue;
            // What stays in the list was closed in a wrong place, or not at all.
            if (found.startsWith('</') && open.at(-1) === name) open.pop();
            else open.push(found.startsWith('</') ? `/${name}` : name);
          }
          expect(open).toEqual([]);
          expect(piece.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never throw, and have no controls and no HTML in them', () => {
    fc.assert(
      fc.property(html, (source) => {
        const markdown = htmlToMarkdown(source);
        expect(markdown).not.toMatch(/[^\P{Cc}\n\t]/u);
        expect(htmlToText(source)).not.toMatch(/[^\P{Cc}\n\t]/u);
        // Outside of code and addresses every sign that could begin a tag is escaped.
        const outside = markdown
          .replace(/^([> ]*(?:(?:-|\d+\.) +)*)(`{3,})\n[^]*?\n[> ]*\2$/gm, '')
          .replace(/\\[^]/g, '')
          .replace(/(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '')
          .replace(/<(?:https?|mailto):[^\s<>]*>/g, '');
        expect(outside).not.toMatch(/<[a-z!/?]/i);
        expect(outside).not.toMatch(/\]\((?!https?:|mailto:)/);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['tags', '<b>a</b>'],
    ['open tags', '<b>'],
    ['depth', '<div><blockquote><ul><li>'],
    ['items', '<ul><li>a'],
    ['cells', '<table><td>a'],
    ['rows', '<tr><td>a'],
    ['breaks', 'a<br>'],
    ['links', '<a href="https://x.org">a</a>'],
    ['blank lines in code', '<pre>\n'],
    ['angles', '<'],
    ['comments', '<!--'],
    ['quotes', '<a b="'],
    ['attributes', '<a b c'],
    ['words', 'aaaa'],
    ['references', '&#x'],
  ])('hand on pieces of bounded size for many %s', (_what, part) => {
    const source = part.repeat(20_000);
    const pieces = cleanHtml(source).map(({ html: piece }) => piece);
    // What closes all that may be open comes on top.
    for (const piece of pieces) {
      expect(piece.length).toBeLessThan(50_000);
      expect((piece.match(/<\w/g) ?? []).length).toBeLessThan(1400);
    }
    const total = pieces.reduce((sum, { length }) => sum + length, 0);
    expect(total).toBeLessThan(source.length * 10 + 1000);
    expect(htmlToMarkdown(source).length).toBeLessThan(source.length * 20 + 1000);
  });

  it('take the beginning of what is longer than any description', () => {
    // Compared as a whole, and not shown when it differs.
    expect(htmlToText('word '.repeat(400_000)) === `${'word '.repeat(200_000)}…`).toBe(true);
    expect(htmlToText('漢字'.repeat(600_000)) === `${'漢字'.repeat(500_000)} …`).toBe(true);
  });
});
