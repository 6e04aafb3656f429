// `npm run release:version`: takes the changesets, gives the three packages their next version, and writes what changed into
// CHANGELOG.md. The pull request of a release is made of this.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseChangeset, writeRelease } from './release/changelog.mjs';
import { npmCommand, run, withoutNpmScope } from './support/run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// by path and not through npx, which would fetch it when it is missing
const changeset = new URL('bin.js', import.meta.resolve('@changesets/cli/package.json'));
const packages = ['packages/core', 'packages/sdk'];
const changesets = readChangesets();

if (changesets.length === 0) console.log('There is no changeset: nothing to release. `npx changeset` makes one.');
else process.exitCode = raise();

function raise() {
  const { status } = spawnSync(process.execPath, [fileURLToPath(changeset), 'version'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) return status ?? 1;
  const { version } = readJson('packages/core/package.json');
  setRootVersion(version);
  for (const folder of packages) replaceIn(`${folder}/src/version.ts`, /(?<=version = ')[^']+(?=')/, version);
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(join(root, 'CHANGELOG.md'), writeRelease(readText('CHANGELOG.md'), { version, date, changesets }));
  console.log(`The next version is ${version}.`);
  return updateLock();
}

function readChangesets() {
  const folder = join(root, '.changeset');
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return names.toSorted().map((name) => parseChangeset(readFileSync(join(folder, name), 'utf8'), name));
}

/** changesets leaves the package at the root out of account, though it is published too. */
function setRootVersion(version) {
  const manifest = readJson('package.json');
  manifest.version = version;
  for (const name of ['@civitkit/core', '@civitkit/sdk']) manifest.dependencies[name] = version;
  writeFileSync(join(root, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

function updateLock() {
  const { command, prefix, shell } = npmCommand();
  const args = [...prefix, 'install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'];
  return run(command, args, { cwd: root, shell, env: withoutNpmScope() });
}

function replaceIn(path, pattern, text) {
  const before = readText(path);
  if (!pattern.test(before)) throw new Error(`${path} has no version`);
  writeFileSync(join(root, path), before.replace(pattern, text));
}

function readText(path) {
  return readFileSync(join(root, path), 'utf8');
}

function readJson(path) {
  return JSON.parse(readText(path));
}
