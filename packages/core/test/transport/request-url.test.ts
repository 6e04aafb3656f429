import { parse } from 'node:querystring';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeQuery } from '../../src/transport/query-string.js';
import { requestUrl } from '../../src/transport/request-url.js';

const root = 'https://civitai.test/prefix/api/v1';

describe('requestUrl', () => {
  it('keeps every segment in its place, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (segment) => {
        fc.pre(segment !== '.' && segment !== '..');
        const url = new URL(requestUrl(root, { operation: 't', method: 'GET', path: ['models', segment] }));
        const [, ...parts] = url.pathname.split('/');
        return (
          parts.length === 5 &&
          parts[3] === 'models' &&
          decodeURIComponent(parts[4] ?? '') === segment &&
          url.search === ''
        );
      }),
    );
  });

  it.each(['', '.', '..'])('refuses the segment "%s", which would climb', (segment) => {
    expect(() => requestUrl(root, { operation: 't', method: 'GET', path: ['models', segment] })).toThrow(TypeError);
  });
});

describe('writeQuery', () => {
  it('writes what the server reads back: lists as repeated keys, spaces as %20', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.string({ minLength: 1, unit: 'grapheme' }), value), { selector: ([name]) => name }),
        (entries) => {
          const text = writeQuery(entries);
          const read = parse(text);
          expect(text).not.toContain('+');
          for (const [name, written] of entries) {
            const list = Array.isArray(written) ? written.map(String) : [String(written)];
            expect([read[name]].flat()).toEqual(list);
          }
        },
      ),
    );
  });

  it('keeps the order', () => {
    expect(
      writeQuery([
        ['limit', 1],
        ['types', ['LORA', 'VAE']],
        ['nsfw', false],
      ]),
    ).toBe('limit=1&types=LORA&types=VAE&nsfw=false');
  });
});
