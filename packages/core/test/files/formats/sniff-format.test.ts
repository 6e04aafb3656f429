import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentBytes } from '../../../../../src/emulator/catalogue/file-content.js';
import { correctExtension } from '../../../src/files/formats/correct-extension.js';
import { type FileFormat, formatFacts } from '../../../src/files/formats/file-format.js';
import { isPickleFormat } from '../../../src/files/formats/pickle-format.js';
import { sniffFormat } from '../../../src/files/formats/sniff-format.js';
import { safetensorsBytes } from '../hashing/reference-hashes.js';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const ftyp = (brand: string, ...compatible: readonly string[]): string =>
  `\0\0\0${String.fromCharCode(16 + compatible.length * 4)}ftyp${brand}\0\0\0\0${compatible.join('')}\0\0\0\x08mdat`;
const matroska = (type: string): string =>
  `\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82${String.fromCharCode(0x80 + type.length)}${type}`;
const png = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR';
const jpg = '\xff\xd8\xff\xe0\0\x10JFIF';
const zip = (name: string): string => `PK\x03\x04${'\0'.repeat(22)}${String.fromCharCode(name.length)}\0\0\0${name}`;

const beginnings: readonly (readonly [FileFormat | undefined, string])[] = [
  ['png', png],
  ['jpg', jpg],
  ['jpg', '\xff\xd8\xff\xdb'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
  ['webp', 'RIFF\x24\0\0\0WEBPVP8 '],
  ['wav', 'RIFF\x24\0\0\0WAVEfmt '],
  ['avi', 'RIFF\x24\0\0\0AVI LIST'],
  [undefined, 'RIFF\x24\0\0\0XXXX'],
  ['avif', ftyp('avif')],
  ['avif', ftyp('avis', 'avif')],
  ['avif', ftyp('mif1', 'miaf', 'avif')],
  ['heic', ftyp('heic')],
  ['heic', ftyp('mif1', 'heic')],
  ['heic', ftyp('hevc')],
  ['mp4', ftyp('isom', 'avif')],
  ['mp4', ftyp('mp42')],
  ['mov', ftyp('qt  ')],
  ['mov', '\0\0\0\x08wide\0\0\0\0mdat'],
  ['m4a', ftyp('M4A ')],
  ['webm', matroska('webm')],
  ['mkv', matroska('matroska')],
  ['jxl', '\xff\x0a\xfa\x1f'],
  ['jxl', '\0\0\0\x0cJXL \r\n\x87\n'],
  ['bmp', 'BM\x9a\0\0\0\0\0\0\0\x36\0\0\0\x28'],
  [undefined, 'BM is how this text begins'],
  ['tiff', 'II*\0\x08\0\0\0'],
  ['tiff', 'MM\0*\0\0\0\x08'],
  ['ico', '\0\0\x01\0\x01\0'],
  ['mp3', 'ID3\x04\0'],
  ['mp3', '\xff\xfb\x90\x64'],
  [undefined, '\xff\xff\xff\xff'],
  ['flac', 'fLaC\0\0\0\x22'],
  ['ogg', 'OggS\0\x02'],
  ['safetensors', Buffer.from(safetensorsBytes(new Uint8Array(4))).toString('latin1')],
  // A header of 640 bytes has the length 0x280, which looks like a pickle of protocol 2.
  ['safetensors', '\x80\x02\0\0\0\0\0\0{"a"'],
  [undefined, '\xff\xff\xff\xff\xff\xff\xff\x7f{"a"'],
  ['gguf', 'GGUF\x03\0\0\0'],
  ['pickle', '\x80\x02}q\x01.'],
  ['pickle', '\x80\x04\x95\0'],
  [undefined, '\x80\x07abc'],
  ['zip', zip('archive/data.pkl')],
  ['zip', 'PK\x05\x06\0\0'],
  [undefined, 'PKPK'],
  ['gzip', '\x1f\x8b\x08\0'],
  ['7z', '7z\xbc\xaf\x27\x1c\0\x04'],
  ['rar', 'Rar!\x1a\x07\x01\0'],
  ['pdf', '%PDF-1.7'],
  ['html', '<!DOCTYPE html><html lang="en">'],
  ['html', '\xef\xbb\xbf\r\n  <HTML>'],
  ['html', '<!-- a comment --><head><title>Sign in'],
  ['html', `<!-- ${'long '.repeat(200)}`],
  ['html', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C">'],
  ['html', '<h1>502 Bad Gateway</h1>'],
  ['svg', '<svg xmlns="http://www.w3.org/2000/svg">'],
  ['svg', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">'],
  ['xml', '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code>'],
  ['xml', '<Error><Code>NoSuchKey</Code></Error>'],
  ['json', '{"error":"Unauthorized"}'],
  ['json', '{}'],
  ['json', '[ {"id": 1}]'],
  ['json', '[]'],
  [undefined, '{\0\0"'],
  [undefined, '{not json'],
  [undefined, '<3 is no page'],
  [undefined, 'plain text'],
  [undefined, ''],
];

describe('sniffFormat', () => {
  it.each(beginnings)('%s: %j', (format, text) => {
    expect(sniffFormat(bytes(text))).toBe(format);
  });

  it('knows the model files of the emulator', () => {
    expect(sniffFormat(contentBytes({ key: 'a', format: 'SafeTensor' }))).toBe('safetensors');
    expect(sniffFormat(contentBytes({ key: 'a', format: 'GGUF' }))).toBe('gguf');
  });

  it('takes any bytes, and looks at the beginning only', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 700 }), fc.constantFrom(...beginnings), (rest, [, text]) => {
        const all = Buffer.concat([bytes(text), rest]);
        const format = sniffFormat(all);
        expect(format === undefined || formatFacts(format).extensions.length > 0).toBe(true);
        expect(sniffFormat(all.subarray(0, 512))).toBe(format);
        expect(sniffFormat(rest)).toBe(sniffFormat(rest.slice()));
      }),
    );
  });
});

describe('correctExtension', () => {
  it.each([
    ['image.jpeg', png, 'image.png'],
    ['image.PNG', png, 'image.PNG'],
    ['image.jpeg', jpg, 'image.jpeg'],
    ['folder.v1/image', png, 'folder.v1/image.png'],
    ['take.2', ftyp('isom'), 'take.2.mp4'],
    ['clip.mp4', matroska('webm'), 'clip.webm'],
    ['image.', png, 'image.png'],
    ['image.jpeg', '<!doctype html>', 'image.jpeg'],
    ['model.safetensors', '\x80\x02}', 'model.safetensors'],
    ['model.ckpt', zip('archive/data.pkl'), 'model.ckpt'],
    ['image.jpeg', 'unknown', 'image.jpeg'],
  ])('%s', (name, text, expected) => {
    expect(correctExtension(name, bytes(text))).toBe(expected);
    expect(correctExtension(expected, bytes(text))).toBe(expected);
  });
});

describe('isPickleFormat', () => {
  it.each([
    ['model.ckpt', undefined, true],
    ['MODEL.PT', undefined, true],
    ['weights.bin', undefined, true],
    ['model.safetensors', undefined, false],
    ['model.gguf', undefined, false],
    ['model.safetensors', '\x80\x02}', true],
    ['archive.zip', zip('archive/data.pkl'), true],
    ['images.zip', zip('one.png'), false],
    ['short.zip', 'PK\x03\x04', false],
    ['model.ckpt', '\x10\0\0\0\0\0\0\0{', true],
  ])('%s %j', (name, text, expected) => {
    expect(isPickleFormat(name, text === undefined ? undefined : bytes(text))).toBe(expected);
  });
});
