import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedPackages } from './installed-packages.js';
import { entriesOf, npm, optionalPeers, type PackedPackage, packAll, repository, requiredPeers } from './pack.js';

/** What a child process left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A project of somebody else that has installed the packages. */
export interface Consumer extends AsyncDisposable {
  readonly folder: string;
  /** The specifiers of all public modules. */
  readonly entries: readonly string[];
  /** Installs the peers that are optional. */
  addOptionalPeers(): Promise<void>;
  /** Runs node in the folder. */
  node(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Outcome>;
  /** Compiles the files into `out`, with these options besides the strict ones; gives what the compiler says. */
  compile(files: readonly string[], options: Readonly<Record<string, unknown>>): Promise<Outcome>;
}

/** From here every package of the checkout can be found. */
const lookFrom = join(repository, 'packages', 'core');
/** Where the programs look for secret files instead of in `/run/secrets`. */
const emptyFolder = 'no-secrets';

/** Packs the packages, installs the tarballs into a new project and copies `consumer/` into it. */
export async function createConsumer(): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), 'civitkit-consumer-'));
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const packages = await packAll(folder);
    await install(folder, packages);
    await copyModules(folder);
    await mkdir(join(folder, emptyFolder));
    await cp(fileURLToPath(new URL('../consumer', import.meta.url)), folder, { recursive: true });
    return {
      folder,
      entries: packages.flatMap(({ manifest }) => entriesOf(manifest)),
      addOptionalPeers: () => addOptionalPeers(folder, packages),
      node: (args, environment) => runNode(folder, args, environment),
      compile: (files, options) => compile(folder, files, options),
      [Symbol.asyncDispose]: dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** As `npm install` of the three tarballs would, with their peers and the types of node. */
async function install(folder: string, packages: readonly PackedPackage[]): Promise<void> {
  const own = new Set(packages.map(({ manifest }) => manifest.name));
  const names = packages.flatMap(({ manifest }) =>
    Object.keys({ ...manifest.dependencies, ...requiredPeers(manifest) }),
  );
  const others = names.filter((name) => !own.has(name));
  const installed = await installedPackages([...others, '@types/node'], lookFrom);
  const sources = [...packages.map(({ manifest, tarball }) => [manifest.name, tarball] as const), ...installed];
  const dependencies = Object.fromEntries(sources.map(([name, path]) => [name, `file:${path}`]));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, dependencies }));
  // copies of the folders, not links into this checkout; what is optional and not here is left out
  const options = ['--install-links', '--ignore-scripts', '--no-package-lock', '--offline'];
  await npm(['install', ...options, '--no-audit', '--no-fund', '--loglevel=error'], folder);
}

async function addOptionalPeers(folder: string, packages: readonly PackedPackage[]): Promise<void> {
  const names = packages.flatMap(({ manifest }) => optionalPeers(manifest));
  for (const [name, from] of await installedPackages(names, lookFrom)) {
    await cp(from, join(folder, 'node_modules', name), { recursive: true });
  }
}

/** A second physical copy of inversify, with parts of its own, and of @civitkit/core, under other names. */
async function copyModules(folder: string): Promise<void> {
  const modules = join(folder, 'node_modules');
  const nested = 'second-inversify/node_modules/@inversifyjs';
  await cp(join(modules, 'inversify'), join(modules, 'second-inversify'), { recursive: true });
  await cp(join(modules, '@inversifyjs'), join(modules, nested), { recursive: true });
  await cp(join(modules, '@civitkit/core'), join(modules, 'second-core'), { recursive: true });
  const parts = await readdir(join(modules, nested));
  for (const copied of ['second-inversify', ...parts.map((part) => join(nested, part))]) {
    // the compiler takes two copies of one version for one package
    const path = join(modules, copied, 'package.json');
    const manifest = JSON.parse(await readFile(path, 'utf8')) as object;
    await writeFile(path, JSON.stringify({ ...manifest, version: '8.99.0' }));
  }
}

async function compile(
  folder: string,
  files: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  const configuration = join(folder, `tsconfig.${Object.values(options).join('-').replaceAll(/\W+/g, '-')}.json`);
  const compilerOptions = {
    target: 'es2022',
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    outDir: 'out',
    ...options,
  };
  await writeFile(configuration, JSON.stringify({ files, compilerOptions }));
  return runNode(folder, [join(repository, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', configuration]);
}

/** Without anything that the developer, npm or vitest have set for node or for civitkit. */
function runNode(
  cwd: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const foreign = /^(?:node_|npm_|vitest|civitai|civitkit|modelslab|https?_proxy|dotnet_)/i;
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const env = {
    ...Object.fromEntries(inherited),
    NO_COLOR: '1',
    CIVITKIT_SECRETS_DIRECTORY: join(cwd, emptyFolder),
    ...environment,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [...args], { cwd, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
}
