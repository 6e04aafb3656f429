import { describe, expect, it } from 'vitest';
import { FAILURE_NAMES } from '../../src/emulator/modelslab/failures/named-failures.js';
import { read } from './support/markdown.js';
import { membersOf } from './support/sources.js';

const sources = 'src/emulator/modelslab';

/** What is not in the document in backticks, alone or with something behind it. */
function missing(names: readonly string[]): readonly string[] {
  const text = read('docs/emulator.md');
  return names.filter((name) => !new RegExp(`\`${name}[\`(]`).test(text));
}

describe('docs/emulator.md', () => {
  it.each([
    ['modelslab-options.ts', 'ModelsLabEmulation', 11],
    ['modelslab-controls.ts', 'ModelsLabControls', 15],
    ['jobs/job-plan.ts', 'JobPlan', 12],
    ['failures/failure-plan.ts', 'PlannedFailure', 5],
  ])('has every member of %s', (file, name, atLeast) => {
    const members = membersOf(read(`${sources}/${file}`), name);
    expect(members.length).toBeGreaterThanOrEqual(atLeast);
    expect(missing(members)).toEqual([]);
  });

  it('has every failure that can be asked for by name', () => {
    expect(missing(FAILURE_NAMES)).toEqual([]);
  });

  it('has every control route of ModelsLab', () => {
    const text = read('docs/emulator.md').replaceAll('…/', '/__emulator/modelslab/');
    const routes = [...read('src/emulator/modelslab-control.ts').matchAll(/\$\{PREFIX\}(\/[\w-]+)/g)].map(
      ([, path = '']) => `/__emulator/modelslab${path}`,
    );
    expect(routes.length).toBeGreaterThan(8);
    expect(routes.filter((route) => !text.includes(route))).toEqual([]);
  });
});
