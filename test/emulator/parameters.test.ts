import { parse, stringify } from 'node:querystring';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prettifyIssues } from '../../src/emulator/http/issues.js';
import { buildPageLink } from '../../src/emulator/http/page-link.js';
import type { ParameterRule } from '../../src/emulator/http/parameter-rules.js';
import { parseQueryText } from '../../src/emulator/http/query-text.js';
import { readParameters } from '../../src/emulator/http/read-parameters.js';

const read = (rule: ParameterRule, text: string): unknown => {
  const outcome = readParameters({ k: rule }, parseQueryText(text));
  return outcome.ok ? outcome.value.k : outcome.issues.map((issue) => issue.message);
};

const messages = (rule: ParameterRule, text: string): unknown => {
  const outcome = readParameters({ k: rule }, parseQueryText(text));
  return outcome.ok ? [] : outcome.issues;
};

const TEXT = fc.string({ unit: 'grapheme', maxLength: 12 });
const KEY = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 6 });

describe('query text', () => {
  it('reads back whatever querystring writes', () => {
    fc.assert(
      fc.property(fc.dictionary(KEY, fc.array(TEXT, { minLength: 1, maxLength: 3 })), (lists) => {
        const query = parseQueryText(stringify(lists));
        for (const [key, values] of Object.entries(lists)) {
          expect(query[key]).toEqual(values.length === 1 ? values[0] : values);
        }
        expect(Object.keys(query)).toHaveLength(Object.keys(lists).length);
      }),
    );
  });

  it('keeps commas, brackets and empty values, and decodes + and %20', () => {
    expect({ ...parseQueryText('a=1,2&b[]=x&c=&d=e+f%20g&a=3') }).toEqual({
      a: ['1,2', '3'],
      'b[]': 'x',
      c: '',
      d: 'e f g',
    });
  });
});

describe('page links', () => {
  it('keep every value and order, drop empty ones, and set the change', () => {
    fc.assert(
      fc.property(fc.dictionary(KEY, fc.array(TEXT, { minLength: 1, maxLength: 3 })), TEXT, (lists, cursor) => {
        const query = parseQueryText(stringify(lists));
        const link = buildPageLink('http://host/path', query, { cursor });
        const back = parse(link.split('?')[1] ?? '');
        const expected = Object.entries({ ...query, cursor })
          .map(([key, value]) => [key, [value].flat().filter((one) => one !== '')] as const)
          .filter(([, values]) => values.length > 0)
          .map(([key, values]) => [key, values.length === 1 ? values[0] : values]);
        expect(Object.entries(back)).toEqual(expected);
        expect(link).not.toMatch(/[!'()*| ]/);
      }),
    );
  });
});

describe('numbers', () => {
  it('agree with Number() and the limits for any text', () => {
    fc.assert(
      fc.property(fc.oneof(TEXT, fc.double().map(String), fc.integer().map(String)), (text) => {
        const number = Number(text);
        const outcome = readParameters({ k: { kind: 'number', min: -5, max: 5 } }, { k: text });
        const taken = Number.isFinite(number) && number >= -5 && number <= 5;
        expect(outcome.ok ? outcome.value.k : 'refused').toBe(taken ? number : 'refused');
      }),
    );
  });

  it('read an empty value as 0 and refuse a repeated key', () => {
    expect(read({ kind: 'number' }, 'k=')).toBe(0);
    expect(read({ kind: 'number' }, 'k=1&k=2')).toEqual(['Invalid input: expected number, received NaN']);
  });

  it('report limits in the words of the schema library', () => {
    expect(messages({ kind: 'number', max: 100 }, 'k=101')).toEqual([
      {
        origin: 'number',
        code: 'too_big',
        maximum: 100,
        inclusive: true,
        path: ['k'],
        message: 'Too big: expected number to be <=100',
      },
    ]);
    expect(read({ kind: 'number', min: 1 }, 'k=0')).toEqual(['Too small: expected number to be >=1']);
    expect(read({ kind: 'number', whole: true }, 'k=1.5')).toEqual(['Invalid input: expected int, received number']);
    expect(read({ kind: 'number' }, 'k=Infinity')).toEqual(['Invalid input: expected number, received Infinity']);
  });
});

describe('booleans', () => {
  it('strict: six words each, any case, nothing else', () => {
    for (const text of ['true', '1', 'YES', 'on', 'y', 'Enabled']) {
      expect(read({ kind: 'strictBoolean' }, `k=${text}`)).toBe(true);
    }
    for (const text of ['false', '0', 'No', 'off', 'n', 'DISABLED']) {
      expect(read({ kind: 'strictBoolean' }, `k=${text}`)).toBe(false);
    }
    expect(messages({ kind: 'strictBoolean' }, 'k=')).toMatchObject([
      { code: 'invalid_value', expected: 'stringbool' },
    ]);
    expect(read({ kind: 'strictBoolean' }, 'k=1&k=1')).toEqual(['Invalid input: expected string, received array']);
  });

  it('truthy: any text that is not empty is true', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const outcome = readParameters({ k: { kind: 'truthy' } }, { k: text });
        expect(outcome).toEqual({ ok: true, value: { k: text !== '' } });
      }),
    );
  });

  it('impossible over a query: every value is refused', () => {
    fc.assert(
      fc.property(fc.oneof(TEXT, fc.array(TEXT, { minLength: 2 })), (value) => {
        expect(readParameters({ k: { kind: 'unreachable', expected: 'boolean' } }, { k: value }).ok).toBe(false);
      }),
    );
    expect(read({ kind: 'unreachable', expected: 'number' }, 'k=1')).toEqual([
      'Invalid input: expected number, received string',
    ]);
  });
});

