import type { OpenStatus } from './work-status.js';

/** Stops work at a status, so that tests can look at it without a clock. */
export interface WorkGate {
  /** From now on whatever would leave this status stays in it. */
  hold(status: OpenStatus): void;
  /** Lets everything go on. */
  release(): void;
  /**
   * Keeps what wants to go on from a status that is held.
   *
   * @returns a function that forgets it, for work that has ended meanwhile; `undefined` when nothing holds it
   */
  stop(status: OpenStatus, goOn: () => void): (() => void) | undefined;
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
    stop: (status, goOn) => {
      if (!held.has(status)) return undefined;
      waiting.add(goOn);
      return () => waiting.delete(goOn);
    },
  };
}
