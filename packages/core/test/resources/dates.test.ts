import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/resources/dates.js';

describe('parseDate', () => {
  it.each([
    ['2025-04-17T21:28:57.225Z', '2025-04-17T21:28:57.225Z'],
    ['2025-12-18T09:05:41.12', '2025-12-18T09:05:41.120Z'],
    ['2025-12-18T09:05:41.120', '2025-12-18T09:05:41.120Z'],
    ['2025-12-18T09:05:41', '2025-12-18T09:05:41.000Z'],
    ['2025-12-18T09:05:41Z', '2025-12-18T09:05:41.000Z'],
    ['2025-12-18T09:05:41.1Z', '2025-12-18T09:05:41.100Z'],
    ['2025-12-18T09:05:41.1299999Z', '2025-12-18T09:05:41.129Z'],
    ['2025-12-18T09:05:41.123456789Z', '2025-12-18T09:05:41.123Z'],
    ['2025-12-18 09:05:41.120', '2025-12-18T09:05:41.120Z'],
    ['2025-12-18 09:05:41+00', '2025-12-18T09:05:41.000Z'],
    ['2025-12-18T01:05:41+02:00', '2025-12-17T23:05:41.000Z'],
    ['2025-12-18T23:35:41-0530', '2025-12-19T05:05:41.000Z'],
    ['2025-12-18', '2025-12-18T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['0099-01-01', '0099-01-01T00:00:00.000Z'],
  ])('reads %s as %s', (text, expected) => {
    expect(parseDate(text)?.toISOString()).toBe(expected);
  });

  it.each([
    [null],
    [undefined],
    [''],
    ['5 apples'],
    ['2025'],
    ['2025-12'],
    ['2025-13-01'],
    ['2025-00-10'],
    ['2025-02-29'],
    ['2025-04-31'],
    ['2025-12-18T24:00:00Z'],
    ['2025-12-18T09:60:00Z'],
    ['2025-12-18T09:05:60Z'],
    ['2025-12-18T09:05Z'],
    ['2025-12-18T09:05:41.Z'],
    ['2025-12-18T09:05:41.1234567891Z'],
    ['2025-12-18T09:05:41+24:00'],
    ['2025-12-18T09:05:41+02:60'],
    ['2025-12-18T09:05:41 Z'],
    ['2025-12-18Z'],
    ['2025-12-18T09:05:41.12\n'],
    [' 2025-12-18'],
    ['12/18/2025'],
    ['Thu, 18 Dec 2025 09:05:41 GMT'],
    ['+002025-12-18'],
    ['1744925337225'],
  ])('is undefined for %j', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  it('is undefined for what is no text', () => {
    expect(parseDate(1_744_925_337_225 as unknown as string)).toBeUndefined();
  });

  const moment = fc.date({
    min: new Date('0000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  });

  it('reads every moment back, with and without a zone, in both spellings', () => {
    fc.assert(
      fc.property(moment, (date) => {
        const text = date.toISOString();
        for (const spelling of [text, text.slice(0, -1), text.replace('T', ' '), text.slice(0, -1).replace('T', ' ')]) {
          expect(parseDate(spelling)?.getTime()).toBe(date.getTime());
        }
      }),
    );
  });

  it('takes an offset off', () => {
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        fc.boolean(),
        (date, h, m, east) => {
          const text = `${date.toISOString().slice(0, -1)}${east ? '+' : '-'}${two(h)}:${two(m)}`;
          const minutes = (h * 60 + m) * (east ? -1 : 1);
          expect(parseDate(text)?.getTime()).toBe(date.getTime() + minutes * 60_000);
        },
      ),
    );
  });

  it('never gives an invalid date', () => {
    const pieces = fc.array(fc.constantFrom('2025', '-', '02', '12', '30', 'T', ' ', ':', '.', '7', 'Z', '+', '00'), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((parts) => parts.join('')),
        ),
        (text) => {
          const date = parseDate(text);
          expect(date === undefined || !Number.isNaN(date.getTime())).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

function two(value: number): string {
  return String(value).padStart(2, '0');
}
