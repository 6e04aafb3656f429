import type { Clock } from '../../transport/clock.js';
import { DirectoryWatchers } from './directory-watchers.js';
import { fingerprint } from './fingerprint.js';
import type { WatchedPlaces } from './watched-places.js';

/** How long files must stay the same before they are read: who writes one may not be finished. */
const settleMs = 100;
/** How often is looked without an event: some file systems and mounts send none. */
const pollMs = 5000;

/** What {@link PlaceWatch} needs. */
export interface PlaceWatchOptions {
  /** Where to look now; asked every time. */
  readonly places: () => WatchedPlaces;
  /** Called when something is different, and once in the beginning: it may have changed since it was read. */
  readonly onChange: () => void;
  /** Default: timers that do not keep the process running. */
  readonly schedule?: Clock['schedule'] | undefined;
}

/** Notices changes in files: by the system's events, and by looking from time to time. */
export class PlaceWatch {
  readonly #options: PlaceWatchOptions;
  readonly #schedule: Clock['schedule'];
  readonly #watchers = new DirectoryWatchers(() => {
    this.#lookSoon();
  });
  #cancelLook: (() => void) | undefined;
  #cancelPoll: (() => void) | undefined;
  #closed = false;
  /** What was seen last, and what was reported last. */
  #seen: string | undefined;
  #reported: string | undefined;

  constructor(options: PlaceWatchOptions) {
    this.#options = options;
    this.#schedule = options.schedule ?? scheduleInBackground;
    this.#watchers.follow(options.places());
    this.#lookSoon();
    this.#poll();
  }

  /** Looks at once and reports what is different, settled or not. */
  lookNow(): void {
    if (this.#closed) return;
    this.#seen = fingerprint(this.#options.places());
    this.#report(this.#seen);
  }

  /** Ends all watching. */
  close(): void {
    this.#closed = true;
    this.#cancelLook?.();
    this.#cancelPoll?.();
    this.#watchers.close();
  }

  #lookSoon(): void {
    // Not put off by further events: in a busy directory they never end.
    if (this.#closed || this.#cancelLook !== undefined) return;
    this.#cancelLook = this.#schedule(() => {
      this.#cancelLook = undefined;
      this.#look();
    }, settleMs);
  }

  #look(): void {
    if (this.#closed) return;
    const now = fingerprint(this.#options.places());
    if (now === this.#seen) {
      this.#report(now);
    } else {
      this.#seen = now;
      this.#lookSoon();
    }
  }

  #poll(): void {
    this.#cancelPoll = this.#schedule(() => {
      if (this.#closed) return;
      this.#watchers.follow(this.#options.places());
      this.#look();
      this.#poll();
    }, pollMs);
  }

  #report(now: string): void {
    if (now === this.#reported) return;
    this.#reported = now;
    this.#options.onChange();
    if (!this.#closed) this.#watchers.follow(this.#options.places());
  }
}

const scheduleInBackground: Clock['schedule'] = (callback, delayMs) => {
  const timer = setTimeout(callback, delayMs);
  timer.unref();
  return () => {
    clearTimeout(timer);
  };
};
