import { leaveSource } from '../leave-source.js';

/** Paths, taken by several at a time from a source that may not bear that. */
export class PathQueue {
  readonly #source: AsyncIterator<string> | Iterator<string>;
  #last: Promise<unknown> = Promise.resolve();
  #ended = false;

  constructor(paths: Iterable<string> | AsyncIterable<string>) {
    this.#source = Symbol.asyncIterator in paths ? paths[Symbol.asyncIterator]() : paths[Symbol.iterator]();
  }

  /** The next path; `undefined` when there are no more. */
  async next(): Promise<string | undefined> {
    const taken = this.#last.then(() => this.#take());
    this.#last = taken.catch(() => undefined);
    return taken;
  }

  /** No more are wanted. */
  leave(): void {
    if (this.#ended) return;
    this.#ended = true;
    const source = this.#source;
    void leaveSource({
      next: async () => source.next(),
      return: async () => (await source.return?.()) ?? { done: true, value: undefined },
    });
  }

  async #take(): Promise<string | undefined> {
    if (this.#ended) return undefined;
    const step = await this.#source.next();
    if (step.done !== true) return step.value;
    this.#ended = true;
    return undefined;
  }
}
