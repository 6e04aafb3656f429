import type { Clock } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { LiveProgress } from './progress-live.js';
import { PlainProgress } from './progress-plain.js';
import { terminalAbilities } from './progress-terminal.js';

/** How far something is. */
export interface ProgressState {
  /** What is happening, such as `in the queue, 3 jobs before it`. */
  readonly text: string;
  /** 0 to 1; shown as a bar and in per cent. Left out while nobody can say. */
  readonly fraction?: number | undefined;
}

/** How something ended. */
export type ProgressMark = 'done' | 'skipped' | 'failed';

/** One thing that takes a while: one line. */
export interface ProgressItem {
  update(state: ProgressState): void;
  /** The last that is said of it; further updates are ignored. Logs have no marks: the text has to say it, too. */
  end(mark: ProgressMark, text: string): void;
}

/** Tells a person how far things are, on stderr. Close it whatever happens: it may have hidden the cursor. */
export interface Progress extends Disposable {
  /** Begins a line. */
  item(label: string): ProgressItem;
  /** Prints a line that stays, above what still moves. */
  note(line: string): void;
  /** Removes what still moves and gives the cursor back. Items that have not ended are forgotten. */
  close(): void;
}

/** What a display may be given. */
export interface ProgressOptions {
  readonly clock: Clock;
  /** Shows nothing at all, notes neither. */
  readonly quiet?: boolean | undefined;
}

/**
 * Creates the display that fits the terminal: lines that are redrawn at most ten times a second where there is one, and
 * otherwise (a file, a pipe, `CI`, `TERM=dumb`) lines one below the other, few and without any control characters.
 */
export function createProgress(io: CommandIo, { clock, quiet = false }: ProgressOptions): Progress {
  if (quiet) return silence;
  const abilities = terminalAbilities(io);
  return abilities.live
    ? new LiveProgress(io.terminal, abilities, clock)
    : new PlainProgress(io, clock, abilities.color);
}

const ignore = (): void => undefined;

const silence: Progress = {
  item: () => ({ update: ignore, end: ignore }),
  note: ignore,
  close: ignore,
  [Symbol.dispose]: ignore,
};
