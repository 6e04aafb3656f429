// `npm run docs` builds the documentation site into site/: the guides that docs/README.md lists, and the reference of every
// public entry. It fails at the first warning of TypeDoc and at every link that leads nowhere. Installs tools/ at first.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeProgram } from './docs-site/program.mjs';
import { readGuides } from './docs-site/read-guides.mjs';
import { installTools, tools } from './support/tools.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = '/tmp/s7/site2';

// within node_modules, so that the types of the dependencies resolve as they do for the sources
const cache = join(root, 'node_modules', '.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'docs-site-'));
try {
  installTools();
  const program = writeProgram(root, folder);
  const plan = join(folder, 'plan.json');
  writeFileSync(plan, JSON.stringify({ root, out, ...program, sections: readGuides(root) }));
  const { status } = spawnSync(process.execPath, [join(tools, 'docs-site', 'zzb.mjs'), plan], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
