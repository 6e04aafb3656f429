import type { Seats } from '../../waiting/seats.js';
import type { Attention } from './polled-task.js';

/**
 * The place of a job among those that may be unfinished at a time. It is kept while somebody waits for the job, given back
 * at its end, and also when nobody waits: whether such a job is done is never seen, and a place must not be lost with it.
 */
export class JobSeat {
  readonly #seats: Seats;
  #mine = false;
  #taking = false;
  #attention: Attention = 'attended';

  constructor(seats: Seats) {
    this.#seats = seats;
  }

  /**
   * Waits for a place.
   *
   * @throws the signal's reason when that comes first
   */
  async take(signal: AbortSignal): Promise<void> {
    this.#taking = true;
    try {
      if (!this.#seats.tryTake()) await this.#seats.take(signal);
      this.#mine = true;
    } finally {
      this.#taking = false;
    }
    if (this.#attention === 'over') this.#leave();
  }

  /** Somebody waits again: takes a place if there is one, and goes without otherwise, for the job exists already. */
  attend(attention: Attention): void {
    this.#attention = attention;
    if (attention === 'over') this.#leave();
    else if (this.#taking) return;
    else if (attention === 'attended') this.#mine ||= this.#seats.tryTake();
    // Who awaits `submitted()` and then the job itself waits again in a moment.
    else if (this.#mine) setImmediate(() => this.#leaveUnattended());
  }

  #leaveUnattended(): void {
    if (this.#attention === 'unattended') this.#leave();
  }

  #leave(): void {
    if (!this.#mine) return;
    this.#mine = false;
    this.#seats.release();
  }
}
