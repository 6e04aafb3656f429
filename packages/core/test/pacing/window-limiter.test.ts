import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestClock } from '../../../../test/support/test-clock.js';
import type { RateBucket } from '../../src/pacing/rate-limiter.js';
import { WindowLimiter } from '../../src/pacing/window-limiter.js';

const bucket = (requestsPerMinute: number, name = 'things'): RateBucket => ({ name, key: name, requestsPerMinute });

describe('the permits of a minute', () => {
  it('are never more than the limit in any minute, and never fewer than there is room for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 200 }),
        (limit, pauses) => {
          const clock = new TestClock(0);
          const limiter = new WindowLimiter(clock);
          const granted: number[] = [];
          for (const pause of pauses) {
            clock.advance(pause);
            const now = clock.now();
            const inWindow = granted.filter((moment) => moment > now - 60_000).length;
            const waitMs = limiter.take(bucket(limit));
            if (waitMs === 0) granted.push(now);
            const untilRoom = inWindow < limit ? 0 : (granted.at(-limit) ?? now) + 60_000 - now;
            expect(waitMs).toBe(untilRoom);
          }
        },
      ),
    );
  });

  it('are counted for each bucket, and none is given while the server wants a pause', () => {
    const clock = new TestClock(0);
    const limiter = new WindowLimiter(clock);
    expect([limiter.take(bucket(1)), limiter.take(bucket(1)), limiter.take(bucket(1, 'other'))]).toEqual([
      0, 60_000, 0,
    ]);
    limiter.pause(bucket(1, 'third'), 90_000);
    limiter.pause(bucket(1, 'third'), 10);
    expect(limiter.take(bucket(1, 'third'))).toBe(90_000);
    clock.advance(90_000);
    expect(limiter.take(bucket(1, 'third'))).toBe(0);
  });

  it('come back within a minute although the clock was set back by hours', () => {
    let now = Date.UTC(2026, 0, 2);
    const limiter = new WindowLimiter({ now: () => now, schedule: () => () => undefined });
    limiter.take(bucket(1));
    now -= 7_200_000;
    expect(limiter.take(bucket(1))).toBe(60_000);
  });

  it('of identities that are gone are forgotten', () => {
    const clock = new TestClock(0);
    const limiter = new WindowLimiter(clock);
    for (let identity = 0; identity < 5000; identity += 1) {
      if (identity % 1000 === 0) clock.advance(61_000);
      limiter.take(bucket(1, `things:${identity}`));
    }
    expect(limiter.size).toBeLessThanOrEqual(1000);
  });
});