describe('lists', () => {
  const values = ['a', 'b'];

  it('repeat: one or more occurrences; a comma is part of the text', () => {
    expect(read({ kind: 'repeat', values }, 'k=a')).toEqual(['a']);
    expect(read({ kind: 'repeat', values }, 'k=a&k=b')).toEqual(['a', 'b']);
    expect(read({ kind: 'repeat' }, 'k=a,b')).toEqual(['a,b']);
    expect(messages({ kind: 'repeat', values }, 'k=a,b')).toEqual([
      {
        code: 'invalid_union',
        errors: [
          [{ code: 'invalid_value', values, path: [], message: 'Invalid option: expected one of "a"|"b"' }],
          [
            {
              expected: 'array',
              code: 'invalid_type',
              path: [],
              message: 'Invalid input: expected array, received string',
            },
          ],
        ],
        path: ['k'],
        message: 'Invalid input',
      },
    ]);
  });

  it('comma or repeat: both give the same list', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 2, maxLength: 6 }), (numbers) => {
        expect(read({ kind: 'numberList' }, `k=${numbers.join(',')}`)).toEqual(numbers);
        expect(read({ kind: 'numberList' }, numbers.map((one) => `k=${one}`).join('&'))).toEqual(numbers);
      }),
    );
    expect(read({ kind: 'numberList' }, 'k=')).toEqual([0]);
    expect(messages({ kind: 'choiceList', values }, 'k=a,c')).toMatchObject([{ path: ['k', 1] }]);
  });

  it('array only: a single occurrence is refused, a doubled one is not', () => {
    expect(read({ kind: 'arrayOnly', values }, 'k=a')).toEqual(['Invalid input: expected array, received string']);
    expect(read({ kind: 'arrayOnly', values }, 'k=a&k=a')).toEqual(['a', 'a']);
  });
});

describe('rule sets', () => {
  it('drop unknown keys, apply fallbacks and report all issues in rule order', () => {
    const rules = {
      limit: { kind: 'number', max: 9, fallback: 5 },
      sort: { kind: 'choice', values: ['x', 'y'], fallback: 'x' },
      tag: { kind: 'text' },
    } as const;
    expect(readParameters(rules, { 'tag[]': 'q', other: '1' })).toEqual({
      ok: true,
      value: { limit: 5, sort: 'x', tag: undefined },
    });
    const outcome = readParameters(rules, { tag: ['1', '2'], sort: 'z', limit: '10' });
    expect(outcome.ok ? '' : prettifyIssues(outcome.issues)).toBe(
      [
        '✖ Too big: expected number to be <=9\n  → at limit',
        '✖ Invalid option: expected one of "x"|"y"\n  → at sort',
        '✖ Invalid input: expected string, received array\n  → at tag',
      ].join('\n'),
    );
  });

  it('does not take inherited names for parameters', () => {
    expect(readParameters({ toString: { kind: 'text' } }, {})).toEqual({ ok: true, value: { toString: undefined } });
  });
});
