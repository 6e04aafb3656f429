/** A place in a {@link TurnQueue}. */
export interface Turn {
  /** How many are before it. */
  readonly ahead: number;
  /** Resolves when it is this one's turn; `undefined` when it is already. */
  readonly ready: Promise<void> | undefined;
  /** Lets the next one have its turn; to be called whether the turn came or not. */
  leave(): void;
}

interface Line {
  last: Promise<void>;
  length: number;
}

/** First come, first served, in a line for each name. Those that leave early hold up nobody. */
export class TurnQueue {
  readonly #lines = new Map<string, Line>();

  enter(name: string): Turn {
    let line = this.#lines.get(name);
    const ready = line?.last;
    const ahead = line?.length ?? 0;
    if (line === undefined) {
      line = { last: Promise.resolve(), length: 0 };
      this.#lines.set(name, line);
    }
    const own = line;
    let resolveLeft: (() => void) | undefined;
    const left = new Promise<void>((resolve) => {
      resolveLeft = resolve;
    });
    own.last = ready === undefined ? left : ready.then(() => left);
    own.length += 1;
    return {
      ahead,
      ready,
      leave: () => {
        own.length -= 1;
        if (own.length === 0) this.#lines.delete(name);
        resolveLeft?.();
      },
    };
  }
}
