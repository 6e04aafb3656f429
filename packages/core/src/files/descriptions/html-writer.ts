import { BlockStack } from './block-stack.js';
import { cutText } from './cut-text.js';
import { InlineFormats } from './inline-formats.js';
import { type HtmlPiece, PieceBuffer, paragraphJoint, softLength } from './piece-buffer.js';

const lists: ReadonlySet<string> = new Set(['ul', 'ol']);
const cells: ReadonlySet<string> = new Set(['td']);
const items: ReadonlySet<string> = new Set(['li']);
const tables: ReadonlySet<string> = new Set(['table']);
const rows: ReadonlySet<string> = new Set(['tr']);
const tableParts: ReadonlySet<string> = new Set(['table', 'tr', 'td']);
const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Blocks that text stands in; inside others it needs a paragraph. */
const textBlocks: ReadonlySet<string> = new Set(['p', 'pre', 'td', ...headings]);
/** Blocks that a list item or a quote does not reach out of. */
const itemBarriers: ReadonlySet<string> = new Set(['blockquote', 'td']);

/** What the closing of a block does not reach out of. */
function barriersOf(name: string): ReadonlySet<string> | undefined {
  if (name === 'li') return new Set([...lists, ...itemBarriers]);
  return tableParts.has(name) ? undefined : cells;
}

/**
 * Writes HTML that is simple, complete and in pieces of a bounded length: blocks, text in paragraphs, formats inside of
 * them, nothing else. Nothing that is asked of it in any order makes it write anything that is not.
 */
export class HtmlWriter {
  readonly #out = new PieceBuffer();
  readonly #blocks = new BlockStack();
  readonly #formats = new InlineFormats();
  #breaks = 0;
  #tablesInCell = 0;

  /** The formats that are on for what comes. */
  get formats(): InlineFormats {
    return this.#formats;
  }

  get isPreformatted(): boolean {
    return this.#blocks.innermost?.name === 'pre';
  }

  get isInCell(): boolean {
    return this.#blocks.has(cells);
  }

  /** Text without tags; entities stay as they are. */
  text(text: string): void {
    const block = this.#blocks.innermost;
    const isBlank = text.trim() === '';
    if (isBlank && (block === undefined || !textBlocks.has(block.name) || (!block.begun && !this.isPreformatted)))
      return;
    // Long text comes in parts, so that a piece can end between them.
    for (const part of cutText(text, softLength)) this.#inline(part, isBlank);
  }

  /** An image, or anything else that is written as one tag. */
  tag(tag: string): void {
    this.#inline(tag, false);
  }

