const longestSeconds = 30;
const shortestSeconds = 5;
const stepSeconds = 5;

/**
 * How long reads are held. Something between here and the server may cut what is held for too long: then they get half as
 * long as that one lasted, and longer again little by little.
 */
export class HoldLength {
  #seconds = longestSeconds;

  get seconds(): number {
    return this.#seconds;
  }

  /** A held read was answered. */
  succeeded(): void {
    this.#seconds = Math.min(longestSeconds, this.#seconds + stepSeconds);
  }

  /** A held read failed after so many milliseconds. */
  failedAfter(elapsedMs: number): void {
    if (elapsedMs < shortestSeconds * 1000) return;
    this.#seconds = Math.max(shortestSeconds, Math.min(this.#seconds, Math.floor(elapsedMs / 2000)));
  }
}
