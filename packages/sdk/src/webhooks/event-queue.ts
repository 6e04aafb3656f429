/** Runs tasks one after another where they have the same key, and beside one another otherwise. */
export class EventQueue {
  readonly #tails = new Map<string, Promise<unknown>>();
  #pending = 0;

  /** Tasks that are waiting or running. */
  get pending(): number {
    return this.#pending;
  }

  /** Runs a task once those before it with the same key are over, however they ended. */
  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    this.#pending += 1;
    const before = this.#tails.get(key) ?? Promise.resolve();
    const result = before.then(task);
    const tail = result
      .catch(() => undefined)
      .finally(() => {
        this.#pending -= 1;
        if (this.#tails.get(key) === tail) this.#tails.delete(key);
      });
    this.#tails.set(key, tail);
    return result;
  }

  /** Resolves once nothing is waiting or running, what comes in meanwhile included. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values());
  }
}
