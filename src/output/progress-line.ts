import { displayWidth, oneLine, truncate } from './display-width.js';
import type { ProgressMark, ProgressState } from './progress.js';
import type { TerminalAbilities } from './progress-terminal.js';

/** A line as it is known to the display. */
export interface LineState extends ProgressState {
  readonly label: string;
  readonly mark?: ProgressMark | undefined;
}

/** What lines are made of on a terminal. */
export interface LineStyle extends Omit<TerminalAbilities, 'live'> {
  /** Columns there are. */
  readonly width: number;
  /** Columns that labels take, so that what follows is aligned. */
  readonly labelWidth: number;
}

const gap = '  ';
const barCells = 20;
/** Below this, the bar gives way to the text. */
const leastWidthForBar = 64;
/** SGR colours. */
const colors: Readonly<Record<ProgressMark | 'bar', number>> = { done: 32, skipped: 33, failed: 31, bar: 36 };

/** Draws one line that fits. */
export function drawLine(state: LineState, style: LineStyle): string {
  const { color, labelWidth, width } = style;
  const label = truncate(oneLine(state.label), labelWidth);
  const padding = ' '.repeat(Math.max(0, labelWidth - displayWidth(label)));
  const mark = markOf(state, style);
  const bar = state.mark === undefined && width >= leastWidthForBar ? barOf(state.fraction, style) : '';
  const percent = state.mark === undefined && state.fraction !== undefined ? percentOf(state.fraction) : '';
  const before = [mark, label + padding, bar, percent].filter((part) => part !== '');
  const room = width - displayWidth(before.join(gap)) - gap.length;
  const text = room > 0 ? truncate(oneLine(state.text), room) : '';
  const paint = (part: string, code: number): string => (color && part !== '' ? painted(part, code) : part);
  const parts = [
    paint(mark, colors[state.mark ?? 'bar']),
    label + padding,
    paint(bar, colors.bar),
    percent,
    text,
  ].filter((part) => part !== '');
  // Of a terminal narrower than the label only what fits: a line that wraps could not be drawn again.
  return displayWidth(before.join(gap)) > width ? truncate(before.join(gap), width) : parts.join(gap).trimEnd();
}

/** A text in the colour of how something ended. */
export function paintMark(text: string, mark: ProgressMark): string {
  return painted(text, colors[mark]);
}

function painted(text: string, code: number): string {
  return `\u001b[${code}m${text}\u001b[39m`;
}

/** ` 7 %`, always as wide. */
function percentOf(fraction: number): string {
  return `${String(Math.floor(clamp(fraction) * 100)).padStart(3)} %`;
}

function barOf(fraction: number | undefined, { unicode }: LineStyle): string {
  if (fraction === undefined) return '';
  const full = Math.floor(clamp(fraction) * barCells);
  const [filled, empty] = unicode ? ['█', '░'] : ['#', '-'];
  return filled.repeat(full) + empty.repeat(barCells - full);
}

function markOf({ mark }: LineState, { unicode }: LineStyle): string {
  if (mark === undefined) return '';
  const [done, skipped, failed] = unicode ? ['✔', '↷', '✖'] : ['+', '=', 'x'];
  return { done, skipped, failed }[mark];
}

function clamp(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}
