import type { Clock } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { displayWidth, oneLine } from './display-width.js';
import type { Progress, ProgressItem } from './progress.js';
import { drawLine, type LineState, type LineStyle } from './progress-line.js';
import type { TerminalAbilities } from './progress-terminal.js';

const escape = '\u001b';
const hideCursor = `${escape}[?25l`;
const showCursor = `${escape}[?25h`;
const clearBelow = `${escape}[J`;
/** At most ten frames a second. */
const frameMs = 100;
/** Where a terminal does not know its size. */
const usualColumns = 80;
const usualRows = 24;

/** Lines that are drawn again where they are, below everything that was printed before. */
export class LiveProgress implements Progress {
  readonly #terminal: CommandIo['terminal'];
  readonly #abilities: TerminalAbilities;
  readonly #clock: Clock;
  readonly #lines = new Set<{ state: LineState }>();
  #drawn = 0;
  #labelWidth = 0;
  #cancelFrame: (() => void) | undefined;
  #lastFrameAt = Number.NEGATIVE_INFINITY;
  #started = false;
  #closed = false;

  constructor(terminal: CommandIo['terminal'], abilities: TerminalAbilities, clock: Clock) {
    this.#terminal = terminal;
    this.#abilities = abilities;
    this.#clock = clock;
  }

  item(label: string): ProgressItem {
    const line = { state: { label, text: '' } as LineState };
    this.#lines.add(line);
    this.#labelWidth = Math.max(this.#labelWidth, displayWidth(oneLine(label)));
    return {
      update: (state) => {
        if (!this.#lines.has(line)) return;
        line.state = { label, ...state };
        this.#requestFrame();
      },
      end: (mark, text) => {
        if (!this.#lines.delete(line) || this.#closed) return;
        // It is not aligned with what still moves, so its name may be longer.
        const style = this.#style();
        const labelWidth = Math.min(displayWidth(oneLine(label)), Math.floor(style.width * 0.7));
        this.#print(drawLine({ label, mark, text }, { ...style, labelWidth }));
      },
    };
  }

  note(line: string): void {
    if (!this.#closed) this.#print(oneLine(line));
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#cancelFrame?.();
    this.#lines.clear();
    if (this.#started) this.#terminal.write(`${this.#erase()}${showCursor}`);
  }

  [Symbol.dispose](): void {
    this.close();
  }

  /** Now, or when the last frame is old enough. */
  #requestFrame(): void {
    if (this.#closed || this.#cancelFrame !== undefined) return;
    const dueIn = this.#lastFrameAt + frameMs - this.#clock.now();
    if (dueIn <= 0) this.#draw('');
    else {
      this.#cancelFrame = this.#clock.schedule(() => {
        this.#cancelFrame = undefined;
        this.#draw('');
      }, dueIn);
    }
  }

  /** A line that stays. */
  #print(line: string): void {
    this.#draw(`${line}\n`);
  }

  #draw(above: string): void {
    const style = this.#style();
    const states = Array.from(this.#lines, ({ state }) => state);
    const room = Math.max(1, (this.#terminal.rows ?? usualRows) - 1);
    const shown = states.length <= room ? states : states.slice(0, room - 1);
    const lines = shown.map((state) => drawLine(state, style));
    if (shown.length < states.length) lines.push(`… and ${states.length - shown.length} more`.slice(0, style.width));
    const begin = this.#started ? '' : hideCursor;
    // In one piece, or the terminal shows what is between.
    this.#terminal.write(`${begin}${this.#erase()}${above}${lines.map((line) => `${line}\n`).join('')}`);
    this.#started = true;
    this.#drawn = lines.length;
    this.#lastFrameAt = this.#clock.now();
  }

  /** Back to where the moving lines begin. */
  #erase(): string {
    const up = this.#drawn === 0 ? '' : `${escape}[${this.#drawn}A`;
    this.#drawn = 0;
    return `\r${up}${clearBelow}`;
  }

  #style(): LineStyle {
    const { color, unicode } = this.#abilities;
    const columns = this.#terminal.columns ?? 0;
    // One column stays free: some terminals wrap when the last one is written.
    const width = Math.max(1, (columns > 0 ? columns : usualColumns) - 1);
    return { color, unicode, width, labelWidth: Math.min(this.#labelWidth, Math.max(8, Math.floor(width * 0.4))) };
  }
}
