import { getEventListeners } from 'node:events';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runBounded } from '../../src/resources/run-bounded.js';

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function untilAborted(_: unknown, signal: AbortSignal): Promise<void> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

describe('bounded work', () => {
  it('does every input once, and never more at a time than it may', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 8 }), async (count, concurrency) => {
        const inputs = Array.from({ length: count }, (_, index) => index);
        const done: number[] = [];
        let open = 0;
        let most = 0;
        await runBounded({ inputs, concurrency, signal: undefined }, async (input) => {
          open += 1;
          most = Math.max(most, open);
          if (input % 3 === 0) await tick();
          done.push(input);
          open -= 1;
        });
        expect(done.toSorted((a, b) => a - b)).toEqual(inputs);
        expect(most).toBeLessThanOrEqual(concurrency);
      }),
      { numRuns: 60 },
    );
  });

  it('throws the first failure, aborts the rest, and waits for it', async () => {
    const first = new Error('first');
    let settled = 0;
    const run = runBounded({ inputs: [1, 2, 3, 4, 5], concurrency: 3, signal: undefined }, async (input, signal) => {
      if (input === 2) throw first;
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      await tick();
      settled += 1;
      throw new Error('later');
    });
    await expect(run).rejects.toBe(first);
    expect(settled).toBe(2);
  });

  it('closes its source after a failure', async () => {
    let closed = false;
    async function* source(): AsyncGenerator<number> {
      try {
        yield 1;
        yield await Promise.resolve(2);
      } finally {
        closed = true;
      }
    }
    const run = runBounded({ inputs: source(), concurrency: 1, signal: undefined }, () =>
      Promise.reject(new Error('no')),
    );
    await expect(run).rejects.toThrow('no');
    await tick();
    expect(closed).toBe(true);
  });

  it('ends with the reason of a signal, aborted before or meanwhile, and unlinks from it', async () => {
    const controller = new AbortController();
    const run = runBounded({ inputs: [1, 2], concurrency: 2, signal: controller.signal }, untilAborted);
    controller.abort('enough');
    await expect(run).rejects.toBe('enough');
    let worked = false;
    const late = runBounded({ inputs: [1], concurrency: 1, signal: controller.signal }, async () => {
      worked = true;
      await tick();
    });
    await expect(late).rejects.toBe('enough');
    expect(worked).toBe(false);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });
});
