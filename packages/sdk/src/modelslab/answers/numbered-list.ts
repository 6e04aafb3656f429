import type { CallOptions, CivitaiPromise, Page } from '@civitkit/core/client';
import { checkCallOptions, ItemWalk, PageWalk } from '@civitkit/core/internal';
import type { ModelsLabCall, ModelsLabCalls } from '../request/modelslab-calls.js';
import { pageParser } from './read-page.js';

/** How a list is asked for. */
export interface ListCall {
  readonly operation: string;
  /** The call for a page. */
  readonly call: (page: number) => ModelsLabCall;
  /** Where it begins. Default: 1. */
  readonly firstPage?: number | undefined;
  /** How long pages are, if that was said. */
  readonly perPage: number | undefined;
}

/**
 * A list in numbered pages. Nothing is sent before it is iterated or a page is asked for.
 *
 * @example
 * ```ts
 * import { createModelsLabClient } from '@civitkit/sdk/modelslab/client';
 *
 * using modelsLab = createModelsLabClient();
 * for await (const { id, output } of modelsLab.account.assetsGenerated({ type: 'image' }).take(20)) console.log(id, output);
 * ```
 */
export class NumberedList<T extends object> implements AsyncIterable<T> {
  readonly #calls: ModelsLabCalls;
  readonly #list: ListCall;
  readonly #take: number;

  /** Lists come from the client. */
  constructor(calls: ModelsLabCalls, list: ListCall, take: number = Number.POSITIVE_INFINITY) {
    this.#calls = calls;
    this.#list = list;
    this.#take = take;
  }

  /** Ends after `count` items, counted across pages; at least 1. */
  take(count: number): NumberedList<T> {
    if (!Number.isSafeInteger(count) || count < 1) {
      throw new RangeError(`modelslab.${this.#list.operation}: take needs a whole number from 1, got ${count}`);
    }
    return new NumberedList(this.#calls, this.#list, count);
  }

  /** One page. Default: the first. */
  page(page: number = this.#list.firstPage ?? 1, options?: CallOptions): CivitaiPromise<Page<T>> {
    const { call, operation, perPage } = this.#list;
    if (!Number.isSafeInteger(page) || page < 1) {
      throw new RangeError(`modelslab.${operation}: page must be a whole number from 1, got ${page}`);
    }
    return this.#calls.send(call(page), pageParser<T>({ page, perPage }), options);
  }

  /** Walks the pages. */
  pages(options: CallOptions = {}): AsyncIterableIterator<Page<T>, undefined> {
    const { firstPage = 1, operation } = this.#list;
    checkCallOptions(`modelslab.${operation}`, options);
    return new PageWalk<T>(
      (cursor, callOptions) => this.page(Number(cursor ?? firstPage), callOptions).withResponse(),
      {
        operation: `modelslab.${operation}`,
        from: undefined,
        take: this.#take,
        callOptions: options,
        signals: this.#calls.signals,
      },
    );
  }

  /** Walks the items, fetching pages as they are needed. Leaving the loop aborts a request under way. */
  [Symbol.asyncIterator](): AsyncIterableIterator<T, undefined> {
    return new ItemWalk(this.pages());
  }

  /** All items, or as many as `take` says. */
  async toArray(options?: CallOptions): Promise<T[]> {
    const items: T[] = [];
    for await (const page of this.pages(options)) items.push(...page.items);
    return items;
  }
}
