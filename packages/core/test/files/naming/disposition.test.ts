import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDisposition } from '../../../src/files/naming/disposition.js';
import { fileNameOf } from '../../../src/files/naming/file-name-of.js';
import { safeFileName } from '../../../src/files/naming/safe-name.js';

const latin1 = (text: string): string => Buffer.from(text).toString('latin1');

describe('parseDisposition', () => {
  it.each([
    ['quoted', 'attachment; filename="a b.safetensors"', 'a b.safetensors'],
    ['unquoted', 'attachment; filename=a.safetensors', 'a.safetensors'],
    ['with a star', "attachment; filename*=UTF-8''%C3%BC%20x.pt", 'ü x.pt'],
    ['both, the star first', 'attachment; filename*=UTF-8\'\'%C3%BC.pt; filename="u.pt"', 'ü.pt'],
    ['both, the star last', 'attachment; filename="u.pt"; filename*=UTF-8\'\'%C3%BC.pt', 'ü.pt'],
    ['a star in quotes', 'attachment; filename*="UTF-8\'\'%C3%BC.pt"', 'ü.pt'],
    ['a star in another charset', "attachment; filename*=windows-1251''%EC%EE%E4.pt", 'мод.pt'],
    ['a star in Latin-1', "attachment; filename*=iso-8859-1'en'%FC.pt", 'ü.pt'],
    ['a star in no charset there is', "attachment; filename=u.pt; filename*=martian''%FC.pt", 'u.pt'],
    ['a star that is no UTF-8', "attachment; filename=u.pt; filename*=UTF-8''%FF.pt", 'u.pt'],
    ['UTF-8 read as Latin-1', `attachment; filename="${latin1('モデル.pt')}"`, 'モデル.pt'],
    ['real Latin-1', 'attachment; filename="gr\u00FCn.pt"', 'grün.pt'],
    ['percent-encoded in quotes', 'attachment; filename="%E3%83%A2 100%.pt"', 'モ 100%.pt'],
    ['percent-encoded wrongly', 'attachment; filename="%FF%FE.pt"', '%FF%FE.pt'],
    ['an encoded word', 'attachment; filename="=?UTF-8?B?w7wucHQ=?="', 'ü.pt'],
    ['encoded words', 'attachment; filename="=?utf-8?Q?=C3=BC_1?= =?utf-8?Q?=2Ept?="', 'ü 1.pt'],
    ['escaped quotes', 'attachment; filename="a \\"b\\".pt"', 'a "b".pt'],
    ['a path of Windows', 'attachment; filename="C:\\temp\\new.pt"', 'C:\\temp\\new.pt'],
    ['in pieces', 'attachment; filename*0="long"; filename*1="name.pt"', 'longname.pt'],
    ['in encoded pieces', 'attachment; filename*0*=UTF-8\'\'%C3%BC; filename*1=" 50%.pt"', 'ü 50%.pt'],
    ['with odd spaces and case', 'ATTACHMENT ;FileName = "a.pt" ; size=3', 'a.pt'],
    ['with a semicolon inside', 'attachment; filename="a;b.pt"', 'a;b.pt'],
    ['without a type', 'filename="a.pt"', undefined],
    ['nothing but a type', 'inline', undefined],
    ['an empty name', 'attachment; filename=""', undefined],
    ['a broken quote', 'attachment; filename="a.pt', undefined],
  ])('reads a name that is %s', (_style, header, fileName) => {
    expect(parseDisposition(header).fileName).toBe(fileName);
  });

  it('says the type', () => {
    expect(parseDisposition('Inline; filename=a').type).toBe('inline');
    expect(parseDisposition('')).toEqual({ type: '' });
  });

  it('never throws, and what it gives can be made safe', () => {
    const pieces = fc.constantFrom(
      'attachment',
      ';',
      'filename',
      '*',
      '=',
      '"',
      '\\',
      "UTF-8''",
      '%',
      '%FF',
      '=?',
      '?B?',
      '?=',
      '0',
      '\u00FC',
      '\uD800',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
          fc.string(),
        ),
        (header) => {
          const { fileName } = parseDisposition(header);
          expect(safeFileName(fileName ?? '')).not.toMatch(/[/\\:]/u);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('fileNameOf', () => {
  it('prefers the name of the API, then that of the answer, then makes one', () => {
    const rest = { modelName: 'My/Model', versionName: 'v1', extension: 'safetensors' };
    const disposition = 'attachment; filename="../sent.pt"';
    expect(fileNameOf({ name: 'given.pt', disposition, ...rest })).toBe('given.pt');
    expect(fileNameOf({ name: '  ', disposition, ...rest })).toBe('sent.pt');
    expect(fileNameOf({ name: null, disposition: 'attachment', ...rest })).toBe('My_Model_v1.safetensors');
    expect(fileNameOf({})).toBe('unnamed');
  });
});
