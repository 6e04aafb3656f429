/**
 * An async iterator that takes one step at a time: `next()` may be called again before the last call settled, the steps
 * queue up. `return()` stops the step under way instead of waiting for it, which an async generator cannot do.
 */
export abstract class SerialIterator<T extends object> implements AsyncIterableIterator<T, undefined> {
  #last: Promise<unknown> = Promise.resolve();
  #done = false;

  /** The next value, or `undefined` at the end. */
  protected abstract step(): Promise<T | undefined>;

  /** Stops a step that is under way. */
  protected abstract stop(): void;

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<T, undefined>> {
    const result = this.#last.then(() => this.#advance());
    this.#last = result.catch(() => undefined);
    return result;
  }

  async return(): Promise<IteratorResult<T, undefined>> {
    this.#done = true;
    this.stop();
    await this.#last;
    return { done: true, value: undefined };
  }

  async #advance(): Promise<IteratorResult<T, undefined>> {
    if (this.#done) return { done: true, value: undefined };
    try {
      const value = await this.step();
      if (value !== undefined) return { done: false, value };
    } catch (error) {
      this.#done = true;
      throw error;
    }
    this.#done = true;
    return { done: true, value: undefined };
  }
}
