import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from '../../../src/files/naming/name-key.js';
import { safeFileName, safeFolderName } from '../../../src/files/naming/safe-name.js';
import { useTemporaryFolder } from '../use-temporary-folder.js';

const folder = useTemporaryFolder();

describe('safeFileName', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\evil.dll', 'evil.dll'],
    ['/etc/shadow', 'shadow'],
    ['C:\\Windows\\win.ini', 'win.ini'],
    ['C:evil.pt', 'C_evil.pt'],
    ['\\\\server\\share\\x.safetensors', 'x.safetensors'],
    ['file.txt:stream', 'file.txt_stream'],
    ['a<b>c"d|e?f*g.pt', 'a_b_c_d_e_f_g.pt'],
    ['nul\0byte.pt', 'nul_byte.pt'],
    ['tab\tand\nline.pt', 'tab_and_line.pt'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['\uFEFFbom.pt', 'bom.pt'],
    ['CON', 'CON_'],
    ['con.safetensors', 'con_.safetensors'],
    ['NUL.tar.gz', 'NUL_.tar.gz'],
    ['Lpt\u00B2.bin', 'Lpt\u00B2_.bin'],
    ['COM0', 'COM0_'],
    ['aux .pt', 'aux_.pt'],
    ['CONSOLE.pt', 'CONSOLE.pt'],
    ['name. . .', 'name'],
    ['  name.pt  ', 'name.pt'],
    ['..', 'unnamed'],
    ['.', 'unnamed'],
    ['', 'unnamed'],
    ['folder/', 'unnamed'],
    ['e\u0301.pt', '\u00E9.pt'],
    ['half\uD800.pt', 'half_.pt'],
    ['.hidden', '.hidden'],
    ['モデル v1.safetensors', 'モデル v1.safetensors'],
    ['👨‍👩‍👧.pt', '👨‍👩‍👧.pt'],
  ])('makes %j %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('falls back to what it is told, made safe as well', () => {
    expect(safeFileName('..', { fallback: 'model:1' })).toBe('model_1');
    expect(safeFileName('..', { fallback: '..' })).toBe('unnamed');
  });

  it('shortens the stem alone, between two characters as people see them', () => {
    const name = safeFileName(`${'é'.repeat(300)}.safetensors`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(207);
    expect(name).toMatch(/^é+\.safetensors$/u);
    const families = safeFileName(`${'👨‍👩‍👧'.repeat(30)}.pt`, { suffix: '-mid_1-vid_2' });
    expect(families).toMatch(/^(?:👨‍👩‍👧)+-mid_1-vid_2\.pt$/u);
  });

  it('survives one character with a thousand accents, and megabytes', () => {
    const accents = safeFileName(`a${'\u0300'.repeat(1000)}.pt`);
    expect(accents).toMatch(/^.+\.pt$/u);
    expect(Buffer.byteLength(accents)).toBeLessThanOrEqual(207);
    expect(safeFileName(`${'. '.repeat(2_000_000)}x.pt`)).toMatch(/\.pt$/u);
    expect(safeFileName(`CON${'\u0300'.repeat(400)}`)).not.toBe('CON');
  });

  it('keeps the suffix whole, whatever is cut', () => {
    expect(safeFileName('style.safetensors', { suffix: ' [v12]' })).toBe('style [v12].safetensors');
    expect(safeFileName('x'.repeat(400), { suffix: '-vid_7' })).toMatch(/^x+-vid_7$/u);
    expect(safeFileName('CON', { suffix: '.' })).toBe('CON_');
  });

  it('refuses options that leave no room', () => {
    expect(() => safeFileName('a', { reserveBytes: 240 })).toThrow(RangeError);
    expect(() => safeFileName('a', { suffix: 'x'.repeat(200) })).toThrow('at least 32');
    expect(() => safeFileName('a', { reserveBytes: Number.NaN })).toThrow(RangeError);
  });
});

it('safeFolderName keeps what looks like a path as one name', () => {
  expect(safeFolderName('and/or \\ both.')).toBe('and_or _ both');
  expect(safeFolderName('../..')).toBe('.._');
  expect(safeFolderName('v1.5 by me')).toBe('v1.5 by me');
});

/** Any text, with a taste for what makes trouble. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        '..',
        '.',
        '/',
        '\\',
        ':',
        ' ',
        'CON',
        'com\u00B9',
        'nul',
        '\0',
        '\u202E',
        '\u0338',
        'é',
        '<',
        '😀',
        '.pt',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
);

/** What no system may be given: an independent statement of the rules. */
function expectSafe(name: string): void {
  expect(name).not.toBe('');
  // eslint-disable-next-line no-control-regex
  expect(name).not.toMatch(/[\u0000-\u001F\u007F-\u009F<>:"|?*/\\\u202A-\u202E\u2066-\u2069]/u);
  expect(name).not.toMatch(/[\s.]$/u);
  expect(name).not.toMatch(/^\s/u);
  expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d|com[¹²³]|lpt[¹²³])\s*(?:\.|$)/iu);
  expect(name).toBe(name.normalize('NFC'));
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(207);
  expect(Buffer.from(name).toString()).toBe(name);
}

describe('any name at all', () => {
  it.each([
    ['file', safeFileName],
    ['folder', safeFolderName],
  ])('is safe as that of a %s, and stays as it is when it is made safe again', (_kind, make) => {
    fc.assert(
      fc.property(nasty, (name) => {
        const safe = make(name);
        expectSafe(safe);
        expect(make(safe)).toBe(safe);
      }),
      { numRuns: 2000 },
    );
  });

  it('can be written, with everything that is put behind it', () => {
    fc.assert(
      fc.property(nasty, (name) => {
        writeFileSync(join(folder(), `${safeFileName(name)}.0123456789ab.part`), '');
      }),
      { numRuns: 200 },
    );
  });

  it('is kept within other limits, with its suffix', () => {
    fc.assert(
      fc.property(nasty, (name) => {
        const safe = safeFileName(name, { maxBytes: 143, reserveBytes: 20, suffix: '-vid_12' });
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(123);
        expect(safe).toContain('-vid_12');
      }),
      { numRuns: 500 },
    );
  });
});

describe('nameKey', () => {
  it.each([
    ['Model.PT', 'model.pt'],
    ['\u00E9.pt', 'e\u0301.pt'],
    ['STRASSE', 'straße'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
    ['name. ', 'name'],
    ['a\u200Db', 'ab'],
    ['Ångström', '\u212Bngstro\u0308m'],
  ])('holds %j and %j for one', (left, right) => {
    expect(nameKey(left)).toBe(nameKey(right));
  });

  it('tells others apart, and is its own key', () => {
    expect(nameKey('a.pt')).not.toBe(nameKey('b.pt'));
    fc.assert(
      fc.property(nasty, (name) => {
        const safe = safeFileName(name);
        expect(nameKey(safe.toUpperCase())).toBe(nameKey(safe));
        expect(nameKey(safe.normalize('NFD'))).toBe(nameKey(safe));
        expect(nameKey(nameKey(safe))).toBe(nameKey(safe));
      }),
      { numRuns: 1000 },
    );
  });
});
