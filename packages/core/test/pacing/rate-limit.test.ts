import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { describe, expect, it } from 'vitest';
import { json, type Responder } from '../../../../test/support/loopback-server.js';
import type { LimitEvent } from '../../src/observability/notices.js';
import type { RateBucket, RateLimiter } from '../../src/pacing/rate-limiter.js';
import { RateLimits } from '../../src/pacing/rate-limits.js';
import { createSharedRateLimiter } from '../../src/pacing/shared-rate-limiter.js';
import { raw } from '../support.js';
import { pacedPipeline } from './support.js';

const ok = json({ id: 1 });
const limited = (requestsPerMinute: number, timeoutSeconds = 300): object => ({
  rateLimit: { enabled: true, requestsPerMinute, buckets: '' },
  timeoutSeconds,
});
const settled = (call: Promise<unknown>): Promise<unknown> => call.catch((reason: unknown) => reason);

describe('the rate limit', () => {
  it('holds back what is too much until there is room, in the order it came', async () => {
    await using paced = await pacedPipeline(ok, limited(2));
    const done: number[] = [];
    const calls = [0, 1, 2, 3, 4].map((n) => paced.get().then(() => done.push(n)));
    await expect.poll(() => done).toHaveLength(2);
    expect(paced.server.exchanges).toHaveLength(2);
    paced.clock.advance(60_000);
    await expect.poll(() => done).toHaveLength(4);
    paced.clock.advance(60_000);
    await Promise.all(calls);
    expect(done).toEqual([0, 1, 2, 3, 4]);
  });

  it('is each family’s and each identity’s own', async () => {
    await using paced = await pacedPipeline(ok, limited(1, 30));
    await using anonymous = await pacedPipeline([], limited(1, 30), { anonymous: true, beside: paced });
    await paced.get();
    await anonymous.get();
    await paced.owned.pipeline.send({ operation: 'x.get', method: 'GET', path: ['others'] }, raw);
    expect(await settled(paced.get())).toMatchObject({ code: 'rate_limited' });
  });

  it('fails at once when the room comes too late for the call, and says when to come back', async () => {
    await using paced = await pacedPipeline(ok, limited(1, 30));
    await paced.get();
    paced.clock.advance(10_000);
    expect(await settled(paced.get())).toMatchObject({
      name: 'RateLimitError',
      code: 'rate_limited',
      retryAfterMs: 50_000,
      attempts: 0,
      retryable: true,
      details: { bucket: 'things', limitedBy: 'client' },
    });
    expect(paced.server.exchanges).toHaveLength(1);
  });

  it('does not let those wait whose turn cannot come', async () => {
    await using paced = await pacedPipeline(() => undefined, limited(2, 90));
    const calls = Array.from({ length: 8 }, () => settled(paced.get()));
    const [seventh, eighth] = await Promise.all([calls[6], calls[7]]);
    expect([seventh, eighth]).toMatchObject([{ code: 'rate_limited' }, { code: 'rate_limited' }]);
    paced.owned.close();
    await Promise.all(calls);
  });

  it('counts against the time of the call, and does not send it afterwards', async () => {
    await using paced = await pacedPipeline(ok, limited(1, 61));
    await paced.get();
    const waiting = settled(paced.get());
    const behind = settled(paced.get());
    await expect.poll(() => paced.clock.pending).toBeGreaterThan(2);
    paced.clock.advance(60_999);
    expect(await waiting).toMatchObject({ data: { id: 1 } });
    paced.clock.advance(1);
    expect(await behind).toMatchObject({
      code: expect.stringMatching(/^(?:timeout|rate_limited)$/) as string,
      attempts: 0,
    });
    expect(paced.server.exchanges).toHaveLength(2);
    expect(paced.clock.pending).toBe(0);
  });

  it('lets those behind move up when one gives up, and leaves nothing of it', async () => {
    await using paced = await pacedPipeline(ok, limited(1));
    await paced.get();
    const controller = new AbortController();
    const first = settled(paced.get({ signal: controller.signal }));
    const second = paced.get();
    await expect.poll(() => paced.clock.pending).toBe(3);
    controller.abort('changed my mind');
    expect(await first).toBe('changed my mind');
    paced.clock.advance(60_000);
    await second;
    expect(paced.server.exchanges).toHaveLength(2);
  });

  it('pauses the family when the server says so with Retry-After', async () => {
    const refuse: Responder = json({ error: 'slow down' }, 429, { 'retry-after': '40' });
    await using paced = await pacedPipeline([refuse, ok], limited(100));
    expect(await settled(paced.get({ maxRetries: 0 }))).toMatchObject({ status: 429, retryAfterMs: 40_000 });
    const next = paced.get();
    await expect.poll(() => paced.clock.pending).toBe(2);
    expect(paced.server.exchanges).toHaveLength(1);
    paced.clock.advance(40_000);
    await next;
    await paced.get();
    expect(paced.server.exchanges).toHaveLength(3);
  });

  it('counts repetitions too', async () => {
    await using paced = await pacedPipeline([json({}, 503), ok], limited(1, 30));
    expect(await settled(paced.get())).toMatchObject({ code: 'rate_limited', attempts: 1 });
  });

  it('says that a call waits', async () => {
    const events: LimitEvent[] = [];
    const record = (message: unknown): void => void events.push(message as LimitEvent);
    subscribe('civitkit:limit', record);
    await using paced = await pacedPipeline(ok, limited(1));
    await paced.get();
    const second = paced.get();
    await expect.poll(() => events.length).toBe(1);
    paced.clock.advance(60_000);
    await second;
    unsubscribe('civitkit:limit', record);
    expect(events[0]).toMatchObject({ operation: 'things.get', bucket: 'things', outcome: 'waiting', waitMs: 60_000 });
  });
});

