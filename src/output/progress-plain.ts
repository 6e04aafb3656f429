import type { Clock } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { oneLine } from './display-width.js';
import type { Progress, ProgressItem, ProgressState } from './progress.js';
import { paintMark } from './progress-line.js';

/** A line for every so much that was done, or for every so many milliseconds, whichever comes first. */
const stepFraction = 0.1;
const stepMs = 10_000;

/** Lines one below the other, for logs. */
export class PlainProgress implements Progress {
  readonly #io: Pick<CommandIo, 'err'>;
  readonly #clock: Clock;
  readonly #color: boolean;
  #closed = false;

  /** @param color - where somebody insists on it: logs have none by themselves */
  constructor(io: Pick<CommandIo, 'err'>, clock: Clock, color: boolean) {
    this.#io = io;
    this.#clock = clock;
    this.#color = color;
  }

  item(label: string): ProgressItem {
    let last: (ProgressState & { readonly at: number }) | undefined;
    let ended = false;
    return {
      update: (state) => {
        const now = this.#clock.now();
        if (ended || (last !== undefined && !isNews(last, state, now))) return;
        last = { ...state, at: now };
        const percent = state.fraction === undefined ? '' : `${Math.floor(state.fraction * 100)} %, `;
        this.note(`${label}: ${percent}${state.text}`);
      },
      end: (mark, text) => {
        if (ended || this.#closed) return;
        ended = true;
        const line = oneLine(`${label}: ${text}`);
        this.#io.err(this.#color ? paintMark(line, mark) : line);
      },
    };
  }

  note(line: string): void {
    if (!this.#closed) this.#io.err(oneLine(line));
  }

  close(): void {
    this.#closed = true;
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/** Numbers within a text move all the time: what counts are its words. */
function isNews(last: ProgressState & { readonly at: number }, next: ProgressState, now: number): boolean {
  if (wordsOf(last.text) !== wordsOf(next.text)) return true;
  if (last.text === next.text && last.fraction === next.fraction) return false;
  if (Math.abs((next.fraction ?? 0) - (last.fraction ?? 0)) >= stepFraction) return true;
  return now - last.at >= stepMs;
}

function wordsOf(text: string): string {
  return text.replaceAll(/[\d.,:]+/g, '#');
}
