import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outputRefs } from '../../src/steps/output-refs.js';

interface Output {
  readonly images: readonly { readonly url: string; readonly width: number }[];
  readonly labels: { readonly [name: string]: number };
  readonly then: string;
  readonly path: string;
}

const refs = outputRefs<Output>('hero', 'output');
const url = refs.images[0].url;

describe('a reference', () => {
  it('is written as $ref and path, wherever it stands', () => {
    expect(JSON.stringify(url)).toBe('{"$ref":"hero","path":"output.images[0].url"}');
    expect(JSON.stringify({ list: [url], map: { url } })).toBe(
      '{"list":[{"$ref":"hero","path":"output.images[0].url"}],"map":{"url":{"$ref":"hero","path":"output.images[0].url"}}}',
    );
  });

  it('has two members and no others', () => {
    expect(Object.keys(url)).toEqual(['$ref', 'path']);
    expect({ ...url }).toEqual({ $ref: 'hero', path: 'output.images[0].url' });
    expect('path' in url).toBe(true);
    expect('width' in url).toBe(false);
    expect(Object.entries(url)).toEqual([
      ['$ref', 'hero'],
      ['path', 'output.images[0].url'],
    ]);
  });

  it('is shown as what it is', () => {
    expect(inspect(url)).toBe("{ '$ref': 'hero', path: 'output.images[0].url' }");
  });

  it('can be awaited: it is no promise, though it has a member `then`', async () => {
    const awaited = await Promise.resolve(url);
    expect({ ...awaited }).toEqual({ $ref: 'hero', path: 'output.images[0].url' });
    expect({ ...refs.then }).toEqual({ $ref: 'hero', path: 'output.then' });
  });

  it('cannot be cloned as it is, and can as a copy', () => {
    expect(() => structuredClone(url)).toThrow(/could not be cloned/);
    expect(structuredClone({ ...url })).toEqual({ $ref: 'hero', path: 'output.images[0].url' });
  });

  it('cannot be changed', () => {
    expect(() => Object.assign(url, { path: 'output.other' })).toThrow(TypeError);
    expect(() => Reflect.deleteProperty(url, 'path')).not.toThrow();
    expect(url.path).toBe('output.images[0].url');
  });

  it.each([
    ['a template', () => `a picture of ${url as unknown as string}`],
    ['a sum', () => (url as unknown as string) + '.png'],
    ['a number', () => Number(url)],
  ])('is refused as part of %s', (_, use) => {
    expect(use).toThrow(
      /^The reference to hero, output\.images\[0\]\.url is no text yet: the server puts the value in later/,
    );
  });
});

describe('paths', () => {
  it('have brackets for numbers and dots for names', () => {
    expect(refs.images[12]?.width.path).toBe('output.images[12].width');
    expect(refs.labels['cat']?.path).toBe('output.labels.cat');
  });

  it('begin without a dot at the source itself', () => {
    const item = outputRefs<Output>('frame', '');
    expect({ ...item }).toEqual({ $ref: 'frame' });
    expect(JSON.stringify(item)).toBe('{"$ref":"frame"}');
    expect(item.images[0].url.path).toBe('images[0].url');
  });

  it.each(['', 'a.b', 'a[0]', ']'])('do not lead to a member called %j', (name) => {
    expect(() => refs.labels[name]).toThrow(
      new TypeError(`No path leads to the member ${JSON.stringify(name)}: paths have dots and brackets of their own.`),
    );
  });

  it('members called path and $ref are the reference’s own', () => {
    expect(refs.path).toBe('output');
    expect(refs.$ref).toBe('hero');
  });

  it('say every way through a value, and it can be read back', () => {
    const name = fc.stringMatching(/^[a-zA-Z_]\w*$/).filter((text) => text !== 'path' && text !== 'toJSON');
    const key = fc.oneof(name, fc.nat(99));
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 6 }), (keys) => {
        const last = keys.reduce<unknown>((at, one) => (at as Record<string | number, unknown>)[one], refs);
        const { path } = last as { readonly path: string };
        const read = Array.from(path.matchAll(/\[(\d+)\]|([^.[\]]+)/g), ([, index, text]) =>
          index === undefined ? text : Number(index),
        );
        expect(read).toEqual(['output', ...keys]);
      }),
    );
  });
});
