import type { Clock } from '@civitkit/core/client';
import { longestTimerMs } from '../waiting/longest-timer.js';
import { Seats } from '../waiting/seats.js';
import { ChangeReads } from './change-reads.js';
import { HoldLength } from './hold-length.js';

/** Held reads at a time. All limits together leave some of the 64 connections that a host gets to other calls. */
const heldReads = 32;
/** Reads at a time of those that wait for one of them to become free. */
const shortReads = 8;
/** Submits at a time. */
const submits = 16;

/** What a schedule is made of. */
export interface ScheduleParts {
  readonly clock: Clock;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
}

/**
 * Shares a bounded number of connections among all workflows that one client waits for: some reads are held by the server,
 * and whoever gets none of those asks at growing intervals meanwhile. The held ones go round.
 */
export class WatchSchedule {
  readonly clock: Clock;
  readonly random: () => number;
  /** What has been learnt of the server. */
  readonly changes: ChangeReads = new ChangeReads();
  /** What has been learnt of the way to it. */
  readonly holdLength: HoldLength = new HoldLength();
  readonly held: Seats = new Seats(heldReads);
  readonly short: Seats = new Seats(shortReads);
  readonly submits: Seats = new Seats(submits);
  readonly #members = new Set<() => void>();
  #cancelPause: (() => void) | undefined;

  constructor({ clock, random }: ScheduleParts) {
    this.clock = clock;
    this.random = random;
  }

  /** Whether no read may begin now. */
  get paused(): boolean {
    return this.#cancelPause !== undefined;
  }

  /** Calls `onResume` after every pause. */
  join(onResume: () => void): void {
    this.#members.add(onResume);
  }

  /** With the last member a pause ends too: its timer would be kept for nobody. */
  leave(onResume: () => void): void {
    this.#members.delete(onResume);
    if (this.#members.size > 0) return;
    this.#cancelPause?.();
    this.#cancelPause = undefined;
  }

  /** Begins no further reads for a while: the server counts all of them together. */
  pause(delayMs: number): void {
    this.#cancelPause ??= this.clock.schedule(
      () => {
        this.#cancelPause = undefined;
        for (const resume of this.#members) resume();
      },
      Math.min(longestTimerMs, delayMs),
    );
  }
}
