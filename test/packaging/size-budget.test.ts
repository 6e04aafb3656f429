import { expect, it } from 'vitest';

interface Size {
  readonly loaded: number;
  readonly whole: number;
}

/** Plain JavaScript, hence no types of its own. */
interface Checks {
  readonly problemsOf: (
    sizes: ReadonlyMap<string, Size>,
    budgets: Readonly<Record<string, Size | undefined>>,
  ) => readonly string[];
}

const module = new URL('../../scripts/check-size/problems-of.mjs', import.meta.url).href;
const { problemsOf } = (await import(module)) as Checks;
const size = new Map([['x', { loaded: 100, whole: 200 }]]);

it('says nothing of an entry within its budget', () => {
  expect(problemsOf(size, { x: { loaded: 100, whole: 200 } })).toEqual([]);
});

it.each([
  { budgets: { x: { loaded: 99, whole: 200 } }, problem: 'x: loaded is 100 bytes, above its budget of 99.' },
  { budgets: { x: { loaded: 100, whole: 199 } }, problem: 'x: whole is 200 bytes, above its budget of 199.' },
  { budgets: {}, problem: 'x has no budget' },
  {
    budgets: { x: { loaded: 1000, whole: 1000 }, y: { loaded: 1, whole: 1 } },
    problem: 'y has a budget and is no entry',
  },
])('complains: $problem', ({ budgets, problem }) => {
  const problems = problemsOf(size, budgets);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(problem);
});
