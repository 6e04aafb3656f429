import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { byteText } from '../../src/output/bytes.js';
import { factLines } from '../../src/output/facts.js';
import { fieldText, pickFields } from '../../src/output/fields.js';
import { printTable } from '../../src/output/items.js';
import { textLines } from '../../src/output/text-lines.js';
import { fakeIo } from './fake-io.js';

const item = {
  id: 1,
  creator: { username: 'a', image: null },
  files: [{ hashes: { A: 'x' } }, { hashes: {} }],
  no: null,
};

describe('pickFields', () => {
  it.each([
    [[['id']], { id: 1 }],
    [[['creator', 'username'], ['id']], { creator: { username: 'a' }, id: 1 }],
    [[['creator', 'username'], ['creator']], { creator: item.creator }],
    [[['files', 'hashes', 'A']], { files: [{ hashes: { A: 'x' } }, { hashes: {} }] }],
    [[['no', 'member']], { no: null }],
    [[['missing'], ['toString'], ['__proto__', 'x']], {}],
  ])('%j', (paths, expected) => {
    expect(pickFields(item, paths)).toEqual(expected);
    expect(pickFields([item], paths)).toEqual([expected]);
  });
});

describe('fieldText', () => {
  it.each([
    [['id'], '1'],
    [['files', 'hashes', 'A'], 'x'],
    [['creator'], '{"username":"a","image":null}'],
    [['creator', 'image'], ''],
    [['files', 'length'], ''],
  ])('%j is %j', (path, expected) => {
    expect(fieldText(item, path)).toBe(expected);
  });
});

describe('printTable', () => {
  it('fits the terminal, and shows nothing that could drive it', () => {
    const io = fakeIo({ cwd: tmpdir(), homeDirectory: tmpdir(), columns: 24 });
    const columns = [
      { header: 'Id', cell: ({ id }: { id: number }) => String(id) },
      { header: 'Name', shrinkTo: 6, cell: ({ name }: { name: string }) => name },
    ];
    printTable([{ id: 7, name: '\u001b[31mred\u0007 and a very long name' }], columns, undefined, io);
    expect(io.outLines).toEqual(['Id  Name', '7   [31mred  and a very…']);
    expect(io.outLines.every((line) => line.length <= 24)).toBe(true);
  });
});

describe('factLines and textLines', () => {
  it('leave out what is not known, and every control character', () => {
    const facts = factLines([
      ['A', null],
      ['B', undefined],
      ['C', []],
      ['D', ['x', '\u001b[2Jy']],
      ['E', false],
      ['F', 0],
    ]);
    expect(facts).toEqual(['D: x, [2Jy', 'E: no', 'F: 0']);
    expect(textLines('a\u001b]0;title\u0007\r\n    é\u001b[0m\n')).toEqual(['a ]0;title', '    é [0m', '']);
  });
});

describe('byteText', () => {
  it.each([
    [0, '0 bytes'],
    [1023, '1023 bytes'],
    [1024, '1.0 KiB'],
    [1024 * 1024 - 1, '1.0 MiB'],
    [6_938_078_334, '6.5 GiB'],
  ])('%i is %s', (bytes, text) => {
    expect(byteText(bytes)).toBe(text);
  });
});
