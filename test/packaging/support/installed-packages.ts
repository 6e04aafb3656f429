import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

interface Dependent {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/**
 * Where this checkout has packages and all that they depend on, by name; as with npm, peers that are not optional too. Taking them from here instead of from the
 * registry keeps the tests independent of the network and of what was published today.
 */
export async function installedPackages(names: readonly string[], from: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const add = async (name: string, dependent: string): Promise<void> => {
    const folder = find(name, dependent);
    // a second version of a package could only come from npm's cache, as the nested one it is
    if (found.has(name)) return;
    found.set(name, folder);
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Dependent;
    const { dependencies, peerDependencies = {}, peerDependenciesMeta = {} } = manifest;
    const peers = Object.keys(peerDependencies).filter((peer) => peerDependenciesMeta[peer]?.optional !== true);
    for (const dependency of [...Object.keys(dependencies ?? {}), ...peers]) await add(dependency, folder);
  };
  for (const name of names) await add(name, from);
  return found;
}

/** As node does: in the `node_modules` of the folder and of those around it. */
function find(name: string, from: string): string {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  if (dirname(from) === from) throw new Error(`${name} is not installed in this checkout`);
  return find(name, dirname(from));
}
