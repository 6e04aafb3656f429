import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../../src/files/descriptions/html-to-text.js';

const lines = (...all: readonly string[]): string => all.join('\n');

describe('htmlToText', () => {
  it.each([
    ['blocks', '<h1>a</h1><p>b<br>c</p><blockquote>d</blockquote><hr>e', lines('a', '', 'b', 'c', '', 'd', '', 'e')],
    ['formats', '<b>a</b> <i>b</i> <code>c</code> <s>d</s>', 'a b c d'],
    [
      'links and images',
      '<a href="https://x.org">a</a> <img src="https://x.org/b" alt="b"> <img src="https://x.org/c">',
      'a [b]',
    ],
    ['lists', '<ul><li>a<ol><li>b</li></ol></li></ul>', lines('* a', '  1. b')],
    ['tables', '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>', lines('a\tb', '1\t2')],
    ['code', '<pre>a\n  b</pre>', lines('a', '  b')],
    [
      'signs and entities as they are',
      '*a* _b_ [c] &lt;d&gt; &amp;amp; 1. e “f” – g…',
      '*a* _b_ [c] <d> &amp; 1. e “f” – g…',
    ],
    ['signs at the beginning of lines', '<p>- a</p><p># b</p><p>1. c</p>', lines('- a', '', '# b', '', '1. c')],
  ])('writes %s', (_what, html, expected) => {
    expect(htmlToText(html)).toBe(expected);
  });

  it('takes what is no text for nothing', () => {
    expect([htmlToText(null), htmlToText(undefined), htmlToText(' ')]).toEqual(['', '', '']);
  });
});
