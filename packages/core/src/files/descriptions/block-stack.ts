/** A block that is open. */
export interface Block {
  readonly name: string;
  /** Opens it again in the next piece. */
  readonly reopenTag: string;
  /** The number of the next item. */
  nextNumber: number;
  /** Whether something is in it. */
  begun: boolean;
}

/** Lists and quotes that are deeper are written as if they were not there. */
const deepest = 40;

/** The blocks that are open, the outermost first. */
export class BlockStack {
  readonly #blocks: Block[] = [];
  /** Openings that were too deep, whose closings mean nothing either. */
  readonly #tooDeep = new Map<string, number>();

  get innermost(): Block | undefined {
    return this.#blocks.at(-1);
  }

  get isEmpty(): boolean {
    return this.#blocks.length === 0;
  }

  /** Whether another may be opened; one that may not is remembered by its name. */
  admits(name: string): boolean {
    if (this.#blocks.length < deepest) return true;
    this.#tooDeep.set(name, (this.#tooDeep.get(name) ?? 0) + 1);
    return false;
  }

  /** Whether the closing of this name belongs to an opening that was not admitted. */
  takeTooDeep(name: string): boolean {
    const count = this.#tooDeep.get(name) ?? 0;
    if (count === 0) return false;
    this.#tooDeep.set(name, count - 1);
    return true;
  }

  /** Whether one of these is open, outside of no block of `barrier`. */
  has(names: ReadonlySet<string>, barrier: ReadonlySet<string> = none): boolean {
    const found = this.#blocks.findLast(({ name }) => names.has(name) || barrier.has(name));
    return found !== undefined && names.has(found.name);
  }

  push(name: string, reopenTag = `<${name}>`, nextNumber = 1): void {
    this.#blocks.push({ name, reopenTag, nextNumber, begun: false });
  }

  pop(): Block | undefined {
    return this.#blocks.pop();
  }

  /** What closes all of them, and opens them again. */
  get seam(): { readonly close: string; readonly reopen: string } {
    const written = this.#blocks.filter(({ reopenTag }) => reopenTag !== '');
    return {
      close: written
        .toReversed()
        .map(({ name }) => `</${name}>`)
        .join(''),
      reopen: written.map(({ reopenTag }) => reopenTag).join(''),
    };
  }
}

const none: ReadonlySet<string> = new Set();
