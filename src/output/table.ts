import { displayWidth, oneLine, truncate } from './display-width.js';

/** One column of a table. */
export interface TableColumn {
  readonly header: string;
  readonly align?: 'left' | 'right';
  /** Gives way, down to this many characters, when the terminal is too narrow. Other columns are never cut. */
  readonly shrinkTo?: number;
}

const gap = '  ';

/**
 * Rows as aligned lines, the header first. With a `width`, the columns that may shrink are cut until the lines fit; without
 * one (output to a file or a pipe) nothing is cut.
 */
export function renderTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width?: number,
): string[] {
  const cells = rows.map((row) => columns.map((_, index) => oneLine(row[index] ?? '')));
  const natural = columns.map(({ header }, index) =>
    Math.max(displayWidth(header), ...cells.map((row) => displayWidth(row[index] ?? ''))),
  );
  const widths = width === undefined ? natural : shrink(columns, natural, width);
  return [columns.map(({ header }) => header), ...cells].map((row) => renderRow(columns, row, widths));
}

/** Takes the missing room from the widest column that may still give. */
function shrink(columns: readonly TableColumn[], natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, one) => sum + one, gap.length * (columns.length - 1)) - width;
  while (excess > 0) {
    const giving = columns
      .map(({ shrinkTo }, index) => ({ index, now: widths[index] ?? 0, least: shrinkTo ?? Infinity }))
      .filter(({ now, least }) => now > least)
      .toSorted((a, b) => b.now - a.now)[0];
    if (giving === undefined) break;
    widths[giving.index] = giving.now - 1;
    excess -= 1;
  }
  return widths;
}

function renderRow(columns: readonly TableColumn[], row: readonly string[], widths: readonly number[]): string {
  const parts = columns.map(({ align }, index) => {
    const text = truncate(row[index] ?? '', widths[index] ?? 0);
    const padding = ' '.repeat(Math.max(0, (widths[index] ?? 0) - displayWidth(text)));
    return align === 'right' ? padding + text : text + padding;
  });
  return parts.join(gap).trimEnd();
}
