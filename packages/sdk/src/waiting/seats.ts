/** A bounded number of places, given out in the order of asking; those who cannot wait go before the others. */
export class Seats {
  readonly #queue = new Set<() => void>();
  readonly #urgent = new Set<() => void>();
  #free: number;

  constructor(count: number) {
    this.#free = count;
  }

  /** Whether somebody waits for a place. */
  get contended(): boolean {
    return this.#queue.size + this.#urgent.size > 0;
  }

  /** Calls `onSeat` once there is a place, at once if there is one. Who gets one gives it back with `release`. */
  request(onSeat: () => void, urgent = false): void {
    if (this.tryTake()) onSeat();
    else (urgent ? this.#urgent : this.#queue).add(onSeat);
  }

  /** Leaves the queue. */
  withdraw(onSeat: () => void): void {
    this.#queue.delete(onSeat);
    this.#urgent.delete(onSeat);
  }

  /** Gives a place back; who waits longest gets it. */
  release(): void {
    const [next] = this.#urgent.size > 0 ? this.#urgent : this.#queue;
    if (next === undefined) {
      this.#free += 1;
      return;
    }
    this.withdraw(next);
    next();
  }

  /** Takes a place if there is one now. */
  tryTake(): boolean {
    if (this.#free === 0) return false;
    this.#free -= 1;
    return true;
  }

  /**
   * Waits for a place.
   *
   * @throws `signal.reason` when that comes first
   */
  async take(signal: AbortSignal, urgent = false): Promise<void> {
    signal.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const onAbort = (): void => {
        this.withdraw(onSeat);
        reject(signal.reason as Error);
      };
      const onSeat = (): void => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.request(onSeat, urgent);
    });
  }
}
