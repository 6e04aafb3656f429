// `node build.mjs PLAN.json`: builds the site that the plan describes and checks its links. Started by
// scripts/docs-site.mjs, which says what is in it.
import { readFileSync, rmSync } from 'node:fs';
import { checkSite } from './check-site.mjs';
import { createSite } from './zz.mjs';

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'));
rmSync(plan.out, { recursive: true, force: true });
const startedMs = performance.now();
const warnings = await createSite(plan);
const { pages, links, problems } = warnings > 0 ? { pages: 0, links: 0, problems: [] } : checkSite(plan.out);
for (const problem of problems) console.error(problem);
const seconds = ((performance.now() - startedMs) / 1000).toFixed(0);
if (warnings > 0) console.error(`TypeDoc has ${warnings} warnings; the site must have none.`);
else if (problems.length > 0) console.error(`${problems.length} of ${links} links are broken.`);
else console.log(`${plan.out}: ${pages} pages, ${links} links that lead somewhere, ${seconds} s`);
process.exitCode = warnings + problems.length > 0 ? 1 : 0;
