import { describe, expect, it } from 'vitest';
import { object, ref, report, text } from './report-on.js';
import type { SchemaNode } from './run-codegen.js';

describe('members', () => {
  it('of what is sent', () => {
    const before = { Sent: object({ gone: text, kept: text, needed: text, free: text }, ['free']) };
    const after = {
      Sent: object(
        { kept: text, needed: text, free: text, extra: text, must: text, preset: { ...text, default: 'a' } },
        ['needed', 'must', 'preset'],
      ),
    };
    expect(report(before, after)).toEqual([
      'Breaks',
      '  Sent.gone: the member is gone (it is refused or has no effect)',
      '  Sent.needed: is required now (bodies without it are refused)',
      '  Sent.must: a new member that is required (bodies without it are refused)',
      '',
      'Changes',
      '  Sent.free: may be left out now',
      '',
      'Adds',
      '  Sent.extra: the member',
      '  Sent.preset: the member, said to be required; the server has a value of its own',
    ]);
  });

  it('of what is answered', () => {
    const before = { Answered: object({ gone: text, sure: text, maybe: text }, ['sure']) };
    const after = { Answered: object({ sure: text, maybe: text, extra: text }, ['maybe', 'extra']) };
    expect(report(before, after)).toEqual([
      'Breaks',
      '  Answered.gone: the member is gone (code that reads it finds nothing)',
      '  Answered.sure: may be missing now (code that reads it finds nothing)',
      '',
      'Changes',
      '  Answered.maybe: is always there now',
      '',
      'Adds',
      '  Answered.extra: the member, always there',
    ]);
  });

  it('that move to the base or into every child are where they were', () => {
    const child = (properties: Record<string, Record<string, unknown>>): SchemaNode => ({
      allOf: [ref('Sent'), object({ kind: { enum: ['a'], type: 'string' }, ...properties })],
    });
    const base = (properties: Record<string, Record<string, unknown>>): SchemaNode => ({
      ...object({ kind: text, ...properties }, ['kind']),
      discriminator: { propertyName: 'kind', mapping: { a: '#/components/schemas/A', b: '#/components/schemas/B' } },
    });
    const low = { Sent: base({ up: text }), A: child({ down: text }), B: child({ down: text }) };
    const high = { Sent: base({ down: text }), A: child({ up: text }), B: child({ up: text }) };
    expect(report(low, high)).toEqual([]);
    expect(
      report({ ...low, Sent: base({ up: text }) }, { ...low, Sent: base({}), A: child({ down: text, up: text }) }),
    ).toEqual(['Breaks', '  Sent.up: the member is gone; still in A (it is refused or has no effect)']);
  });
});

describe('values', () => {
  const member = (value: Record<string, unknown>): SchemaNode => object({ value }, ['value']);
  const cases: readonly (readonly [
    Record<string, unknown>,
    Record<string, unknown>,
    sent: string,
    answered: string,
  ])[] = [
    [
      { type: 'string' },
      { type: 'integer' },
      'Breaks: is integer now, was string',
      'Breaks: is integer now, was string',
    ],
    [
      { type: 'integer' },
      { type: 'number' },
      'Changes: is number now, was integer',
      'Breaks: is number now, was integer',
    ],
    [
      { type: 'string' },
      { type: 'string', format: 'uri' },
      'Breaks: is string (uri) now, was string',
      'Breaks: is string (uri) now',
    ],
    [
      { type: 'array', items: text },
      { type: 'array', items: { type: 'number' } },
      'Breaks: is list of number now',
      'Breaks: is list of number',
    ],
    [{ type: 'string' }, { type: ['null', 'string'] }, 'Changes: may be null now', 'Breaks: may be null now'],
    [
      { type: ['null', 'string'] },
      { type: 'string' },
      'Breaks: may not be null any more',
      'Changes: is never null now',
    ],
    [
      { enum: ['a', 'b'], type: 'string' },
      { enum: ['a'], type: 'string' },
      'Breaks: no value "b" any more',
      'Removes: value "b"',
    ],
    [
      { enum: ['a'], type: 'string' },
      { enum: ['a', 'b', 'c'], type: 'string' },
      'Adds: value "b", "c"',
      'Adds: value "b", "c"',
    ],
    [{ type: 'string' }, { enum: ['a'], type: 'string' }, 'Breaks: takes "a" only now', 'Changes: is one of "a" now'],
    [
      { enum: ['a'], type: 'string' },
      { type: 'string' },
      'Changes: takes any value now',
      'Changes: takes any value now',
    ],
    [
      { type: 'integer', maximum: 150 },
      { type: 'integer', maximum: 100 },
      'Breaks: at most 100 now, was at most 150',
      'Changes: at most 100 now',
    ],
    [
      { type: 'integer', maximum: 100 },
      { type: 'integer', maximum: 150 },
      'Changes: at most 150 now, was at most 100',
      'Changes: at most 150',
    ],
    [
      { type: 'integer' },
      { type: 'integer', minimum: 1 },
      'Breaks: at least 1 now, was without a limit',
      'Changes: at least 1 now',
    ],
    [
      { type: 'integer', minimum: 1 },
      { type: 'integer' },
      'Changes: without a limit now, was at least 1',
      'Changes: without a limit',
    ],
    [
      { type: 'string', maxLength: 9 },
      { type: 'string', maxLength: 8 },
      'Breaks: at most 8 characters now, was at most 9 characters',
      'Changes: at most 8',
    ],
    [
      { type: 'array', minItems: 1 },
      { type: 'array', minItems: 2 },
      'Breaks: at least 2 items now, was at least 1 items',
      'Changes: at least 2',
    ],
    [{ type: 'string' }, { type: 'string', pattern: '^a' }, 'Breaks: has a pattern now', 'Changes: has a pattern now'],
    [
      { type: 'string', pattern: '^a' },
      { type: 'string' },
      'Changes: has no pattern any more',
      'Changes: has no pattern any more',
    ],
    [
      { type: 'integer', default: 1 },
      { type: 'integer', default: 2 },
      'Changes: default 2 now, was 1',
      'Changes: default 2 now, was 1',
    ],
  ];

  it.each(cases)('%j → %j', (before, after, sent, answered) => {
    const shown = (schema: string): readonly string[] => {
      const [effect, line = ''] = report({ [schema]: member(before) }, { [schema]: member(after) });
      return [`${effect}: ${line.slice(`  ${schema}.value: `.length)}`];
    };
    expect(shown('Sent')).toEqual([expect.stringContaining(sent)]);
    expect(shown('Answered')).toEqual([expect.stringContaining(answered)]);
  });

  it('within lists and maps', () => {
    const within = (maximum: number): SchemaNode =>
      object({
        list: { type: 'array', items: { type: 'integer', maximum } },
        map: { type: 'object', additionalProperties: { type: 'integer', maximum } },
      });
    expect(report({ Sent: within(2) }, { Sent: within(1) })).toEqual([
      'Breaks',
      '  Sent.list[]: at most 1 now, was at most 2 (what was allowed before is refused)',
      '  Sent.map{}: at most 1 now, was at most 2 (what was allowed before is refused)',
    ]);
  });
});
