import { describe, expect, it } from 'vitest';
import { displayWidth, oneLine, truncate } from '../../src/output/display-width.js';
import { renderTable } from '../../src/output/table.js';

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['', 0],
    ['模型', 4],
    ['ｆｕｌｌ', 8],
    ['e\u0301', 1],
    ['🦊', 2],
    ['👩‍👩‍👧', 2],
    ['\u200bx', 1],
  ])('%j takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('truncate', () => {
  it('cuts by columns, never through a character', () => {
    expect(truncate('abcdef', 4)).toBe('abc…');
    expect(truncate('模型模型', 6)).toBe('模型…');
    expect(truncate('abc', 3)).toBe('abc');
  });
});

describe('oneLine', () => {
  it('takes out what could drive the terminal', () => {
    expect(oneLine('a\u001b[31mb\nc\u202ed\u0007')).toBe('a [31mb c d');
  });
});

describe('renderTable', () => {
  const columns = [
    { header: 'Name', shrinkTo: 6 },
    { header: 'Count', align: 'right' as const },
  ];

  it('aligns columns by what they show', () => {
    const rows = [
      ['模型', '1'],
      ['longer name', '1000000'],
    ];
    expect(renderTable(columns, rows)).toEqual([
      'Name           Count',
      '模型               1',
      'longer name  1000000',
    ]);
  });

  it('cuts the columns that may shrink until the lines fit', () => {
    const lines = renderTable(columns, [['a rather long name', '12345']], 20);
    expect(lines[1]).toBe('a rather lon…  12345');
    expect(lines.every((line) => displayWidth(line) <= 20)).toBe(true);
  });

  it('never cuts below the least width, and nothing without a width', () => {
    expect(renderTable(columns, [['a rather long name', '1']], 5)[1]).toBe('a rat…      1');
    expect(renderTable(columns, [['a rather long name', '1']])[1]).toBe('a rather long name      1');
  });

  it('keeps a row on one line', () => {
    expect(renderTable([{ header: 'A' }], [['x\ny']])).toEqual(['A', 'x y']);
  });
});
