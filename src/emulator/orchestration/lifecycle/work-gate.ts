import type { OpenStatus } from './work-status.js';

/** Stops work at a status, so that tests can look at it without a clock. */
export interface WorkGate {
  /** From now on whatever would leave this status stays in it. */
  hold(status: OpenStatus): void;
  /** Lets everything go on. */
  release(): void;
  /**
   * Goes on from a status: at once, or when it is released.
   *
   * @returns a function that forgets it, for work that has ended meanwhile
   */
  pass(status: OpenStatus, goOn: () => void): () => void;
}

/** Creates an open gate. */
export function createWorkGate(): WorkGate {
  const held = new Set<OpenStatus>();
  const waiting = new Set<() => void>();
  return {
    hold: (status) => {
      held.add(status);
    },
    release: () => {
      held.clear();
      const all = [...waiting];
      waiting.clear();
      for (const goOn of all) goOn();
    },
    pass: (status, goOn) => {
      if (!held.has(status)) {
        goOn();
        return () => undefined;
      }
      waiting.add(goOn);
      return () => waiting.delete(goOn);
    },
  };
}
