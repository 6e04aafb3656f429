import { crc32, inflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQueryText, splitTarget } from '../../../src/emulator/http/query-text.js';
import { readImageSize } from '../../../src/emulator/orchestration/blobs/image-size.js';
import { plainPng } from '../../../src/emulator/orchestration/blobs/plain-png.js';
import { createSealedTokens } from '../../../src/emulator/orchestration/blobs/sealed-tokens.js';
import { createSignedLinks } from '../../../src/emulator/orchestration/blobs/signed-links.js';

/** The chunks of a PNG whose checksums are right. */
function chunksOf(png: Buffer): ReadonlyMap<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    if (crc32(body) === png.readUInt32BE(at + 8 + length)) chunks.set(body.toString('latin1', 0, 4), body.subarray(4));
    at += 12 + length;
  }
  return chunks;
}

describe('a plain picture', () => {
  it('is a whole PNG of its colour', () => {
    const chunks = chunksOf(plainPng(3, 2, [10, 20, 30]));
    expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
    const row = [0, 10, 20, 30, 10, 20, 30, 10, 20, 30];
    expect([...inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))]).toEqual([...row, ...row]);
  });
});

describe('the size of a picture', () => {
  it.each([
    ['PNG', plainPng(300, 200, [0, 0, 0]), { width: 300, height: 200 }],
    [
      'lossless WebP',
      Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64'),
      { width: 1, height: 1 },
    ],
    [
      'lossy WebP',
      Buffer.from('RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0\x30\x01\0\x9d\x01\x2a\x40\x01\xf0\0', 'latin1'),
      { width: 320, height: 240 },
    ],
    [
      'extended WebP',
      Buffer.from('RIFF\x24\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x3f\x01\0\xef\0\0', 'latin1'),
      { width: 320, height: 240 },
    ],
    ['JPEG', Buffer.from('ffd8ffe00004beefffc4000300ffc2000b080005000901011100ffd9', 'hex'), { width: 9, height: 5 }],
    ['JPEG without a frame', Buffer.from('ffd8ffe00004beefffd9', 'hex'), undefined],
    ['text', Buffer.from('these are no pictures at all, only words'), undefined],
    ['nothing', Buffer.alloc(0), undefined],
  ])('is read from %s', (_, bytes, size) => {
    expect(readImageSize(bytes)).toEqual(size);
  });

  it('is never a reason to fail', () => {
    fc.assert(
      fc.property(fc.constantFrom('ffd8ff', '89504e47', '524946460000000057454250'), fc.uint8Array(), (head, rest) => {
        readImageSize(Buffer.concat([Buffer.from(head, 'hex'), rest]));
      }),
    );
  });
});

describe('a sealed token', () => {
  it('opens to what was sealed, is always the same, and never opens once it is changed', () => {
    const tokens = createSealedTokens();
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), fc.integer({ min: 1, max: 255 }), (value, at, change) => {
        const token = tokens.seal(value);
        expect(tokens.open(token)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(tokens.seal(value)).toBe(token);
        const bytes = Buffer.from(token, 'base64url');
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ change;
        expect(tokens.open(bytes.toString('base64url'))).toBeUndefined();
      }),
    );
    expect(createSealedTokens().open(tokens.seal('other'))).toBeUndefined();
    expect(tokens.open('')).toBeUndefined();
  });
});

describe('a signed link', () => {
  it('works for its path until its end, or until all have ended', () => {
    let clock = 0;
    const links = createSignedLinks(() => clock);
    const { url, expiresAt } = links.sign('http://a.test', '/b', 60);
    const { queryText } = splitTarget(url);
    const check = (path: string, text = queryText): string => links.check(path, parseQueryText(text));
    expect([expiresAt, check('/b'), check('/c'), check('/b', '')]).toEqual([
      '1970-01-01T00:01:00.000Z',
      'valid',
      'wrong',
      'missing',
    ]);
    expect([check('/b', `${queryText}&exp=x`), check('/b', 'sig=a')]).toEqual(['wrong', 'wrong']);
    clock = 59_999;
    expect(check('/b')).toBe('valid');
    clock = 60_000;
    expect(check('/b')).toBe('expired');
    clock = 0;
    links.expireAll();
    expect([
      check('/b'),
      links.check('/b', parseQueryText(splitTarget(links.sign('', '/b', 1).url).queryText)),
    ]).toEqual(['expired', 'valid']);
  });
});
