import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { readTar } from './read-tar.js';

const run = promisify(execFile);

export const repository: string = fileURLToPath(new URL('../../..', import.meta.url));

/** What the tests look at in a `package.json`. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** A package as users download it. */
export interface PackedPackage {
  readonly manifest: Manifest;
  readonly tarball: string;
  /** Path to text, without npm's leading `package/`. */
  readonly files: ReadonlyMap<string, string>;
}

const folders = ['packages/core', 'packages/sdk', '.'];

/** Packs the three packages of this repository, as built, into a folder. */
export function packAll(destination: string): Promise<readonly PackedPackage[]> {
  return Promise.all(folders.map((folder) => pack(join(repository, folder), destination)));
}

/** The specifiers under which users reach a package's modules; JSON is none. */
export function entriesOf({ name, exports }: Manifest): readonly string[] {
  return Object.keys(exports)
    .filter((subpath) => !subpath.endsWith('.json'))
    .map((subpath) => name + subpath.slice(1));
}

/** The peers that a package can do without. */
export function optionalPeers({ peerDependenciesMeta = {} }: Manifest): readonly string[] {
  return Object.keys(peerDependenciesMeta).filter((name) => peerDependenciesMeta[name]?.optional === true);
}

/** The peers that a package needs. */
export function requiredPeers(manifest: Manifest): Readonly<Record<string, string>> {
  const optional = optionalPeers(manifest);
  return Object.fromEntries(
    Object.entries(manifest.peerDependencies ?? {}).filter(([name]) => !optional.includes(name)),
  );
}

async function pack(folder: string, destination: string): Promise<PackedPackage> {
  // Without `--workspaces=false`, npm under `npm test` at the root could pack every workspace.
  const args = ['pack', '--json', '--ignore-scripts', '--workspaces=false', '--pack-destination', destination];
  const stdout = await npm(args, folder);
  const [packed] = Object.values(JSON.parse(stdout) as Record<string, { readonly filename: string }>);
  if (packed === undefined) throw new Error(`npm pack in ${folder} named no tarball: ${stdout}`);
  const tarball = join(destination, packed.filename);
  const files = readTar(gunzipSync(await readFile(tarball)));
  return { manifest: JSON.parse(files.get('package.json') ?? '{}') as Manifest, tarball, files };
}

/** Runs npm and gives what it printed; free of the options an outer npm hands to its scripts. */
export async function npm(args: readonly string[], cwd: string): Promise<string> {
  const scoped = /^npm_(?:config_(?!registry|cache|userconfig|globalconfig|offline)|package_|lifecycle_)/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !scoped.test(name)));
  const { stdout } = await run('npm', [...args], { cwd, env, shell: process.platform === 'win32', maxBuffer: 1e8 });
  return stdout;
}
