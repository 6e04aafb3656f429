import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Air } from '../../src/air/air.js';
import { compareAir, sameAir } from '../../src/air/compare-air.js';
import { formatAir } from '../../src/air/format-air.js';
import { parseAir, tryParseAir } from '../../src/air/parse-air.js';
import { airTypeWords } from '../../src/air/vocabulary.js';

const ecosystem = fc.constantFrom(
  'sd1',
  'sdxl',
  'hidream-o1',
  'wanvideo1_3b_t2v',
  'comfy',
  'other',
  'new-in-2030',
  'a/b',
);
const type = fc.oneof(
  fc.constantFrom(...airTypeWords.filter((word) => !['image', 'nodepack', 'nodepacklayer'].includes(word))),
  fc.constantFrom('other', 'unknown', 'hologram'),
);
const source = fc.constantFrom('civitai', 'civitai-r2', 'huggingface', 'orchestrator', 'ghcr', 'mirror/eu');
const digits = fc.stringMatching(/^\d{1,18}$/);
const segment = fc.stringMatching(/^[\w-]{1,8}$/);
/** An id keeps its dots, unless it begins as a number does. */
const path = fc
  .array(fc.stringMatching(/^[\w-][\w.-]{0,7}[\w-]$/), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('/'))
  .filter((text) => !/^\d+\./.test(text));
const fileId = segment;
const format = fc.stringMatching(/^[A-Za-z][\w-]{0,9}$/);
/** Versions that hold nothing a reader could take for a layer, a file id or a format. */
const version = fc.oneof(
  digits,
  segment,
  fc.stringMatching(/^v?\d(\.\d){1,3}$/),
  fc.stringMatching(/^sha256:[0-9a-f]{64}$/),
  fc.tuple(segment, segment).map(([branch, file]) => `${branch}/${file}`),
  fc.stringMatching(/^[\w%=,]{1,8}\+[a-z]{1,3}\.\d$/),
);
const words = fc.oneof(
  fc.record({ ecosystem, type, source }),
  fc.record({ ecosystem, source }),
  fc.record({ type: fc.constantFrom('model', 'lora', 'checkpoint', 'vae'), source }),
  fc.record({ source }),
);
const ending = fc.oneof(
  fc.record({ id: fc.oneof(digits, path) }),
  fc.record({ id: digits, format }),
  fc.record({ id: fc.oneof(digits, path), fileId }),
  fc.record({ id: fc.oneof(digits, path), fileId, format }),
  fc.record({ id: fc.oneof(digits, path), version }),
  fc.record({ id: fc.oneof(digits, path), version, format }),
  fc.record({ id: fc.oneof(digits, path), version, fileId }),
  fc.record({ id: fc.oneof(digits, path), version, fileId, format }),
  fc.record({ id: fc.oneof(digits, path), version: digits, layer: segment }),
  fc.record({ id: digits, version: digits, layer: segment, fileId, format }),
);
const air: fc.Arbitrary<Air> = fc.tuple(words, ending).map(([before, after]) => ({ ...before, ...after }));

test('an AIR that is written is read back as it was', () => {
  fc.assert(
    fc.property(air, (one) => {
      expect(parseAir(formatAir(one))).toStrictEqual({ ...one });
    }),
    { numRuns: 2000 },
  );
});

test('a text that is read is written back letter by letter, apart from prefixes and the case of words', () => {
  const alphabet = fc.constantFrom(
    ...'aZ09_-/.=,%+:@'.split(''),
    'urn:',
    'air:',
    'sdxl:',
    'lora:',
    'civitai:',
    '.tar',
    '+5',
  );
  fc.assert(
    fc.property(fc.array(alphabet, { maxLength: 14 }), (pieces) => {
      const text = pieces.join('');
      const read = tryParseAir(text);
      fc.pre(read !== undefined);
      const written = formatAir(read);
      expect(written.toLowerCase()).toBe(`urn:air:${text.replace(/^(?:urn:)?(?:air:)?/, '')}`.toLowerCase());
      expect(parseAir(written)).toStrictEqual(read);
      expect(formatAir(parseAir(written))).toBe(written);
    }),
    { numRuns: 2000 },
  );
});

test('nothing but a RangeError comes out, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), air.map(formatAir), fc.string()), (text) => {
      const outcome = attempt(text);
      expect(outcome instanceof RangeError || /^urn:air:[\x21-\x7e]+$/.test(String(outcome))).toBe(true);
      expect(tryParseAir(text) === undefined).toBe(outcome instanceof RangeError);
    }),
  );
});

test('the server reads what is written', () => {
  // the pattern of the generation API's contract
  const server =
    /^(?:urn:)?(?:air:)?(?:([\w\-/]+):)?(?:([\w\-/]+):)?([\w\-/]+):([\w\-/.]+)(?:@([\w\-/.=,%+:]+))?(?:\.([\w-]+))?$/;
  fc.assert(
    fc.property(air, (one) => {
      // a file id without a version is in the documentation and not in the pattern
      fc.pre(one.version !== undefined || one.fileId === undefined);
      const [, , , from, id] = server.exec(formatAir(one)) ?? [];
      expect(from).toBe(one.source);
      expect(id).toBe(one.version === undefined && one.format !== undefined ? `${one.id}.${one.format}` : one.id);
    }),
  );
});

test('the order is total and agrees with sameness', () => {
  const close = fc.oneof(
    air,
    fc.constantFrom<Air[]>(...['1', '01', '2', '10', 'a', 'B'].map((id) => ({ source: 'civitai', id }))),
  );
  fc.assert(
    fc.property(close, close, close, (a, b, c) => {
      expect(Math.sign(compareAir(a, b))).toBe(-Math.sign(compareAir(b, a)) + 0);
      expect(compareAir(a, b) === 0).toBe(sameAir(a, b));
      const [first, second, third] = [a, b, c].toSorted(compareAir) as [Air, Air, Air];
      expect(compareAir(first, second)).toBeLessThanOrEqual(0);
      expect(compareAir(second, third)).toBeLessThanOrEqual(0);
      expect(compareAir(first, third)).toBeLessThanOrEqual(0);
    }),
  );
});

function attempt(text: string): unknown {
  try {
    return formatAir(parseAir(text));
  } catch (error) {
    return error;
  }
}
