import { InvalidResponseError } from '../errors/invalid-response-error.js';
import type { Answer, CallOptions, ResponseInfo } from '../transport/api-request.js';
import { linkSignal } from '../transport/link-signal.js';
import type { SignalHub } from '../transport/signal-hub.js';
import type { Cursor, Page } from './page.js';
import { SerialIterator } from './serial-iterator.js';

/** Fetches one page; `cursor` is `undefined` for the first. */
export type FetchPage<T> = (cursor: Cursor | undefined, options: CallOptions) => Promise<Answer<Page<T>>>;

/** Where a walk starts, where it ends, and how its calls are made. */
export interface PageWalkOptions {
  readonly operation: string;
  readonly from: Cursor | undefined;
  /** How many items to give out in all; the last page is cut to fit. */
  readonly take: number;
  readonly callOptions: CallOptions;
  /** Listens to the caller's signal, for all walks of a client. */
  readonly signals: SignalHub;
}

/** The server drops rows after the query, so empty pages with a cursor are normal; this many in a row are not. */
const maxEmptyPages = 50;

/**
 * Walks a list page by page, each request made when its page is asked for.
 *
 * @throws InvalidResponseError when a cursor comes back a second time, or after 50 empty pages in a row
 */
export class PageWalk<T> extends SerialIterator<Page<T>> {
  readonly #fetch: FetchPage<T>;
  readonly #options: PageWalkOptions;
  readonly #controller = new AbortController();
  readonly #seen = new Set<Cursor>();
  #cursor: Cursor | undefined;
  #wanted: number;
  #emptyPages = 0;
  #ended = false;
  #lastResponse: ResponseInfo | undefined;

  constructor(fetch: FetchPage<T>, options: PageWalkOptions) {
    super();
    this.#fetch = fetch;
    this.#options = options;
    this.#cursor = options.from;
    this.#wanted = options.take;
  }

  /** The answer that the newest page came in. */
  get lastResponse(): ResponseInfo | undefined {
    return this.#lastResponse;
  }

  protected async step(): Promise<Page<T> | undefined> {
    if (this.#ended) return undefined;
    const { callOptions } = this.#options;
    const unlink = linkSignal(callOptions.signal, this.#controller, this.#options.signals);
    try {
      const answer = await this.#fetch(this.#cursor, { ...callOptions, signal: this.#controller.signal });
      this.#lastResponse = answer.response;
      this.#advance(answer);
      return this.#cut(answer.data);
    } finally {
      unlink();
    }
  }

  protected stop(): void {
    this.#controller.abort();
  }

  #advance({ data, response }: Answer<Page<T>>): void {
    const { nextCursor } = data;
    this.#wanted -= data.items.length;
    this.#ended = nextCursor === undefined || this.#wanted <= 0;
    if (nextCursor === undefined || this.#ended) return;
    this.#emptyPages = data.items.length === 0 ? this.#emptyPages + 1 : 0;
    const problem = this.#problem(nextCursor);
    if (problem !== undefined) {
      throw new InvalidResponseError(
        `${this.#options.operation}: the server sent ${problem.what}. Start again, perhaps with a narrower filter.`,
        { code: problem.code, status: response.status, requestId: response.requestId, attempts: response.attempts },
      );
    }
    this.#seen.add(nextCursor);
    this.#cursor = nextCursor;
  }

  #problem(nextCursor: Cursor): { readonly code: string; readonly what: string } | undefined {
    if (nextCursor === this.#cursor || this.#seen.has(nextCursor)) {
      return { code: 'repeated_cursor', what: 'a cursor it had given before, which would go round in circles' };
    }
    if (this.#emptyPages < maxEmptyPages) return undefined;
    return { code: 'too_many_empty_pages', what: `${maxEmptyPages} empty pages in a row` };
  }

  /** Cuts the last page, so that no more than `take` items are given out. */
  #cut(page: Page<T>): Page<T> {
    return this.#wanted >= 0 ? page : { ...page, items: page.items.slice(0, page.items.length + this.#wanted) };
  }
}
