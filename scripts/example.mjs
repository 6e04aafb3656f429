// `npm run example -- <name>`: installs and builds what is missing, then runs one of examples/ against a local emulator.
// Needs no account and no network. What is done with an example is in scripts/examples/<name>.mjs; those without such a
// file are run to their end, with a key. `--no-setup` leaves out installing and building.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runExample } from './support/run-example.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const names = readdirSync(join(root, 'examples')).filter((name) => existsSync(join(root, 'examples', name, 'src')));
const [name, ...more] = process.argv.slice(2).filter((argument) => argument !== '--no-setup');
const print = (text) => process.stdout.write(`${text}\n`);
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => interrupted.abort());

process.exitCode = names.includes(name) && more.length === 0 ? setUp() || (await run()) : usage();

function usage() {
  process.stderr.write(`npm run example -- <name>; the examples are ${names.join(', ')}.\n`);
  return 2;
}

function setUp() {
  if (process.argv.includes('--no-setup')) return 0;
  const setup = spawnSync(process.execPath, [join(root, 'scripts', 'setup.mjs')], { stdio: 'inherit' });
  return setup.status ?? 130;
}

async function run() {
  const file = join(root, 'scripts', 'examples', `${name}.mjs`);
  const { scenario } = existsSync(file) ? await import(pathToFileURL(file).href) : { scenario: toItsEnd };
  return runExample({ root, name, scenario, print, interrupted: interrupted.signal });
}

function toItsEnd({ giveKey, run: runMain }) {
  giveKey();
  return runMain();
}
