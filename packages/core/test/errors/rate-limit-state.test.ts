import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { json } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { exhaustedForMs, readRateLimits } from '../../src/errors/rate-limit-state.js';
import { getThing, raw, testPipeline } from '../support.js';
import { useLoopback } from '../use-loopback.js';

const loopback = useLoopback();

describe('readRateLimits', () => {
  it.each<[string, string, string | undefined, readonly object[]]>([
    [
      'one entry and its policy',
      '"buzz";r=940;t=12',
      '"buzz";q=1000;w=60',
      [{ name: 'buzz', remaining: 940, resetMs: 12_000, quota: 1000, windowMs: 60_000 }],
    ],
    [
      'several entries, each with its own policy',
      '"buzz";r=0;t=12 ,\t"a, \\"b\\"; c"; r=3 ; t=1'.replace(' ; t', ';t'),
      '"a, \\"b\\"; c";q=5, "other";q=1',
      [
        { name: 'buzz', remaining: 0, resetMs: 12_000 },
        { name: 'a, "b"; c', remaining: 3, resetMs: 1000, quota: 5 },
      ],
    ],
    [
      'a name without quotes, and parameters it does not know',
      'default;r=1;pk=:dXNlcg==:;x;y="z";u=?1',
      undefined,
      [{ name: 'default', remaining: 1 }],
    ],
    ['an entry without a rest', '"a";t=5, "b";r=2', undefined, [{ name: 'b', remaining: 2 }]],
    ['the last of a parameter that comes twice', '"a";r=5;r=0;t=1;t=-3', undefined, [{ name: 'a', remaining: 0 }]],
  ])('reads %s', (_name, limit, policy, expected) => {
    const headers = { ratelimit: limit, ...(policy === undefined ? {} : { 'ratelimit-policy': policy }) };
    expect(readRateLimits(headers)).toEqual(expected);
  });

  it.each([
    '',
    '"a";r=1,',
    ',"a";r=1',
    '"a;r=0;t=5',
    '"a";r=0;t=5 "b";r=0;t=6',
    '"a";r=0;t=99999999999999999999',
    'limit=100, remaining=0, reset=50',
    '("a" "b");r=0;t=5',
    '0;r=0;t=5',
    `"${'a'.repeat(5000)}";r=0;t=5`,
  ])('ignores what is not well-formed: %s', (header) => {
    expect(readRateLimits({ ratelimit: header })).toEqual([]);
  });

  it('never fails, and gives whole numbers only', () => {
    const piece = fc.constantFrom(
      '"a"',
      'b',
      ';',
      'r=',
      't=',
      '0',
      '12',
      ',',
      ' ',
      '"',
      '\\',
      '=',
      ':',
      '?1',
      '-',
      '.5',
    );
    const header = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(header, header, (limit, policy) => {
        for (const { name, ...numbers } of readRateLimits({ ratelimit: limit, 'ratelimit-policy': policy })) {
          expect(name).toBeTypeOf('string');
          for (const count of Object.values(numbers)) expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
        }
      }),
    );
  });

  it('reads back what is written as the draft says', () => {
    const whole = fc.integer({ min: 0, max: 1_000_000_000 });
    const name = fc.stringMatching(/^[ -~]{0,20}$/);
    const entries = fc.uniqueArray(fc.record({ name, r: whole, t: whole, q: whole, w: whole }), {
      selector: (entry) => entry.name,
      minLength: 1,
      maxLength: 5,
    });
    const quoted = (plain: string): string => `"${plain.replace(/["\\]/g, String.raw`\$&`)}"`;
    fc.assert(
      fc.property(entries, (written) => {
        const headers = {
          ratelimit: written.map(({ name: own, r, t }) => `${quoted(own)};r=${r};t=${t}`).join(', '),
          'ratelimit-policy': written.map(({ name: own, q, w }) => `${quoted(own)};q=${q};w=${w}`).join(','),
        };
        expect(readRateLimits(headers)).toEqual(
          written.map(({ name: own, r, t, q, w }) => ({
            name: own,
            remaining: r,
            resetMs: t * 1000,
            quota: q,
            windowMs: w * 1000,
          })),
        );
      }),
    );
  });
});

describe('how long to wait', () => {
  it.each<[string, number | undefined]>([
    ['"a";r=0;t=12', 12_000],
    ['"a";r=0;t=12, "b";r=0;t=40, "c";r=7;t=3600', 40_000],
    ['"a";r=1;t=12', undefined],
    ['"a";r=0', undefined],
    ['nonsense=', undefined],
  ])('%s', (ratelimit, expected) => {
    expect(exhaustedForMs(readRateLimits({ ratelimit }))).toBe(expected);
  });

  it('is obeyed after a 429 without Retry-After', async () => {
    const clock = new TestClock(10_000);
    const { pipeline, close } = testPipeline(
      await loopback.serve([json({}, 429, { ratelimit: '"buzz";r=0;t=7' }), json({ id: 1 })]),
      {},
      { clock },
    );
    await expect(pipeline.send(getThing, raw)).resolves.toEqual({ id: 1 });
    close();
    expect(clock.delays).toEqual([7000]);
  });

  it('is what Retry-After says where there is one, and nothing else after other errors', async () => {
    const ratelimit = '"buzz";r=0;t=3600';
    const clock = new TestClock(10_000);
    const { pipeline, close } = testPipeline(
      await loopback.serve([json({}, 429, { ratelimit, 'retry-after': '2' }), json({}, 503, { ratelimit }), json({})]),
      {},
      { clock, random: () => 1 },
    );
    await pipeline.send(getThing, raw);
    close();
    expect(clock.delays).toEqual([2000, 1000]);
  });

  it('is in the error with all that the server said, when it is too long to wait', async () => {
    const headers = { ratelimit: '"buzz";r=0;t=3600, "free";r=3', 'ratelimit-policy': '"buzz";q=1000;w=7200' };
    const { pipeline, close } = testPipeline(await loopback.serve(json({}, 429, headers)));
    await expect(pipeline.send(getThing, raw)).rejects.toMatchObject({
      name: 'RateLimitError',
      code: 'rate_limited',
      retryAfterMs: 3_600_000,
      attempts: 1,
      details: {
        rateLimits: [
          { name: 'buzz', remaining: 0, resetMs: 3_600_000, quota: 1000, windowMs: 7_200_000 },
          { name: 'free', remaining: 3 },
        ],
      },
    });
    close();
  });
});
