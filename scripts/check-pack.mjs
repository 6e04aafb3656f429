// What users would install: packs the three packages into a temporary folder and checks each tarball with publint and
// are-the-types-wrong, and that nothing but the build's own output goes in. Needs a finished build (`npm run build`).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCommand, withoutNpmScope } from './support/run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const published = ['packages/core', 'packages/sdk', '.'];
const allowed = /^(?:dist\/.+|appsettings\.schema\.json|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
// by path and not through npx, which would fetch them when they are missing
const publintCli = new URL('cli.js', import.meta.resolve('publint'));
const attwCli = new URL('dist/index.js', import.meta.resolve('@arethetypeswrong/cli/package.json'));
const refused = /\.tsbuildinfo$|\.test\.|\.(?:key|pem)$|(?:^|\/)\.env/;

const destination = mkdtempSync(join(tmpdir(), 'civitkit-pack-'));
try {
  const good = published.map((folder) => checkPackage(folder));
  process.exitCode = good.every(Boolean) ? 0 : 1;
} finally {
  rmSync(destination, { recursive: true, force: true });
}

function checkPackage(folder) {
  const packed = pack(folder);
  if (packed === undefined) return false;
  const { name, filename, files, size } = packed;
  process.stdout.write(`${name}: ${files.length} files, ${Math.ceil(size / 1024)} KiB packed\n`);
  const tarball = join(destination, filename);
  const problems = files.flatMap(({ path }) => checkFile(folder, path));
  for (const problem of problems) process.stdout.write(`  ${problem}\n`);
  const publint = tool('publint', publintCli, [tarball, '--strict']);
  const types = tool('attw', attwCli, [tarball, '--profile', 'esm-only', '--format', 'ascii']);
  return problems.length === 0 && publint && types;
}

function pack(folder) {
  const { command, prefix, shell } = npmCommand();
  // without `--workspaces=false`, an npm started by `npm run` at the root could pack every workspace
  const args = [
    ...prefix,
    'pack',
    '--json',
    '--ignore-scripts',
    '--workspaces=false',
    '--pack-destination',
    destination,
  ];
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: join(root, folder),
    shell,
    env: withoutNpmScope(),
    encoding: 'utf8',
  });
  // a list in one version of npm, an object by package name in another
  if (status === 0) return Object.values(JSON.parse(stdout))[0];
  process.stderr.write(`npm pack failed in ${folder}:\n${stderr ?? ''}`);
  return undefined;
}

/** What is wrong with one file of a tarball: not meant to be published, or left over from a source that is gone. */
function checkFile(folder, path) {
  if (!allowed.test(path) || refused.test(path)) return [`${path} must not be published`];
  const module = /^dist\/(.+)\.(?:d\.ts|js)(?:\.map)?$/.exec(path)?.[1];
  if (module === undefined || existsSync(join(root, folder, 'src', `${module}.ts`))) return [];
  return [`${path} has no source any more: run \`npm run clean\` and build again`];
}

/** Runs a checker; shows what it says only when it complains. */
function tool(name, script, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(script), ...args], {
    encoding: 'utf8',
  });
  process.stdout.write(`  ${name}: ${status === 0 ? 'good' : 'complains'}\n`);
  if (status !== 0) process.stdout.write(`${stdout}${stderr}\n`);
  return status === 0;
}
