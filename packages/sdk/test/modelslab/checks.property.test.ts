import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTable } from '../../src/modelslab/generated/check-table.js';
import { checkModelsLab } from '../../src/modelslab-checks.js';

const operation = fc.constantFrom(...Object.keys(checkTable));
const names = [...new Set(Object.values(checkTable).flatMap(({ m }) => Object.keys(m)))];
const name = fc.oneof(fc.constantFrom(...names), fc.string());

describe('any parameters', () => {
  it('that are a JSON object without a key are never refused', () => {
    fc.assert(
      fc.property(operation, fc.dictionary(name, fc.jsonValue()), (one, given) => {
        const parameters = Object.fromEntries(Object.entries(given).filter(([member]) => member !== 'key'));
        const errors = checkModelsLab(one, parameters).filter(({ severity }) => severity === 'error');
        expect(errors).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('are looked at without throwing, and named by pointers into them', () => {
    const values = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(operation, fc.oneof(fc.dictionary(name, values), values), (one, parameters) => {
        for (const { path, message } of checkModelsLab(one, parameters)) {
          expect(path).toMatch(/^(?:\/(?:[^~]|~[01])*)?$/);
          expect(message).toMatch(/\.$/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are left as they were', () => {
    fc.assert(
      fc.property(operation, fc.dictionary(name, fc.jsonValue()), (one, parameters) => {
        const before = JSON.stringify(parameters);
        checkModelsLab(one, parameters);
        expect(JSON.stringify(parameters)).toBe(before);
      }),
    );
  });

  it('of any size end', () => {
    const wide = Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`m${index}`, 1n]));
    const findings = checkModelsLab('images.text2img', wide);
    expect(findings.length).toBeLessThanOrEqual(501);
    expect(findings.at(-1)).toMatchObject({ code: 'not_checked', severity: 'warning' });
  });
});
