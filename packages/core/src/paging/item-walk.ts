import type { Page } from './page.js';
import { SerialIterator } from './serial-iterator.js';

/** Walks a list item by item over a walk of its pages. */
export class ItemWalk<T extends object> extends SerialIterator<T> {
  readonly #pages: AsyncIterator<Page<T>, undefined>;
  #items: readonly T[] = [];
  #index = 0;

  constructor(pages: AsyncIterator<Page<T>, undefined>) {
    super();
    this.#pages = pages;
  }

  protected async step(): Promise<T | undefined> {
    while (this.#index >= this.#items.length) {
      const { done, value } = await this.#pages.next();
      if (done === true) return undefined;
      this.#items = value.items;
      this.#index = 0;
    }
    const item = this.#items[this.#index];
    this.#index += 1;
    return item;
  }

  protected stop(): void {
    // Its promise settles with the step under way, which this iterator's own return() waits for.
    void this.#pages.return?.();
  }
}
