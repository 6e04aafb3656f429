import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Seats } from '../../src/waiting/seats.js';

describe('seats', () => {
  it('are given in the order of asking, urgent ones first', () => {
    const seats = new Seats(1);
    const order: string[] = [];
    const ask = (name: string, urgent = false): void => {
      seats.request(() => order.push(name), urgent);
    };
    ask('first');
    ask('second');
    ask('third');
    ask('urgent', true);
    expect(order).toEqual(['first']);
    expect(seats.contended).toBe(true);
    for (let count = 0; count < 3; count += 1) seats.release();
    expect(order).toEqual(['first', 'urgent', 'second', 'third']);
    expect(seats.contended).toBe(false);
  });

  it('are waited for until the signal says otherwise', async () => {
    const seats = new Seats(1);
    expect(seats.tryTake()).toBe(true);
    const controller = new AbortController();
    const waiting = seats.take(controller.signal);
    controller.abort('enough');
    await expect(waiting).rejects.toBe('enough');
    await expect(seats.take(controller.signal)).rejects.toBe('enough');
    seats.release();
    expect(seats.tryTake()).toBe(true);
  });

  it('are never more than there are, and none is lost, whoever comes and goes', () => {
    const step = fc.constantFrom('request', 'urgent', 'release', 'withdraw');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(step), (count, steps) => {
        const seats = new Seats(count);
        const queue: (() => void)[] = [];
        let taken = 0;
        for (const one of steps) {
          if (one === 'release') {
            if (taken > 0) {
              taken -= 1;
              seats.release();
            }
          } else if (one === 'withdraw') {
            const leaving = queue.shift();
            if (leaving !== undefined) seats.withdraw(leaving);
          } else {
            const onSeat = (): void => {
              taken += 1;
              if (queue.includes(onSeat)) queue.splice(queue.indexOf(onSeat), 1);
            };
            queue.push(onSeat);
            seats.request(onSeat, one === 'urgent');
          }
          expect(taken).toBeLessThanOrEqual(count);
          expect(seats.contended).toBe(queue.length > 0);
          expect(queue.length === 0 || taken === count).toBe(true);
        }
        while (taken > 0) {
          taken -= 1;
          seats.release();
        }
        expect(queue).toEqual([]);
      }),
    );
  });
});
