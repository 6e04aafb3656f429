import { describe, expect, it } from 'vitest';
import { htmlToMarkdown, htmlToText } from '../../../src/files/descriptions/html-to-text.js';

describe('what is left out', () => {
  it.each([
    ['scripts', 'a<script>alert("</p>")</script>b'],
    ['scripts in other cases', 'a<SCRIPT type=x>alert(1)</ScRiPt >b'],
    ['scripts that do not end', 'ab<script>alert(1)'],
    ['styles', 'a<style>p { color: red }</style>b'],
    ['frames', 'a<iframe src="https://x.org">alert</iframe>b'],
    ['comments', 'a<!-- alert --><!-->b<!-- alert'],
    ['drawings', 'a<svg onload="alert(1)"><text>alert</text><svg></svg></svg>b'],
    ['templates and objects', 'a<template><b>alert</b></template><object data="x">alert</object>b'],
    ['declarations', '<!doctype html><?php alert ?>ab'],
    ['tags that do not end', 'ab<p title="alert'],
    ['control characters', 'a\0\u0007\u001b\u009b&#27;&#x1;b\u202e'],
  ])('%s', (_what, html) => {
    expect(htmlToMarkdown(html)).toBe('ab');
    expect(htmlToText(html)).toBe('ab');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript&colon;alert(1)',
    'javascript&#58;alert(1)',
    'javascript&#x3a;alert(1)',
    '&#106;&#97;vascript:alert(1)',
    '&#0000106avascript:alert(1)',
    'java&Tab;script:alert(1)',
    'java&NewLine;script:alert(1)',
    'vbscript:msgbox(1)',
    'data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;',
    'data:image/svg+xml,<svg>',
    'file:///etc/passwd',
    'blob:https://civitai.com/1',
    'about:blank',
    'view-source:javascript:alert(1)',
    '#top',
    '',
    'https://',
    `https://x.org/${'a'.repeat(5000)}`,
  ])('the link %j', (href) => {
    expect(htmlToMarkdown(`<a href="${href}">text</a>`)).toBe('text');
    expect(htmlToMarkdown(`<img src="${href}" alt="text">`)).toBe('\\[text\\]');
    expect(htmlToMarkdown(`<img src="${href}">`)).toBe('');
  });

  it('gives no address that could be anything but one of the web', () => {
    // References that are not resolved make an address of the site of it.
    const markdown = htmlToMarkdown(
      '<a href="java&ZeroWidthSpace;script:alert(1)">a</a><a href="java\0script:x">b</a>',
    );
    expect(markdown.match(/\]\((.)*?\)/g)?.every((target) => target.startsWith('](https://civitai.com/'))).toBe(true);
  });

  it('shows no host that is not the one of the address', () => {
    expect(htmlToMarkdown('<a href="https://civitai.com@evil.org/">a</a>')).toBe('[a](https://evil.org/)');
  });

  it.each([
    ['text', '&lt;script&gt;alert(1)&lt;/script&gt;', '\\<script>alert(1)\\</script>'],
    ['text in parts', '&lt;<b>script</b>&gt;', '\\<**script**\\>'],
    [
      'a description of an image',
      '<img src="https://x.org/a" alt="](javascript:alert(1)) <b>">',
      '![\\](javascript:alert(1)) \\<b>](https://x.org/a)',
    ],
    [
      'an address',
      '<a href="https://x.org/)[b](javascript:alert(1)">a</a>',
      '[a](https://x.org/%29[b]%28javascript:alert%281%29)',
    ],
    [
      'a quote in an address',
      '<a href=\'https://x.org/"onclick="alert(1)\'>a</a>',
      '[a](https://x.org/%22onclick=%22alert%281%29)',
    ],
    ['a block of code', '<pre>```\n&lt;script&gt;</pre>', '````\n```\n<script>\n````'],
    ['code with lines', '<code>a<br><br>&lt;script&gt;</code>', '`a <script>`'],
    ['a cell', '<table><tr><td>a|&lt;b&gt;</td></tr></table>', '| a\\|\\<b> |\n| --- |'],
    ['a definition of a link', '[a]: javascript:alert(1)', '\\[a\\]: javascript:alert(1)'],
  ])('nothing gets out of %s', (_what, html, expected) => {
    expect(htmlToMarkdown(html)).toBe(expected);
  });
});
