import { mkdtempSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PackedPackage, packAll, repository } from './support/pack.js';

/** The reader that the architecture check uses; plain JavaScript, hence no types of its own. */
interface ModuleReader {
  readModule(source: string): { readonly imports: readonly { readonly specifier?: string }[] };
}

const folder = mkdtempSync(join(tmpdir(), 'civitkit-contents-'));
const names = ['@civitkit/core', '@civitkit/sdk', 'civitkit'];
let packages: readonly PackedPackage[];
let reader: ModuleReader;

beforeAll(async () => {
  packages = await packAll(folder);
  const module = new URL('../../scripts/support/read-module.mjs', import.meta.url).href;
  reader = (await import(module)) as ModuleReader;
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('there are three packages, of one version, which name each other exactly', () => {
  expect(packages.map(({ manifest }) => manifest.name)).toEqual(names);
  const versions = new Set(packages.map(({ manifest }) => manifest.version));
  expect(versions.size).toBe(1);
  for (const { manifest } of packages) {
    const siblings = Object.entries(manifest.dependencies ?? {}).filter(([name]) => names.includes(name));
    for (const [, range] of siblings) expect(range).toBe(manifest.version);
  }
});

describe.each(names)('%s', (name) => {
  const packed = (): PackedPackage => packages.find(({ manifest }) => manifest.name === name) as PackedPackage;
  const sources = (): [path: string, text: string][] =>
    [...packed().files].filter(([path]) => /\.(?:js|d\.ts)$/.test(path));

  it('holds the build, its documents and nothing else', () => {
    const paths = [...packed().files.keys()];
    expect(
      paths.filter(
        (path) =>
          !/^(?:dist\/.+\.(?:js|d\.ts)(?:\.map)?|(?:package|appsettings\.schema)\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(
            path,
          ),
      ),
    ).toEqual([]);
    expect(paths.filter((path) => /(?:^|[./])(?:test|spec|fixtures?|bench)[./]/.test(path))).toEqual([]);
    expect(paths).toContain('package.json');
  });

  it('holds every file that its manifest names', () => {
    const { files, manifest } = packed();
    const targets = Object.values(manifest.exports).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : [entry.types, entry.default],
    );
    const named = [...targets, ...Object.values(manifest.bin ?? {})].map((path) => posix.normalize(path));
    expect(named.filter((path) => !files.has(path))).toEqual([]);
    for (const path of Object.values(manifest.bin ?? {})) {
      expect(files.get(posix.normalize(path))).toMatch(/^#!\/usr\/bin\/env node\n/);
    }
  });

  it('has types for every module and a module for all types', () => {
    const paths = sources().map(([path]) => path);
    const modules = paths.filter((path) => path.endsWith('.js')).map((path) => path.slice(0, -'.js'.length));
    const types = paths.filter((path) => path.endsWith('.d.ts')).map((path) => path.slice(0, -'.d.ts'.length));
    expect(modules).toEqual(types);
  });

  /** Modules whose purpose is to load what the user names. */
  const loadsForTheUser = new Set(['dist/files/sorters/load-sorter.js']);

  it('imports only what it declares, and files that are there', () => {
    const { files, manifest } = packed();
    const declared = new Set([name, ...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })]);
    const strangers: string[] = [];
    let seen = 0;
    for (const [path, text] of sources()) {
      for (const { specifier } of reader.readModule(text).imports) {
        seen += 1;
        if (specifier === undefined && !loadsForTheUser.has(path)) strangers.push(`${path}: a computed import`);
        else if (specifier === undefined) continue;
        else if (!isKnown(path, specifier)) strangers.push(`${path}: ${specifier}`);
      }
    }
    expect(strangers).toEqual([]);
    expect(seen).toBeGreaterThan(5);

    function isKnown(path: string, specifier: string): boolean {
      if (specifier.startsWith('.')) {
        const target = posix.join(posix.dirname(path), specifier);
        return files.has(path.endsWith('.d.ts') ? target.replace(/\.js$/, '.d.ts') : target);
      }
      // with its prefix, so that no package can take a built-in module's place
      if (specifier.startsWith('node:')) return builtinModules.includes(specifier.slice('node:'.length));
      return declared.has(specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'));
    }
  });

  it('uses every dependency that it brings along', () => {
    const used = sources().flatMap(([, text]) => [
      ...reader.readModule(text).imports.map(({ specifier = '' }) => specifier),
      ...Array.from(text.matchAll(/require\('([^']+)'\)/g), ([, required = '']) => required),
    ]);
    const idle = Object.keys(packed().manifest.dependencies ?? {}).filter(
      (dependency) => !used.some((specifier) => `${specifier}/`.startsWith(`${dependency}/`)),
    );
    expect(idle).toEqual([]);
  });

  it('refers to no type package that users may not have', () => {
    const references = sources().filter(([, text]) => /^\/\/\/ <reference/m.test(text));
    expect(references.map(([path]) => path)).toEqual([]);
  });

  it('says nothing of the machine it was built on', () => {
    // below the checkout, for the checkout itself may lie in a folder as ordinary as `/app`
    const places = ['packages', 'src', 'dist', 'node_modules'].map((below) => join(repository, below));
    const leaks = [...packed().files].filter(([, text]) => places.some((place) => text.includes(place)));
    expect(leaks.map(([path]) => path)).toEqual([]);
  });

  it('has source maps only with the sources they point to', () => {
    const { files } = packed();
    const missing: string[] = [];
    for (const [path, text] of files) {
      const map = /^\/\/# sourceMappingURL=(.+)$/m.exec(text)?.[1];
      if (map !== undefined && !files.has(posix.join(posix.dirname(path), map))) missing.push(`${path} -> ${map}`);
      if (!path.endsWith('.map')) continue;
      const { sources: pointed, sourcesContent } = JSON.parse(text) as { sources: string[]; sourcesContent?: string[] };
      if (sourcesContent !== undefined) continue;
      for (const source of pointed) {
        if (!files.has(posix.join(posix.dirname(path), source))) missing.push(`${path} -> ${source}`);
      }
    }
    expect(missing).toEqual([]);
  });
});
