import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from '../../src/transport/retry-after.js';

const now = Date.UTC(2026, 10, 21, 7, 0, 0);

describe('parseRetryAfter', () => {
  it.each([
    ['2', 2000],
    [' 120 ', 120_000],
    ['0', 0],
    ['0.25', 250],
    ['Sat, 21 Nov 2026 07:00:30 GMT', 30_000],
    ['Saturday, 21-Nov-26 07:00:30 GMT', 30_000],
    ['Sat Nov 21 07:00:30 2026 GMT', 30_000],
    ['Sat, 21 Nov 2026 06:00:00 GMT', 0],
    [undefined, undefined],
    ['', undefined],
    ['-1', undefined],
    ['soon', undefined],
    ['5 apples', undefined],
    ['2026-11-21', undefined],
    ['1e3', undefined],
  ])('reads %j as %j', (value, expected) => {
    expect(parseRetryAfter(value, now)).toBe(expected);
  });

  it('reads every HTTP date back to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (seconds) => {
        const text = new Date(now + seconds * 1000).toUTCString();
        return parseRetryAfter(text, now) === seconds * 1000;
      }),
    );
  });

  it('never gives a negative wait or NaN, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const wait = parseRetryAfter(text, now);
        return wait === undefined || wait >= 0;
      }),
    );
  });
});
