const remedy =
  'Find out what came in (`npx esbuild --bundle --analyze` shows it), load it lazily or leave it out; if it is worth it, raise ' +
  'the budget in scripts/check-size-budget.json, so that the review sees it.';

/** What is above its budget, has none, or is no longer there. */
export function problemsOf(sizes, budgets) {
  const problems = [...sizes].flatMap(([specifier, size]) => {
    const budget = budgets[specifier];
    if (budget === undefined) return [`${specifier} has no budget: add it to scripts/check-size-budget.json.`];
    return ['loaded', 'whole']
      .filter((kind) => !(size[kind] <= budget[kind]))
      .map((kind) => `${specifier}: ${kind} is ${size[kind]} bytes, above its budget of ${budget[kind]}. ${remedy}`);
  });
  const gone = Object.keys(budgets).filter((specifier) => !sizes.has(specifier));
  return [...problems, ...gone.map((specifier) => `${specifier} has a budget and is no entry: remove it.`)];
}
