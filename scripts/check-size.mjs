// What each public entry brings into a bundle: minified and compressed, without its dependencies, whose size is their own.
// `loaded` is what comes with the import, `whole` also what is loaded later, when it is needed. Fails when one is above
// its budget in check-size-budget.json, in bytes. Needs a finished build (`npm run build`).
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measureEntry } from './check-size/measure-entry.mjs';
import { problemsOf } from './check-size/problems-of.mjs';
import { publicEntries } from './support/public-entries.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const budgets = JSON.parse(readFileSync(new URL('check-size-budget.json', import.meta.url), 'utf8'));

const sizes = new Map();
for (const entry of publicEntries(root)) sizes.set(entry.specifier, await measureEntry(entry));
print();
const problems = problemsOf(sizes, budgets);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

function print() {
  const width = Math.max(...[...sizes.keys()].map((specifier) => specifier.length));
  console.log(`${'entry'.padEnd(width)}${cells(['loaded', 'budget', 'whole', 'budget'])}  kB, minified and gzipped`);
  for (const [specifier, { loaded, whole }] of sizes) {
    const budget = budgets[specifier];
    console.log(`${specifier.padEnd(width)}${cells([loaded, budget?.loaded, whole, budget?.whole].map(kilobytes))}`);
  }
}

function cells(values) {
  return values.map((value) => String(value).padStart(8)).join('');
}

function kilobytes(bytes) {
  return bytes === undefined ? '-' : (bytes / 1000).toFixed(1);
}
