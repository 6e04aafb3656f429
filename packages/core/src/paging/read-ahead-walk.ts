import type { Page } from './page.js';
import { SerialIterator } from './serial-iterator.js';

/** So many pages may be fetched ahead at most; more would only fill the memory. */
const mostAhead = 10;

/** @throws RangeError unless `pages` is a whole number from 0 to 10 */
export function checkReadAhead(operation: string, pages: number): void {
  if (Number.isInteger(pages) && pages >= 0 && pages <= mostAhead) return;
  throw new RangeError(`${operation}: readAhead must be a whole number of pages from 0 to ${mostAhead}, got ${pages}`);
}

/**
 * Walks the same pages as another walk, in the same order, but keeps up to `ahead` of them ready while the consumer is
 * busy. A page that failed is reported when its turn comes, after those before it.
 *
 * The pages still come one after another: each is asked for with the cursor of the one before.
 */
export class ReadAheadWalk<T extends object> extends SerialIterator<Page<T>> {
  readonly #pages: AsyncIterator<Page<T>, undefined>;
  readonly #ahead: number;
  readonly #coming: Promise<IteratorResult<Page<T>, undefined>>[] = [];

  constructor(pages: AsyncIterator<Page<T>, undefined>, ahead: number) {
    super();
    this.#pages = pages;
    this.#ahead = ahead;
  }

  protected async step(): Promise<Page<T> | undefined> {
    // The walk takes its steps one at a time, however many are asked for.
    while (this.#coming.length <= this.#ahead) {
      const page = this.#pages.next();
      // Its turn may never come; when it does, the failure is reported below.
      page.catch(() => undefined);
      this.#coming.push(page);
    }
    const { value } = (await this.#coming.shift()) ?? {};
    return value;
  }

  protected stop(): void {
    this.#coming.length = 0;
    // Its promise settles with the step under way, which this iterator's own return() waits for.
    void this.#pages.return?.();
  }
}
