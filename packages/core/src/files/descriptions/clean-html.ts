import { canonicalName, type ElementKind, elementKinds } from './element-kinds.js';
import { attributeOf, quoteValue } from './html-attributes.js';
import { type HtmlToken, readTokens } from './html-tokens.js';
import { HtmlWriter } from './html-writer.js';
import type { HtmlPiece } from './piece-buffer.js';
import { safeAddress } from './safe-address.js';

/** Descriptions have some ten thousand characters at the most; of what is longer the beginning is taken. */
const longestHtml = 1_000_000;
const longestText = 500;
const largestNumber = 999_999_999;

type Tag = Extract<HtmlToken, { readonly name: string }>;

/**
 * Makes HTML of any kind simple and harmless: a few elements, in the right places, every one of them closed; no scripts,
 * styles and frames; links and images of the web only. It never throws, and takes time as the text is long.
 *
 * @returns pieces of bounded length, in order
 */
export function cleanHtml(html: string): readonly HtmlPiece[] {
  const writer = new HtmlWriter();
  let skipped: { readonly name: string; depth: number } | undefined;
  for (const token of readTokens(html.slice(0, longestHtml))) {
    if (token.kind === 'text') {
      if (skipped === undefined) writer.text(plainText(token.text));
      continue;
    }
    if (skipped === undefined && token.kind === 'open' && kindOf(token) === 'dropped') {
      if (!isSelfClosing(token)) skipped = { name: token.name, depth: 1 };
      continue;
    }
    if (skipped === undefined) {
      if (token.kind === 'open') open(writer, token);
      else close(writer, token);
    } else if (token.name === skipped.name && !isSelfClosing(token)) {
      skipped.depth += token.kind === 'open' ? 1 : -1;
      if (skipped.depth === 0) skipped = undefined;
    }
  }
  if (html.length > longestHtml) writer.text(' …');
  return writer.finish();
}

function kindOf({ name }: Tag): ElementKind | undefined {
  return elementKinds.get(name);
}

function isSelfClosing({ attributes }: Tag): boolean {
  return attributes.endsWith('/');
}

/** Without what is no character of a text, and with no sign that begins a tag. */
function plainText(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r\f]/gu, '')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

function open(writer: HtmlWriter, tag: Tag): void {
  const { attributes } = tag;
  const name = canonicalName(tag.name);
  switch (kindOf(tag)) {
    case 'format':
      return writer.formats.turnOn(
        name,
        name === 'a' ? safeAddress(attributeOf(attributes, 'href'), 'link') : undefined,
      );
    case 'break':
      return writer.lineBreak();
    case 'rule':
      return writer.rule();
    case 'image':
      return image(writer, attributes);
    case 'paragraph':
      return writer.paragraph();
    case 'heading':
      return writer.heading(name);
    case 'list':
      return writer.list(name, numberOf(attributes, 'start') ?? 1);
    case 'item':
      return writer.item(numberOf(attributes, 'value'));
    case 'quote':
      return writer.quote();
    case 'preformatted':
      return writer.preformatted();
    case 'table':
      return writer.table();
    case 'row':
      return writer.row();
    case 'cell':
      return writer.cell();
    case 'dropped':
    case undefined:
      return undefined;
  }
}

function close(writer: HtmlWriter, tag: Tag): void {
  const name = canonicalName(tag.name);
  switch (kindOf(tag)) {
    case 'format':
      return writer.formats.turnOff(name);
    case 'break':
      return writer.lineBreak();
    case 'paragraph':
      return writer.paragraph();
    case 'heading':
      return writer.endHeading();
    case 'preformatted':
      return writer.end('pre');
    case 'cell':
      return writer.end('td');
    case 'list':
    case 'item':
    case 'quote':
    case 'table':
    case 'row':
      return writer.end(name);
    case 'rule':
    case 'image':
    case 'dropped':
    case undefined:
      return undefined;
  }
}

function image(writer: HtmlWriter, attributes: string): void {
  const alt = plainText((attributeOf(attributes, 'alt') ?? '').slice(0, longestText)).trim();
  if (writer.isPreformatted || writer.formats.isCode) return writer.text(alt);
  const address = safeAddress(attributeOf(attributes, 'src'), 'image');
  if (address === undefined && alt === '') return undefined;
  const source = address === undefined ? '' : ` src="${address.replace(/&/g, '&amp;')}"`;
  return writer.tag(`<img${source} alt="${quoteValue(alt)}">`);
}

function numberOf(attributes: string, name: string): number | undefined {
  const text = attributeOf(attributes, name)?.trim() ?? '';
  return /^\d{1,9}$/.test(text) ? Math.min(Number(text), largestNumber) : undefined;
}
