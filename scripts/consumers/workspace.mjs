import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmulatorProcess } from '../support/emulator-process.mjs';
import { npmCommand, withoutNpmScope } from '../support/run.mjs';
import { cleanEnvironment, runProgram } from './run-program.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const published = ['packages/core', 'packages/sdk', '.'];

/** A temporary folder with the packed packages, in which the projects are made; the signal ends what runs there. */
export async function createWorkspace(signal) {
  const folder = mkdtempSync(join(tmpdir(), 'civitkit-consumers-'));
  for (const name of ['tarballs', 'home', 'secrets', 'bundles']) mkdirSync(join(folder, name));
  const packages = await Promise.all(published.map((source) => pack(source, join(folder, 'tarballs'))));
  return {
    folder,
    packages,
    run: (command, args, options) => runProgram(command, args, { ...options, signal }),
    /** For programs of users: nothing of the developer's, neither keys nor files at home. */
    environment: {
      ...cleanEnvironment(),
      ...homes(join(folder, 'home')),
      CIVITKIT_SECRETS_DIRECTORY: join(folder, 'secrets'),
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
    /** The emulator out of the packed package, which one of the projects has installed. */
    startEmulator: (project) =>
      startEmulatorProcess(join(project, 'node_modules/civitkit/dist/cli.js'), cleanEnvironment()),
  };
}

function homes(folder) {
  return { HOME: folder, USERPROFILE: folder, APPDATA: folder, XDG_CONFIG_HOME: folder };
}

async function pack(source, destination) {
  const { command, prefix, shell } = npmCommand();
  const args = ['pack', '--json', '--ignore-scripts', '--workspaces=false', '--pack-destination', destination];
  const cwd = join(root, source);
  const { code, stdout, stderr } = await runProgram(command, [...prefix, ...args], {
    cwd,
    shell,
    env: withoutNpmScope(),
  });
  if (code !== 0) throw new Error(`npm pack failed in ${source}:\n${stderr}`);
  // a list in one version of npm, an object by package name in another
  const [{ filename }] = Object.values(JSON.parse(stdout));
  return {
    manifest: JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8')),
    tarball: join(destination, filename),
  };
}
