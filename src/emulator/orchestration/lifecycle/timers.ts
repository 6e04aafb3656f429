/** The timers of one emulator. */
export interface Timers {
  /** Calls once after a time, unless the returned function is called before. */
  after(ms: number, call: () => void): () => void;
  /** Ends all of them; later ones never fire. */
  close(): void;
}

/** The longest time a timer of this runtime can wait; a longer one would fire at once. */
const LONGEST_MS = 2_147_483_647;

/** Creates an empty set of timers. */
export function createTimers(): Timers {
  const pending = new Set<NodeJS.Timeout>();
  let closed = false;
  return {
    after: (ms, call) => {
      if (closed || ms > LONGEST_MS) return () => undefined;
      const timer = setTimeout(() => {
        pending.delete(timer);
        call();
      }, ms);
      pending.add(timer);
      return () => {
        pending.delete(timer);
        clearTimeout(timer);
      };
    },
    close: () => {
      closed = true;
      for (const timer of pending) clearTimeout(timer);
      pending.clear();
    },
  };
}
