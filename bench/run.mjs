// Prints what civitkit costs beside what it stands on, in one run: `npm run bench`, or `npm run bench -- cacheHit` for
// some of it. Ratios travel between machines, absolute figures do not.
import { cacheHit } from './cache-hit.mjs';
import { checks } from './checks.mjs';
import { deploymentStartUp } from './deployment-start-up.mjs';
import { download, segmentedDownload } from './download.mjs';
import { hashFolder, hashing } from './hashing.mjs';
import { largePage } from './large-page.mjs';
import { readAhead } from './read-ahead.mjs';
import { requestCost } from './request-cost.mjs';
import { helpTime, importTime, registrations } from './start-up.mjs';
import { typeCheck } from './type-check.mjs';
import { submitCost, workflowWait } from './workflow-wait.mjs';

const benchmarks = {
  requestCost,
  largePage,
  cacheHit,
  readAhead,
  checks,
  hashing,
  hashFolder,
  download,
  segmentedDownload,
  importTime,
  deploymentStartUp,
  registrations,
  helpTime,
  typeCheck,
  workflowWait,
  submitCost,
};

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(benchmarks);
const unknown = wanted.find((name) => !Object.hasOwn(benchmarks, name));
if (unknown !== undefined)
  throw new Error(`There is no benchmark ${unknown}; there are ${Object.keys(benchmarks).join(', ')}`);

console.log(`node ${process.version}; medians, ratios taken pair by pair`);
for (const name of wanted) await benchmarks[name]();
