/** The threads of lanes that found no more files: those that still have one may use them. */
export class SpareThreads {
  readonly #lanes: number;
  #ended = 0;
  #lent = 0;

  constructor(lanes: number) {
    this.#lanes = lanes;
  }

  /** A lane has found no more files. */
  end(): void {
    this.#ended += 1;
  }

  /** Takes some of them for a file, and leaves as many to each of the other files. They must be given back. */
  take(): number {
    const working = Math.max(this.#lanes - this.#ended, 1);
    const taken = Math.ceil((this.#ended - this.#lent) / working);
    this.#lent += taken;
    return taken;
  }

  give(threads: number): void {
    this.#lent -= threads;
  }
}
