/** A part of the HTML, complete in itself. */
export interface HtmlPiece {
  readonly html: string;
  /** What belongs between this piece and the next in a text: nothing or a blank within a paragraph. */
  readonly joint: string;
}

/** Between two blocks. */
export const paragraphJoint = '\n\n';

/** A piece ends between two blocks when it has grown so long, and anywhere when it is much longer than that. */
export const softLength = 8192;
const hardLength = 24_576;
/** Tags of a piece, for the same reason: what reads it takes time that grows faster than its length. */
const softTags = 400;
const hardTags = 1200;

/** What is written, in pieces. */
export class PieceBuffer {
  readonly #pieces: HtmlPiece[] = [];
  #parts: string[] = [];
  #length = 0;
  #tags = 0;

  get pieces(): readonly HtmlPiece[] {
    return this.#pieces;
  }

  /** Whether the piece is long enough to end where that costs nothing. */
  get isLong(): boolean {
    return this.#length > softLength || this.#tags > softTags;
  }

  /** Whether it must end. */
  get isTooLong(): boolean {
    return this.#length > hardLength || this.#tags > hardTags;
  }

  get endsWithBlank(): boolean {
    return /\s$/.test(this.#parts.at(-1) ?? '');
  }

  write(text: string, tags = 0): void {
    this.#parts.push(text);
    this.#length += text.length;
    this.#tags += tags;
  }

  endPiece(joint: string): void {
    const html = this.#parts.join('');
    if (html !== '') this.#pieces.push({ html, joint });
    this.#parts = [];
    this.#length = 0;
    this.#tags = 0;
  }
}
