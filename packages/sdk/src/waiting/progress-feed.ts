import { SerialIterator } from '@civitkit/core/internal';

/** How a feed ended: by itself, or with what made it impossible to go on. */
interface FeedEnd {
  readonly failure?: { readonly reason: unknown };
}

/**
 * Gives progress to whoever iterates. Everyone begins with the newest there is, and who is slow misses what was between:
 * nothing piles up.
 */
export class ProgressFeed<T extends object> {
  readonly #listeners = new Set<() => void>();
  readonly #onListening: () => void;
  #newest: T | undefined;
  #count = 0;
  #end: FeedEnd | undefined;

  /** @param onListening - called when somebody begins or stops to listen */
  constructor(onListening: () => void) {
    this.#onListening = onListening;
  }

  /** Whether somebody iterates. */
  get listening(): boolean {
    return this.#listeners.size > 0;
  }

  push(progress: T): void {
    this.#newest = progress;
    this.#count += 1;
    this.#notify();
  }

  /** Everybody gets what is newest, and then this. The first end counts. */
  end(end: FeedEnd): void {
    this.#end ??= end;
    this.#notify();
  }

  iterate(): AsyncIterableIterator<T, undefined> {
    return new FeedIterator({
      since: (count) => (this.#count > count ? this.#newest : undefined),
      count: () => this.#count,
      ended: () => this.#end,
      listen: (onNews) => {
        if (this.#listeners.has(onNews)) return;
        this.#listeners.add(onNews);
        this.#onListening();
      },
      leave: (onNews) => {
        if (this.#listeners.delete(onNews)) this.#onListening();
      },
    });
  }

  #notify(): void {
    for (const onNews of this.#listeners) onNews();
  }
}

/** What an iterator sees of its feed. */
interface FeedView<T> {
  since(count: number): T | undefined;
  count(): number;
  ended(): FeedEnd | undefined;
  listen(onNews: () => void): void;
  leave(onNews: () => void): void;
}

class FeedIterator<T extends object> extends SerialIterator<T> {
  readonly #feed: FeedView<T>;
  #seen = 0;
  #wake: (() => void) | undefined;
  #stopped = false;

  constructor(feed: FeedView<T>) {
    super();
    this.#feed = feed;
  }

  protected async step(): Promise<T | undefined> {
    this.#feed.listen(this.#onNews);
    for (;;) {
      const newest = this.#stopped ? undefined : this.#feed.since(this.#seen);
      if (newest !== undefined) {
        this.#seen = this.#feed.count();
        return newest;
      }
      const end = this.#feed.ended();
      if (this.#stopped || end !== undefined) {
        this.#feed.leave(this.#onNews);
        // The caller's own reason among them, whatever it is.
        // oxlint-disable-next-line typescript/only-throw-error
        if (end?.failure !== undefined && !this.#stopped) throw end.failure.reason;
        return undefined;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  protected stop(): void {
    this.#stopped = true;
    this.#feed.leave(this.#onNews);
    this.#wake?.();
  }

  readonly #onNews = (): void => {
    this.#wake?.();
  };
}