  lineBreak(): void {
    if (this.isPreformatted) this.#out.write('\n');
    else if (this.isInCell || this.#formats.isCode || this.#isInHeading()) this.text(' ');
    else if (this.#blocks.innermost?.begun === true && this.#isInText()) this.#breaks += 1;
  }

  /** Text that comes belongs to another paragraph. */
  paragraph(): void {
    if (this.isPreformatted) this.#out.write('\n');
    else if (this.isInCell || this.#isInHeading()) this.text(' ');
    else this.#endText();
  }

  rule(): void {
    if (this.isInCell || this.isPreformatted) return this.paragraph();
    this.#endText();
    this.#leaveBareList();
    this.#out.write('<hr>');
    this.#mayEndPiece();
  }

  heading(name: string): void {
    if (this.isInCell || this.isPreformatted) return this.paragraph();
    this.#endText();
    this.#leaveBareList();
    this.#open(name);
  }

  endHeading(): void {
    if (this.#isInHeading()) this.#endText();
    else this.paragraph();
  }

  list(name: string, firstNumber: number): void {
    if (this.isInCell || this.isPreformatted) return this.paragraph();
    this.#endText();
    this.#leaveBareList();
    if (this.#blocks.admits(name)) this.#open(name, `<${name}>`, firstNumber);
  }

  item(number: number | undefined): void {
    if (this.isInCell || this.isPreformatted || !this.#blocks.has(lists, itemBarriers)) return this.paragraph();
    this.#endText();
    this.#closeTo(lists, false);
    const list = this.#blocks.innermost;
    if (list === undefined) return;
    const value = number ?? list.nextNumber;
    list.nextNumber = value + 1;
    this.#open('li', '<li data-more="">', 1, list.name === 'ol' ? `<li value="${value}">` : '<li>');
  }

  quote(): void {
    if (this.isInCell || this.isPreformatted) return this.paragraph();
    this.#endText();
    this.#leaveBareList();
    if (this.#blocks.admits('blockquote')) this.#open('blockquote');
  }

  preformatted(): void {
    if (this.isInCell || this.isPreformatted) return this.paragraph();
    this.#endText();
    this.#leaveBareList();
    this.#open('pre');
  }

  table(): void {
    if (this.isInCell) this.#tablesInCell += 1;
    if (this.isInCell || this.isPreformatted) return this.paragraph();
    this.#endText();
    this.#leaveBareList();
    if (this.#blocks.admits('table')) this.#open('table');
  }

  row(): void {
    if (this.#tablesInCell > 0 || !this.#blocks.has(tables, items)) return this.paragraph();
    this.#closeTo(tables, false);
    this.#open('tr');
  }

  cell(): void {
    if (this.#tablesInCell > 0 || !this.#blocks.has(tables, items)) return this.paragraph();
    if (!this.#blocks.has(rows, tables)) this.row();
    this.#closeTo(rows, false);
    this.#open('td');
  }

  /** Ends a list, an item, a quote, a table or a part of one. */
  end(name: string): void {
    if (this.#tablesInCell > 0 && tableParts.has(name)) {
      if (name === 'table') this.#tablesInCell -= 1;
      return this.paragraph();
    }
    if (this.#blocks.takeTooDeep(name)) return this.paragraph();
    const wanted = new Set([name]);
    if (!this.#blocks.has(wanted, barriersOf(name))) return this.paragraph();
    this.#closeTo(wanted, true);
    this.#mayEndPiece();
  }

  /** Closes everything, and gives what was written. */
  finish(): readonly HtmlPiece[] {
    while (!this.#blocks.isEmpty) this.#pop();
    this.#out.endPiece(paragraphJoint);
    return this.#out.pieces;
  }

  #inline(content: string, isBlank: boolean): void {
    this.#enterText();
    const block = this.#blocks.innermost;
    if (this.isPreformatted) {
      this.#out.write(content);
      return this.#maySplitPiece();
    }
    if (this.#breaks > 0 && !isBlank) this.#writeBreaks();
    const isStart = block?.begun !== true;
    if (!isBlank && block !== undefined) block.begun = true;
    // Blanks do not open formats: `** **` is no Markdown.
    if (isBlank) this.#out.write(`${this.#formats.toBlank()} `);
    else this.#out.write(this.#formats.toText() + (isStart ? content.trimStart() : content), 1);
    this.#maySplitPiece();
  }

  /** One break is a new line, several are a new paragraph. */
  #writeBreaks(): void {
    const count = this.#breaks;
    this.#breaks = 0;
    if (count === 1) this.#out.write(`${this.#formats.toBlock()}<br>`);
    else {
      this.#endText();
      this.#enterText();
    }
  }

  /** Opens what text needs around it. */
  #enterText(): void {
    const block = this.#blocks.innermost;
    if (block !== undefined && textBlocks.has(block.name)) return;
    if (block?.name === 'ul' || block?.name === 'ol') {
      this.item(undefined);
      return this.#enterText();
    }
    if (block?.name === 'table' || block?.name === 'tr') return this.cell();
    // The first text of an item stands in it as it is, which makes a list without blank lines.
    if (block?.name === 'li' && !block.begun) this.#blocks.push('p', '');
    else this.#open('p');
    if (block !== undefined) block.begun = true;
  }

  #isInText(): boolean {
    return textBlocks.has(this.#blocks.innermost?.name ?? '');
  }

  #isInHeading(): boolean {
    return headings.has(this.#blocks.innermost?.name ?? '');
  }

  /** Ends the paragraph, the heading or the like that is open. */
  #endText(): void {
    this.#breaks = 0;
    const name = this.#blocks.innermost?.name ?? '';
    if (name !== 'td' && textBlocks.has(name)) this.#pop();
    this.#mayEndPiece();
  }

  /** What comes right in a list, outside of its items, gets one. */
  #leaveBareList(): void {
    if (lists.has(this.#blocks.innermost?.name ?? '')) this.item(undefined);
  }

  #open(name: string, reopenTag = `<${name}>`, nextNumber = 1, tag = `<${name}>`): void {
    const around = this.#blocks.innermost;
    if (around !== undefined) around.begun = true;
    this.#out.write(this.#formats.toBlock() + tag, 1);
    this.#blocks.push(name, reopenTag, nextNumber);
  }

  #pop(): void {
    const block = this.#blocks.pop();
    this.#breaks = 0;
    if (block !== undefined)
      this.#out.write(this.#formats.toBlock() + (block.reopenTag === '' ? '' : `</${block.name}>`));
  }

  /** Closes blocks until one of these is the innermost, and that as well if `inclusive`. */
  #closeTo(names: ReadonlySet<string>, inclusive: boolean): void {
    while (!this.#blocks.isEmpty && !names.has(this.#blocks.innermost?.name ?? '')) this.#pop();
    if (inclusive) this.#pop();
  }

  #mayEndPiece(): void {
    if (this.#blocks.isEmpty && this.#out.isLong) this.#out.endPiece(paragraphJoint);
  }

  /** In the middle of blocks: they are closed, and opened again in the next piece. */
  #maySplitPiece(): void {
    if (!this.#out.isTooLong) return;
    const { close, reopen } = this.#blocks.seam;
    const blank = this.#out.endsWithBlank ? ' ' : '';
    this.#out.write(this.#formats.toBlock() + close);
    this.#out.endPiece(reopen === '<p>' ? blank : paragraphJoint);
    this.#out.write(reopen);
  }
}
