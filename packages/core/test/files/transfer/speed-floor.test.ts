import { describe, expect, it, vi } from 'vitest';
import { TimeoutError } from '../../../src/errors/timeout-error.js';
import { isTooSlow, SpeedFloor } from '../../../src/files/transfer/speed-floor.js';

const rules = { minBytesPerSecond: 1000, slowForMs: 60_000 };

function thrownBy(work: () => void): TimeoutError {
  try {
    work();
  } catch (error) {
    if (error instanceof TimeoutError) return error;
  }
  throw new Error('it was not too slow');
}

describe('SpeedFloor', () => {
  it('is patient for as long as it may be slow, and no longer', () => {
    const onSteady = vi.fn<() => void>();
    const floor = new SpeedFloor(rules, onSteady);
    floor.received(1, 59_999);
    const error = thrownBy(() => floor.received(59_998, 1));
    expect(error).toMatchObject({
      code: 'body_stalled',
      retryable: true,
      details: { bytesPerSecond: 1000, minBytesPerSecond: 1000 },
    });
    expect(onSteady).not.toHaveBeenCalled();
  });

  it('looks at one time after the other', () => {
    const onSteady = vi.fn<() => void>();
    const floor = new SpeedFloor(rules, onSteady);
    floor.received(1_000_000, 60_000);
    expect(onSteady).toHaveBeenCalledTimes(1);
    expect(isTooSlow(thrownBy(() => floor.received(500, 60_000)))).toBe(true);
  });

  it('counts the waiting for the network only, and takes everything where there is no floor', () => {
    const floor = new SpeedFloor(rules, () => undefined);
    // Hours may lie between the pieces, when a limit of our own makes them wait.
    for (let piece = 0; piece < 1000; piece += 1) floor.received(10, 1);
    const none = new SpeedFloor({ ...rules, minBytesPerSecond: 0 }, () => undefined);
    none.received(1, 1e9);
    expect(isTooSlow({ code: 'body_stalled' })).toBe(false);
  });
});
