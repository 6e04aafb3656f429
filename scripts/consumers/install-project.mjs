import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCommand, withoutNpmScope } from '../support/run.mjs';
import { projects } from './projects.mjs';
import { root } from './workspace.mjs';

const templates = fileURLToPath(new URL('templates', import.meta.url));
const npmOptions = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];

/** Makes each project when it is asked for the first time, and once. */
export function createInstaller(workspace, gate) {
  const running = new Map();
  const rows = [];
  const install = (name) => {
    if (!running.has(name)) running.set(name, make(name));
    return running.get(name);
  };
  return { install, rows: () => rows };

  async function make(name) {
    const project = projects[name];
    const pnpm = project.installer === 'pnpm' ? await install('pnpm-itself') : undefined;
    return gate(async () => {
      const startedAt = performance.now();
      const folder = join(workspace.folder, name);
      writeProject(folder, project, workspace.packages);
      const { code, stdout, stderr } = await (pnpm === undefined
        ? npmInstall(workspace, folder)
        : pnpmInstall(workspace, folder, pnpm));
      const row = { name: `install ${name}`, seconds: (performance.now() - startedAt) / 1000 };
      rows.push({ ...row, result: code === 0 ? 'passed' : 'FAILED', output: `${stdout}${stderr}` });
      if (code !== 0) throw new Error(`the project ${name} could not be installed`);
      return folder;
    });
  }
}

function writeProject(folder, project, packages) {
  mkdirSync(folder);
  for (const template of project.templates) cpSync(join(templates, template), folder, { recursive: true });
  const ours = project.withoutOurs === true ? [] : packages;
  const tarballs = Object.fromEntries(ours.map(({ manifest, tarball }) => [manifest.name, `file:${tarball}`]));
  const peers = Object.assign({}, ...ours.map(({ manifest }) => peersOf(manifest, project.optionalPeers === true)));
  const manifest = {
    name: 'consumer',
    private: true,
    type: project.type ?? 'module',
    dependencies: { ...tarballs, ...peers, ...project.dependencies },
    // the packages ask for each other by version, and that is not in a registry yet
    ...(project.installer === 'pnpm' ? { pnpm: { overrides: tarballs } } : {}),
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, undefined, 2));
  const entries = ours.flatMap(({ manifest: own }) => entriesOf(own));
  writeFileSync(
    join(folder, 'every-entry.ts'),
    entries.map((entry, index) => `export * as entry${index} from '${entry}';\n`).join(''),
  );
}

/** What a package wants to find beside it. */
function peersOf({ peerDependencies = {}, peerDependenciesMeta = {} }, withOptional) {
  return Object.fromEntries(
    Object.entries(peerDependencies).filter(([name]) => withOptional || peerDependenciesMeta[name]?.optional !== true),
  );
}

/** The specifiers of a package's modules. */
function entriesOf({ name, exports }) {
  return Object.entries(exports).flatMap(([subpath, target]) =>
    target.types === undefined ? [] : [name + subpath.slice(1)],
  );
}

function npmInstall({ run }, cwd) {
  const { command, prefix, shell } = npmCommand();
  const env = { ...withoutNpmScope(), NO_UPDATE_NOTIFIER: '1' };
  return run(command, [...prefix, 'install', ...npmOptions, '--no-package-lock'], { cwd, shell, env });
}

/** Nothing hoisted, nothing installed that was not asked for: an import that we do not declare finds nothing. */
function pnpmInstall({ run }, cwd, pnpm) {
  const strict = ['hoist=false', 'shamefully-hoist=false', 'auto-install-peers=false', 'strict-peer-dependencies=true'];
  const store = join(root, 'node_modules', '.cache', 'civitkit-pnpm');
  if (!existsSync(store)) mkdirSync(store, { recursive: true });
  const options = ['--ignore-scripts', '--prefer-offline', '--no-lockfile', '--store-dir', store];
  const script = join(pnpm, 'node_modules', 'pnpm', 'bin', 'pnpm.cjs');
  const args = [script, 'install', ...options, ...strict.map((setting) => `--config.${setting}`)];
  return run(process.execPath, args, { cwd, env: withoutNpmScope() });
}
