import type { RunningEmulator } from 'civitkit/emulator';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createRateWindows } from '../../src/emulator/http/rate-windows.js';
import { call, callSigned, startForTest } from './emulator-calls.js';

const SMALL = { modelCount: 5, imageCount: 0 };
const start = (): Promise<RunningEmulator> =>
  startForTest({ ...SMALL, limits: { anonymousPerMinute: 3, signedInPerMinute: 5 } });

afterEach(() => vi.useRealTimers());

describe('the windows of articles and collections', () => {
  it('count list and single articles together, before validation, and collections apart', async () => {
    const emulator = await start();
    for (const path of ['/articles', '/articles/nonsense', '/articles?limit=x']) {
      expect((await call(emulator, path)).status).not.toBe(429);
    }
    const limited = await call(emulator, '/articles/15001');
    expect([limited.status, Object.keys(limited.json), limited.headers.get('cache-control')]).toEqual([
      429,
      ['error'],
      'no-store',
    ]);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(limited.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect((await call(emulator, '/collections')).status).toBe(200);
    expect((await call(emulator, '/models?limit=1')).status).toBe(200);
  });

  it('give an account more, and one of its own', async () => {
    const emulator = await start();
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1) statuses.push((await callSigned(emulator, '/collections')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await call(emulator, '/collections')).status).toBe(200);
    // A wrong token is nobody.
    const wrong = { headers: { authorization: 'Bearer wrong' } };
    expect((await call(emulator, '/collections', wrong)).status).toBe(200);
    expect((await call(emulator, '/collections', wrong)).status).toBe(200);
    expect((await call(emulator, '/collections')).status).toBe(429);
  });

  it('are those of the site unless told', async () => {
    const emulator = await startForTest(SMALL);
    const statuses = await Promise.all(Array.from({ length: 61 }, () => call(emulator, '/articles?limit=1')));
    expect(statuses.filter(({ status }) => status === 429)).toHaveLength(1);
  });
});

describe('a window', () => {
  it('begins with its first request and ends a length later', () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const windows = createRateWindows(60_000);
    expect(windows.take('a', 1)).toBeUndefined();
    vi.setSystemTime(1_010_000);
    expect(windows.take('a', 1)).toBe(50);
    expect(windows.take('b', 1)).toBeUndefined();
    vi.setSystemTime(1_059_999);
    expect(windows.take('a', 1)).toBe(1);
    vi.setSystemTime(1_060_000);
    expect(windows.take('a', 1)).toBeUndefined();
  });
});
