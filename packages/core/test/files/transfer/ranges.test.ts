import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActiveRange, Ranges } from '../../../src/files/transfer/ranges.js';

const mib = 1_048_576;

describe('Ranges', () => {
  it('knows one stretch without an end until the length is told', () => {
    const ranges = new Ranges();
    const range = ranges.claim();
    expect(range).toMatchObject({ start: 0, next: 0, end: undefined });
    expect(ranges.claim()).toBeUndefined();
    ranges.setTotal(10);
    expect(range?.end).toBe(10);
    expect(ranges.isComplete).toBe(false);
  });

  it('splits what is missing into equal shares and claims each once', () => {
    const ranges = new Ranges([{ start: 0, next: 20, end: 100 }], 100);
    ranges.split(4);
    const claimed = Array.from({ length: 4 }, () => ranges.claim());
    expect(claimed.map((range) => [range?.next, range?.end])).toEqual([
      [20, 40],
      [40, 60],
      [60, 80],
      [80, 100],
    ]);
    expect(ranges.claim()).toBeUndefined();
    expect(ranges.busyCount).toBe(4);
  });

  it('gives each connection several shares of a large file, as many as the others', () => {
    const ranges = new Ranges([{ start: 0, next: 0, end: 320 * mib }], 320 * mib);
    ranges.split(4);
    const shares = ranges.save();
    expect(shares).toHaveLength(40);
    expect(new Set(shares.map(({ end = 0, start }) => end - start))).toEqual(new Set([8 * mib]));
    const huge = new Ranges([{ start: 0, next: 0, end: 2 ** 40 }], 2 ** 40);
    huge.split(4);
    expect(huge.save()).toHaveLength(256);
  });

  it('joins what is complete at the beginning', () => {
    const ranges = new Ranges([{ start: 0, next: 0, end: 320 * mib }], 320 * mib);
    ranges.split(4);
    for (let share = 0; share < 10; share += 1) {
      const range = ranges.claim() as ActiveRange;
      range.next = range.end ?? 0;
      range.busy = false;
    }
    ranges.claim();
    expect(ranges.save()).toHaveLength(31);
    expect(ranges.save()[0]).toEqual({ start: 0, next: 80 * mib, end: 80 * mib });
    expect(ranges.front).toBe(80 * mib);
  });

  it('counts the front up to the first gap, and everything there is', () => {
    const ranges = new Ranges(
      [
        { start: 0, next: 50, end: 50 },
        { start: 50, next: 60, end: 80 },
        { start: 80, next: 100, end: 100 },
      ],
      100,
    );
    expect([ranges.front, ranges.doneBytes, ranges.isComplete]).toEqual([60, 80, false]);
  });

  it('lets who has finished take over half of the longest rest', () => {
    const ranges = new Ranges([{ start: 0, next: 0, end: 100 * mib }], 100 * mib);
    const first = ranges.claim() as ActiveRange;
    const second = ranges.claim();
    expect([first.end, second?.next, second?.end]).toEqual([50 * mib, 50 * mib, 100 * mib]);
    first.next = 45 * mib;
    expect(ranges.claim()?.next).toBe(75 * mib);
  });

  it('does not share what is hardly worth a request', () => {
    const ranges = new Ranges([{ start: 0, next: 0, end: 4 * mib }], 4 * mib);
    ranges.claim();
    expect(ranges.claim()).toBeUndefined();
  });

  it('is complete with an empty file', () => {
    const ranges = new Ranges();
    ranges.setTotal(0);
    expect([ranges.isComplete, ranges.front, ranges.claim()]).toEqual([true, 0, undefined]);
  });

  it('whatever is claimed, split and written, covers the file without gap or overlap, and ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 * mib }),
        fc.integer({ min: 1, max: 16 }),
        fc.array(fc.record({ worker: fc.nat(15), bytes: fc.integer({ min: 1, max: 40 * mib }) }), { maxLength: 200 }),
        (total, workers, steps) => {
          const ranges = new Ranges([{ start: 0, next: 0, end: total }], total);
          ranges.split(workers);
          const held: (ActiveRange | undefined)[] = Array.from({ length: workers }, () => ranges.claim());
          const work = (worker: number, bytes: number): void => {
            const range = held[worker];
            if (range?.end === undefined) return;
            range.next = Math.min(range.next + bytes, range.end);
            if (range.next < range.end) return;
            range.busy = false;
            held[worker] = ranges.claim();
          };
          for (const { bytes, worker } of steps) {
            work(worker % workers, bytes);
            const saved = ranges.save();
            let at = 0;
            for (const { end, next, start } of saved) {
              expect(start).toBe(at);
              expect(next).toBeGreaterThanOrEqual(start);
              at = end ?? Number.NaN;
            }
            expect(at).toBe(total);
            expect(ranges.front).toBeLessThanOrEqual(ranges.doneBytes);
          }
          for (let round = 0; !ranges.isComplete; round += 1) {
            expect(round).toBeLessThan(10_000);
            for (let worker = 0; worker < workers; worker += 1) work(worker, 10 * mib);
          }
          expect([ranges.front, ranges.doneBytes]).toEqual([total, total]);
        },
      ),
      { numRuns: 50 },
    );
  });
});
