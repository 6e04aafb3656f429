/** From the outermost to the innermost: links hold everything, and code holds text only. */
const order = ['a', 'strong', 'em', 'del', 'code'] as const;

type FormatName = (typeof order)[number];

/** The formats that are on, whatever the order in which tags open and close. */
export class InlineFormats {
  readonly #counts = new Map<string, number>();
  #link: string | undefined;
  /** Opening tags that are written and not closed. */
  #written: readonly string[] = [];

  /** `address` is that of a link; one without is none. */
  turnOn(name: string, address?: string): void {
    if (name === 'a') this.#link = address;
    else this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  turnOff(name: string): void {
    if (name === 'a') this.#link = undefined;
    else this.#counts.set(name, Math.max((this.#counts.get(name) ?? 0) - 1, 0));
  }

  /** Whether text is code now. */
  get isCode(): boolean {
    return this.#isOn('code');
  }

  /** The tags that must be written before text. */
  toText(): string {
    const closed = this.toBlank();
    const wanted = this.#wanted();
    const opened = wanted.slice(this.#written.length).join('');
    this.#written = wanted;
    return closed + opened;
  }

  /** The tags that must be written before blanks: they are in no format that has ended, and begin none. */
  toBlank(): string {
    const wanted = this.#wanted();
    const differs = this.#written.findIndex((tag, index) => tag !== wanted[index]);
    const common = differs === -1 ? this.#written.length : differs;
    const tags = closing(this.#written.slice(common));
    this.#written = this.#written.slice(0, common);
    return tags;
  }

  /** The tags that must be written before a block ends. */
  toBlock(): string {
    const tags = closing(this.#written);
    this.#written = [];
    return tags;
  }

  #wanted(): readonly string[] {
    return order.filter((name) => this.#isOn(name)).map((name) => this.#tagOf(name));
  }

  #isOn(name: FormatName): boolean {
    return name === 'a' ? this.#link !== undefined : (this.#counts.get(name) ?? 0) > 0;
  }

  #tagOf(name: FormatName): string {
    return name === 'a' ? `<a href="${this.#link?.replace(/&/g, '&amp;')}">` : `<${name}>`;
  }
}

function closing(tags: readonly string[]): string {
  return tags
    .toReversed()
    .map((tag) => `</${/\w+/.exec(tag)?.[0]}>`)
    .join('');
}
