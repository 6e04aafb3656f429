/** How long a read is held while changes are wanted, after so many that brought nothing, by what is known of the server. */
const ladders = {
  unknown: [2, 5, 10],
  reported: [2, 5, 10, 20],
  ignored: [2, 5],
} as const;

/**
 * What is known of the server's `until=change`. Servers that have it answer a held read at the first change; older ones
 * ignore it and hold on until the end or until the time is over, so that short holds are all that shows progress there.
 */
export class ChangeReads {
  #known: keyof typeof ladders = 'unknown';

  /** Also short at first where changes are reported: one that came between two reads is seen by the next only. */
  holdSeconds(quietReads: number): number {
    const ladder = ladders[this.#known];
    return ladder[Math.min(quietReads, ladder.length - 1)] ?? ladder[0];
  }

  /** Learns from a held read that was answered before the end of the workflow. */
  learn(answer: { readonly early: boolean; readonly changed: boolean; readonly statusChanged: boolean }): void {
    if (answer.early && answer.changed) this.#known = 'reported';
    // Whatever a server takes for a change, a status is one.
    if (!answer.early && answer.statusChanged) this.#known = 'ignored';
  }
}
