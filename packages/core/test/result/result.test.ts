import { describe, expect, it } from 'vitest';
import {
  chainResult,
  mapResult,
  matchResult,
  type Result,
  unwrapResult,
  unwrapResultOr,
} from '../../src/result/result.js';

const good = succeed(2);
const bad = fail('no');

function succeed(value: number): Result<number, Error> {
  return { ok: true, value };
}

function fail(message: string): Result<number, Error> {
  return { ok: false, error: new Error(message) };
}

describe('results', () => {
  it('map and chain the value of a success and leave a failure alone', () => {
    expect(mapResult(good, (n) => n + 1)).toEqual({ ok: true, value: 3 });
    expect(mapResult(bad, (n) => n + 1)).toBe(bad);
    expect(chainResult(good, (n) => ({ ok: true, value: `${n}` }))).toEqual({ ok: true, value: '2' });
    expect(chainResult(good, () => bad)).toBe(bad);
    expect(chainResult(bad, () => good)).toBe(bad);
  });

  it('match, unwrap and fall back', () => {
    const handlers = { ok: (n: number) => n, error: (error: Error) => error.message };
    expect([matchResult(good, handlers), matchResult(bad, handlers)]).toEqual([2, 'no']);
    expect(unwrapResult(good)).toBe(2);
    expect(() => unwrapResult(bad)).toThrow('no');
    expect([unwrapResultOr(good, 0), unwrapResultOr(bad, 0)]).toEqual([2, 0]);
  });
});
