/** Prints rows under headings, every column as wide as its longest cell, numbers to the right. */
export function printTable(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const lines = [headings, ...rows].map((row) => row.map(String));
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines) {
    const cells = line.map((cell, column) => align(cell, widths[column] ?? 0));
    console.log(`  ${cells.join('  ')}`.trimEnd());
  }
}

function align(cell: string, width: number): string {
  return /^[\d,]+$/.test(cell) ? cell.padStart(width) : cell.padEnd(width);
}

/** Text cut to a length that a table can hold. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
