import { isCivitaiError } from '@civitkit/core/client';
import type { Workflow } from '../generated/types.js';
import { failureDelayMs } from '../waiting/failure-delay.js';
import { heldAtLeastMs, newsSpacingMs, quietDelayMs } from './watch-pace.js';
import type { WatchSchedule } from './watch-schedule.js';
import type { Hold, Watched } from './watched.js';

/** The longest hold while others wait for a place. */
const contendedHoldSeconds = 10;
/** A hold that came back this long before its time came back early. */
const earlyByMs = 500;

/** Reads one workflow again and again: held while it has a place for that, else at growing intervals. */
export class Watch {
  readonly #watched: Watched;
  readonly #schedule: WatchSchedule;
  #place: 'none' | 'queued' | 'mine' = 'none';
  #asksForShort = false;
  #reading: { readonly controller: AbortController; readonly hold: Hold | undefined } | undefined;
  #cancelTimer: (() => void) | undefined;
  #resting = false;
  #quietReads = 0;
  #earlyReads = 0;
  #failures = 0;
  /** The last read was given up for another one. */
  #interrupted = false;
  #ended = false;

  constructor(watched: Watched, schedule: WatchSchedule) {
    this.#watched = watched;
    this.#schedule = schedule;
  }

  begin(): void {
    this.#schedule.join(this.#next);
    this.#next();
  }

  /** Stops at once; nothing stays behind. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#stopTimer();
    this.#leaveShort();
    this.#leavePlace();
    this.#schedule.leave(this.#next);
    this.#reading?.controller.abort();
  }

  /** Changes are wanted from now on: a read that is held until the end is not the right one any more. */
  wantChanges(): void {
    if (this.#reading?.hold?.until === 'completion') this.#reading.controller.abort();
  }

  /** The end is near: does not wait for the next turn. */
  hurry(): void {
    if (this.#reading !== undefined || this.#resting || this.#cancelTimer === undefined) return;
    this.#quietReads = 0;
    this.#stopTimer();
    this.#askForShort();
  }

  readonly #next = (): void => {
    if (this.#ended || this.#reading !== undefined || this.#resting || this.#schedule.paused) return;
    if (!this.#watched.isKnown()) {
      this.#askForShort();
      return;
    }
    if (this.#place === 'mine') {
      this.#readHeld();
      return;
    }
    if (this.#place === 'none') {
      this.#place = 'queued';
      this.#schedule.held.request(this.#onPlace, this.#watched.urgent);
    }
    if (this.#reading === undefined && !this.#asksForShort) this.#askLater();
  };

  /** Until there is a place for a held read. */
  #askLater(): void {
    this.#cancelTimer ??= this.#schedule.clock.schedule(
      () => {
        this.#cancelTimer = undefined;
        if (!this.#schedule.paused) this.#askForShort();
      },
      quietDelayMs(this.#quietReads, this.#schedule.random()),
    );
  }

  readonly #onPlace = (): void => {
    this.#place = 'mine';
    // A short read under way is about to be over, and goes on from here.
    if (this.#reading !== undefined) return;
    this.#stopTimer();
    this.#leaveShort();
    this.#next();
  };

  #askForShort(): void {
    if (this.#asksForShort) return;
    this.#asksForShort = true;
    this.#schedule.short.request(this.#onShort);
  }

  readonly #onShort = (): void => {
    this.#asksForShort = false;
    if (this.#schedule.paused) {
      this.#schedule.short.release();
      return;
    }
    void this.#read(undefined).finally(() => {
      this.#schedule.short.release();
      this.#next();
    });
  };

  #readHeld(): void {
    const { changes, held, holdLength } = this.#schedule;
    const longest = Math.min(holdLength.seconds, held.contended ? contendedHoldSeconds : Number.POSITIVE_INFINITY);
    const hold: Hold = this.#watched.wantsChanges()
      ? { waitSeconds: Math.min(longest, changes.holdSeconds(this.#quietReads)), until: 'change' }
      : { waitSeconds: longest, until: 'completion' };
    void this.#read(hold).finally(() => {
      // Whoever waits has its turn, and this one the next.
      if (held.contended && !this.#interrupted && !this.#watched.urgent) this.#leavePlace();
      this.#next();
    });
  }

  async #read(hold: Hold | undefined): Promise<void> {
    const { clock } = this.#schedule;
    const controller = new AbortController();
    const startedAt = clock.now();
    this.#reading = { controller, hold };
    // Somebody may set the clock meanwhile: then one pause is too long or missing, and no more than that.
    const elapsedMs = (): number => Math.max(0, clock.now() - startedAt);
    let restMs = 0;
    try {
      const workflow = await this.#watched.read(hold, controller.signal);
      if (!this.#ended) restMs = this.#took(workflow, hold, elapsedMs());
    } catch (error) {
      if (!controller.signal.aborted) {
        if (hold !== undefined) this.#schedule.holdLength.failedAfter(elapsedMs());
        restMs = this.#missed(error);
      }
    }
    this.#reading = undefined;
    this.#interrupted = controller.signal.aborted;
    if (!this.#ended && restMs > 0) this.#rest(restMs);
  }

  /** @returns how long to leave the server alone, in milliseconds */
  #took(workflow: Workflow, hold: Hold | undefined, elapsedMs: number): number {
    this.#failures = 0;
    const isFirst = !this.#watched.isKnown();
    const news = this.#watched.receive(workflow);
    this.#quietReads = news.changed || isFirst ? 0 : this.#quietReads + 1;
    if (hold === undefined) return 0;
    this.#schedule.holdLength.succeeded();
    const early = elapsedMs < hold.waitSeconds * 1000 - earlyByMs;
    if (hold.until === 'change') this.#schedule.changes.learn({ ...news, early });
    if (news.changed) {
      this.#earlyReads = 0;
      return Math.max(0, newsSpacingMs - elapsedMs);
    }
    if (!early || elapsedMs >= heldAtLeastMs) {
      this.#earlyReads = 0;
      return 0;
    }
    // It was not held, whyever: to ask again at once would be a busy loop. To miss the end would be worse.
    if (this.#watched.urgent) return Math.max(0, newsSpacingMs - elapsedMs);
    const delayMs = quietDelayMs(this.#earlyReads, this.#schedule.random());
    this.#earlyReads += 1;
    return Math.max(0, delayMs - elapsedMs);
  }

  /** @returns how long to leave the server alone, in milliseconds */
  #missed(error: unknown): number {
    this.#failures += 1;
    if (!isCivitaiError(error) || !error.retryable || this.#failures >= this.#watched.maxFailures) {
      this.#watched.fail(error);
      return 0;
    }
    const { retryAfterMs, status } = error;
    if (status === 429 && retryAfterMs !== undefined) this.#schedule.pause(retryAfterMs);
    return failureDelayMs(this.#failures, retryAfterMs, this.#schedule.random());
  }

  #rest(delayMs: number): void {
    this.#resting = true;
    this.#leavePlace();
    this.#stopTimer();
    this.#cancelTimer = this.#schedule.clock.schedule(() => {
      this.#cancelTimer = undefined;
      this.#resting = false;
      this.#next();
    }, delayMs);
  }

  #stopTimer(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }

  #leaveShort(): void {
    this.#asksForShort = false;
    this.#schedule.short.withdraw(this.#onShort);
  }

  #leavePlace(): void {
    const place = this.#place;
    this.#place = 'none';
    if (place === 'queued') this.#schedule.held.withdraw(this.#onPlace);
    if (place === 'mine') this.#schedule.held.release();
  }
}
