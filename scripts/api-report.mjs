// `npm run api` writes what every public entry declares into api-report/, which is committed, so that a review shows what
// changes for users. `--check` compares instead. Needs a finished build (`npm run build`); installs tools/ at first.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { condenseReports } from './api-report/condense.mjs';
import { publicEntries } from './support/public-entries.mjs';
import { installTools, tools } from './support/tools.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const committed = join(root, 'api-report');
const checking = process.argv.includes('--check');

const temporary = mkdtempSync(join(tmpdir(), 'civitkit-api-'));
try {
  installTools();
  const entries = publicEntries(root);
  const status = extract(entries);
  process.exitCode = status === 0 ? settle(entries) : status;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

/** In a process of its own, with the TypeScript of tools/: ours has no interface for programs. */
function extract(entries) {
  const list = join(temporary, 'entries.json');
  writeFileSync(list, JSON.stringify(entries));
  const { status } = spawnSync(process.execPath, [join(tools, 'extract-api.mjs'), list, temporary], {
    stdio: 'inherit',
  });
  if (status === 0) condense(entries);
  return status ?? 1;
}

function condense(entries) {
  for (const folder of new Set(entries.map((entry) => entry.folder))) {
    const own = entries.filter((entry) => entry.folder === folder);
    const file = ({ reportName }) => join(temporary, reportName);
    const texts = own.map((entry) => ({ specifier: entry.specifier, text: readFileSync(file(entry), 'utf8') }));
    for (const [index, { text }] of condenseReports(texts).entries()) writeFileSync(file(own[index]), text);
  }
}

function settle(entries) {
  const wanted = new Map(
    entries.map(({ reportName }) => [reportName, readFileSync(join(temporary, reportName), 'utf8')]),
  );
  const present = existsSync(committed) ? readdirSync(committed).filter((name) => name.endsWith('.api.md')) : [];
  const left = present.filter((name) => !wanted.has(name));
  const stale = [...wanted].filter(
    ([name, text]) => !present.includes(name) || text !== readFileSync(join(committed, name), 'utf8'),
  );
  if (checking) return complain([...stale.map(([name]) => name), ...left], wanted.size);
  mkdirSync(committed, { recursive: true });
  for (const name of left) rmSync(join(committed, name));
  for (const [name, text] of stale) writeFileSync(join(committed, name), text);
  console.log(`api-report: ${wanted.size} entries, ${stale.length} written, ${left.length} removed`);
  return 0;
}

function complain(names, count) {
  for (const name of names) showDifference(name);
  if (names.length === 0) {
    console.log(`api-report: ${count} entries, all as committed`);
    return 0;
  }
  console.error(
    `The public API is not what api-report/ says: ${names.join(', ')}.\n` +
      'Run `npm run build && npm run api`, and commit the result if users may see the change: a line that is gone or\n' +
      'different breaks somebody, and belongs into a changeset (`npx changeset`).',
  );
  return 1;
}

function showDifference(name) {
  const [before, after] = [join(committed, name), join(temporary, name)].map((file) =>
    existsSync(file) ? file : '/dev/null',
  );
  const args = ['--no-pager', 'diff', '--no-index', '--no-color', '--unified=2', before, after];
  const { stdout } = spawnSync('git', args, { encoding: 'utf8' });
  const lines = (stdout ?? '').split('\n');
  console.error(lines.slice(0, 60).join('\n'));
  if (lines.length > 60) console.error(`… ${lines.length - 60} more lines`);
}
