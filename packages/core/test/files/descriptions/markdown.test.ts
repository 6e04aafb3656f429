import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from '../../../src/files/descriptions/html-to-text.js';

const lines = (...all: readonly string[]): string => all.join('\n');

describe('htmlToMarkdown', () => {
  it.each<[string, string, string]>([
    ['headings', '<h1>a</h1><h2><strong>b</strong></h2><h6>c</h6>', lines('# a', '', '## **b**', '', '###### c')],
    ['paragraphs and breaks', '<p>a<br>b</p><p>c<br /><br>d</p>', lines('a  ', 'b', '', 'c', '', 'd')],
    ['text without tags', ' just\n text &mdash; &copy; &#x1F600; ', 'just text — © 😀'],
    ['blocks that are only containers', '<div><div><span>a</span></div>b</div>', lines('a', '', 'b')],
    ['empty blocks', '<p></p><p><br></p><p>&nbsp;</p><h2> </h2><ul></ul>a', 'a'],
    ['formats', '<b>a</b> <i>b</i> <s>c</s> <u>d</u> <code>e</code>', '**a** *b* ~~c~~ d `e`'],
    ['formats inside of words', 'foo<em>bar</em>baz', 'foo*bar*baz'],
    ['formats that overlap', '<b>a <i>b</b> c</i>', '**a *b*** *c*'],
    ['formats around blocks', '<strong><p>a</p><p>b</p></strong>c', lines('**a**', '', '**b**', '', 'c')],
    ['blanks at the ends of formats', 'a<b> b </b>c <b> </b>d', 'a **b** c d'],
    ['formats and breaks', '<b>a<br>b</b>', lines('**a**  ', '**b**')],
    [
      'lists',
      '<ul><li>a</li><li><p>b</p></li></ul><ol><li>c</li><li>d</li></ol>',
      lines('- a', '- b', '', '1. c', '2. d'),
    ],
    ['numbers of lists', '<ol start="7"><li>a<li value="20">b<li>c</ol>', lines('7. a', '20. b', '21. c')],
    [
      'lists inside of lists',
      '<ol><li><p>a</p><ul><li><p>b</p><ol><li>c</li></ol></li></ul></li><li>d</li></ol>',
      lines('1. a', '   - b', '     1. c', '2. d'),
    ],
    ['items of several paragraphs', '<ul><li><p>a</p><p>b</p></li><li>c</li></ul>', lines('- a', '', '  b', '- c')],
    ['lists without items, and items without lists', '<ul>a<li>b</ul><li>c</li>', lines('- a', '- b', '', 'c')],
    [
      'quotes',
      '<blockquote><p>a</p><blockquote>b<br>c</blockquote></blockquote>',
      lines('> a', '>', '> > b  ', '> > c'),
    ],
    ['rules', 'a<hr>b', lines('a', '', '---', '', 'b')],
    [
      'blocks of code',
      '<pre><code class="x">a\n  b &lt;c&gt; *d*</code></pre>',
      lines('```', 'a', '  b <c> *d*', '```'),
    ],
    ['code with back-ticks', '<code>a`b</code> <code>``</code>', '`` a`b `` ``` `` ```'],
    ['blocks of code with fences', '<pre>```\nx</pre>', lines('````', '```', 'x', '````')],
    [
      'tables',
      '<table><thead><tr><th>a</th><th>b|c</th></tr></thead><tbody><tr><td><p>1</p><p>2</p></td><td></td><td>3</td></tr></tbody></table>',
      lines('| a | b\\|c |  |', '| --- | --- | --- |', '| 1 2 |  | 3 |'),
    ],
    [
      'tables in tables',
      '<table><tr><td>a<table><tr><td>b</td></tr></table>c</td><td>d</td></tr></table>',
      lines('| a b c | d |', '| --- | --- |'),
    ],
    ['links', '<a href="https://x.org/a_b(c)?d=1&amp;e=2">text</a>', '[text](https://x.org/a_b%28c%29?d=1&e=2)'],
    ['links that show their address', '<a href="https://x.org/a">https://x.org/a</a>', '<https://x.org/a>'],
    [
      'links of the site',
      '<a href="/models/1">m</a> <a href="//x.org">n</a>',
      '[m](https://civitai.com/models/1) [n](https://x.org/)',
    ],
    ['links with formats in them', '<b>a <a href="https://x.org">b</a></b>', '**a** [**b**](https://x.org/)'],
    ['links without text', 'a<a href="https://x.org"> </a>b', 'a b'],
    ['addresses with signs of replacements', '<a href="https://x.org/$&amp;$1">a</a>', '[a](https://x.org/$&$1)'],
    [
      'images',
      '<img src="https://x.org/a.png" alt="an image"><img src="https://x.org/b.png">',
      '![an image](https://x.org/a.png)![image](https://x.org/b.png)',
    ],
    ['exclamations before links', 'Wow!<a href="https://x.org">a</a>', 'Wow\\![a](https://x.org/)'],
    [
      'signs of Markdown',
      '*a* _b_ [c](d) `e` ~f~ \\g snake_case <3',
      '\\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\~f\\~ \\\\g snake_case \\<3',
    ],
    [
      'signs at the beginning of lines',
      '<p># a</p><p>- b</p><p>1. c</p><p>&gt; d</p><p>2024 e</p>',
      lines('\\# a', '', '\\- b', '', '1\\. c', '', '\\> d', '', '2024 e'),
    ],
    ['entities that are text', '&amp;lt;b&amp;gt; AT&amp;T', '\\&lt;b\\&gt; AT&T'],
    ['nothing', '', ''],
  ])('writes %s', (_what, html, expected) => {
    expect(htmlToMarkdown(html)).toBe(expected);
  });

  it('takes what is no text for nothing', () => {
    expect([htmlToMarkdown(null), htmlToMarkdown(undefined)]).toEqual(['', '']);
  });

  it('writes images by their description, or not at all, when that is wanted', () => {
    const html = '<p>a <img src="https://x.org/b.png" alt="b*"> <img src="https://x.org/c.png"></p>';
    expect(htmlToMarkdown(html, { images: 'alt' })).toBe('a \\[b\\*\\]');
    expect(htmlToMarkdown(html, { images: 'none' })).toBe('a');
  });

  it('keeps all of a long text', () => {
    const html = Array.from({ length: 3000 }, (_, index) => `<p>paragraph <b>${index}</b></p>`).join('');
    const expected = Array.from({ length: 3000 }, (_, index) => `paragraph **${index}**`).join('\n\n');
    expect(htmlToMarkdown(html)).toBe(expected);
    const items = Array.from({ length: 5000 }, (_, index) => `<li>${index + 1}</li>`).join('');
    const numbers = htmlToMarkdown(`<ol>${items}</ol>`).match(/^\d+\. \d+$/gm) ?? [];
    expect(numbers).toEqual(Array.from({ length: 5000 }, (_, index) => `${index + 1}. ${index + 1}`));
  });
});