describe('a limiter that replicas share', () => {
  const bucketKeys: RateBucket[] = [];
  const flexible = (bucket: RateBucket): RateLimiterMemory => {
    bucketKeys.push(bucket);
    return new RateLimiterMemory({ points: bucket.requestsPerMinute, duration: 60 });
  };

  it('counts for all of them, with one limiter made for each bucket', async () => {
    const rateLimiter = createSharedRateLimiter(flexible);
    await using one = await pacedPipeline(ok, limited(5, 30), { rateLimiter });
    await using two = await pacedPipeline([], limited(5, 30), { rateLimiter, beside: one });
    const calls = Array.from({ length: 10 }, (_, n) => settled((n % 2 === 0 ? one : two).get()));
    const outcomes = await Promise.all(calls);
    expect(outcomes.filter((outcome) => !(outcome instanceof Error))).toHaveLength(5);
    expect(one.server.exchanges).toHaveLength(5);
    expect(bucketKeys.map(({ name, requestsPerMinute }) => [name, requestsPerMinute])).toEqual([['things', 5]]);
    expect(bucketKeys[0]?.key).toMatch(/^things:[\w-]{43}@http:\/\/127/);
  });

  it('pauses for all of them', async () => {
    const rateLimiter = createSharedRateLimiter(new RateLimiterMemory({ points: 100, duration: 60 }));
    const refuse = json({}, 429, { 'retry-after': '55' });
    await using one = await pacedPipeline(refuse, limited(5, 30), { rateLimiter });
    await using two = await pacedPipeline([], limited(5, 30), { rateLimiter, beside: one });
    await settled(one.get({ maxRetries: 0 }));
    expect(await settled(two.get())).toMatchObject({ details: { limitedBy: 'client' } });
    expect(one.server.exchanges).toHaveLength(1);
  });

  it.each<[string, RateLimiter]>([
    ['rejects', { take: () => Promise.reject(new Error('gone')), pause: () => Promise.reject(new Error('gone')) }],
    ['hangs', { take: () => new Promise(() => undefined), pause: () => new Promise(() => undefined) }],
    [
      'throws',
      {
        take: () => {
          throw new Error('gone');
        },
        pause: () => {
          throw new Error('gone');
        },
      },
    ],
  ])('that %s leaves each with the limit of its own, and says so', async (_name, rateLimiter) => {
    const warnings: string[] = [];
    const logger = { debug: () => undefined, warn: (line: string) => void warnings.push(line) };
    await using paced = await pacedPipeline([json({}, 429, { 'retry-after': '1' }), ok], limited(2, 30), {
      rateLimiter,
      logger,
    });
    await settled(paced.get());
    expect(await settled(paced.get())).toMatchObject({ code: 'rate_limited', attempts: 0 });
    expect(paced.server.exchanges).toHaveLength(2);
    expect(warnings.some((line) => line.includes('goes on with a limit of this process only'))).toBe(true);
  });
});

describe('limits by family', () => {
  const known = { articles: { anonymous: 60, withKey: 120 }, images: null };
  const limits = (buckets: string): RateLimits =>
    new RateLimits({ enabled: true, requestsPerMinute: 300, buckets }, known);

  it('are those of the configuration, else those the server is known for, else the general one', () => {
    expect(limits('').of('articles', true)).toBe(60);
    expect(limits('').of('articles', false)).toBe(120);
    expect(limits('').of('images', true)).toBe(300);
    expect(limits('articles=30, images = 7').of('articles', false)).toBe(30);
    expect(limits('articles=30, images = 7').of('images', false)).toBe(7);
    expect(limits('').of('new-family', false)).toBe(300);
  });
});
