// The folders are the architecture: `node scripts/check-architecture.mjs [root]` reads every import and says which of
// the rules below is broken, as `file:line rule: explanation`.
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readModule } from './support/read-module.mjs';
import { listFiles, matches } from './support/source-files.mjs';

// ---- the rules, as data ---------------------------------------------------------------------------------------------

/** Inside core, a file may import from its own layer and from those before it. */
const layers = {
  folder: 'packages/core/src',
  order: [
    ['errors', 'result', 'secrets/secret.ts', 'air', 'types', 'version.ts'],
    ['transport', 'observability', 'configuration', 'secrets', 'credentials'],
    ['caching', 'pacing'],
    ['paging', 'resources', 'files'],
    [
      'civitai-client.ts',
      'create-stages.ts',
      'create-pipeline.ts',
      'create-keyed-pipeline.ts',
      'create-civitai-client.ts',
    ],
    ['container', 'nestjs'],
    ['index.ts', 'client.ts', 'internal.ts', 'files.ts', 'nestjs.ts'],
  ],
};

/** Modules that only some places may import; everything else `within` may not. */
const reserved = [
  {
    modules: ['inversify', 'inversify/**', '@inversifyjs/**', 'reflect-metadata'],
    within: ['packages/**'],
    allowed: ['packages/*/src/container/**', 'packages/*/src/nestjs/**'],
    why: 'only container/ and nestjs/ know the container',
  },
  {
    modules: ['@nestjs/**', 'rxjs', 'rxjs/**'],
    within: ['packages/**'],
    except: ['@nestjs/common'],
    allowed: [],
    why: 'the packages need nothing of NestJS but @nestjs/common',
  },
  {
    modules: ['@nestjs/common', '@civitkit/core/nestjs'],
    within: ['packages/**'],
    allowed: ['packages/*/src/nestjs/**'],
    why: 'only nestjs/ knows NestJS',
  },
  {
    modules: ['axios', 'axios/**'],
    within: ['packages/**', 'src/**'],
    allowed: ['packages/core/src/transport/axios-transport.ts'],
    why: 'only transport/axios-transport.ts knows axios',
  },
  {
    modules: ['convict', 'dotenv', 'dotenv/**', '@humanwhocodes/momoa'],
    within: ['packages/**', 'src/**'],
    allowed: ['packages/core/src/configuration/**'],
    why: 'only configuration/ reads configuration formats',
  },
  {
    modules: ['node:fs', 'node:fs/promises', 'fs', 'fs/promises'],
    within: ['packages/**'],
    allowed: ['packages/*/src/{configuration,secrets,credentials,files}/**'],
    why: 'only configuration/, secrets/, credentials/ and files/ touch the disk',
  },
  {
    modules: ['@civitkit/sdk', '@civitkit/sdk/**'],
    within: ['packages/core/**'],
    allowed: [],
    why: 'core does not know the sdk',
  },
  {
    modules: ['@civitkit/core/**'],
    within: ['packages/sdk/**'],
    except: ['@civitkit/core/internal', '@civitkit/core/client', '@civitkit/core/files', '@civitkit/core/nestjs'],
    allowed: [],
    why: 'the sdk reaches core through @civitkit/core, /client, /files, /nestjs and /internal',
  },
  {
    modules: ['civitkit', 'civitkit/**', 'commander', '@clack/**', 'find-my-way'],
    within: ['packages/**'],
    allowed: [],
    why: 'packages know nothing of the command-line tool',
  },
  {
    modules: ['@civitkit/core/internal'],
    within: ['examples/**'],
    allowed: [],
    why: 'internal is for this repository, not for applications',
  },
];

/** A relative import stays inside the innermost of these folders. */
const packages = ['packages/*/src', 'examples/*/src', 'src'];
/** The public entries, which alone may pass on what others export. */
const entries = [
  'packages/*/src/{index,client,internal,files,checks,webhooks,jobs,modelslab,modelslab-client,modelslab-checks,nestjs}.ts',
  'src/emulator/start-emulator.ts',
];
const sources = ['packages/*/src/**', 'examples/*/src/**', 'src/**'];
const everything = ['packages', 'src', 'examples', 'test', 'scripts', 'bench'];
const generated = ['**/generated/**'];
const longest = 300;
const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:(?:\.[a-z-]+)?\.test|\.test-d|\.bench|\.config)?\.(?:ts|mts|mjs)$/;
/** A folder beside the checkout that not everyone has. */
const outsidePath = /\.\.\/shared\b/;

// ---- applying them --------------------------------------------------------------------------------------------------

const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const files = listFiles(root, everything).filter((file) => /\.(?:ts|mts|mjs)$/.test(file));
const violations = files.flatMap((file) => check(file, readFileSync(posix.join(root, file), 'utf8')));

for (const { file, line, rule, text } of violations) process.stdout.write(`${file}:${line} ${rule}: ${text}\n`);
process.stdout.write(
  violations.length === 0
    ? `architecture: ${files.length} files, no violation\n`
    : `architecture: ${violations.length} violation(s) in ${files.length} files\n`,
);
process.exitCode = violations.length === 0 ? 0 : 1;

function check(file, source) {
  const found = [...checkText(file, source)];
  if (!matches(file, sources)) return found;
  const { imports, defaultExports, environmentWrites } = readModule(source);
  for (const line of defaultExports) found.push({ file, line, rule: 'no-default-export', text: 'export it by name' });
  for (const line of environmentWrites) {
    found.push({ file, line, rule: 'no-environment-write', text: 'process.env belongs to the host program' });
  }
  for (const one of imports)
    found.push(...checkImport(file, one).map((problem) => ({ file, line: one.line, ...problem })));
  return found;
}

function* checkText(file, source) {
  const name = posix.basename(file);
  if (!kebabCase.test(name)) yield { file, line: 1, rule: 'kebab-case', text: `rename ${name}` };
  const lines = source.split('\n');
  const count = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  if (count > longest && !matches(file, generated)) {
    yield {
      file,
      line: longest + 1,
      rule: 'file-length',
      text: `${count} lines, at most ${longest}: split it by concept`,
    };
  }
  for (const [index, line] of lines.entries()) {
    if (outsidePath.test(line))
      yield { file, line: index + 1, rule: 'no-outside-path', text: 'not part of this repository' };
  }
}

function checkImport(file, { specifier, reExport }) {
  const found = [];
  if (reExport && !matches(file, entries)) {
    found.push({ rule: 're-export', text: 'only a public entry of a package passes on exports' });
  }
  if (specifier === undefined) return found;
  if (specifier.startsWith('.')) return [...found, ...checkRelative(file, specifier)];
  for (const { modules, within, except = [], allowed, why } of reserved) {
    const applies = matches(file, within) && matches(specifier, modules) && !matches(specifier, except);
    if (applies && !matches(file, allowed)) found.push({ rule: 'reserved-import', text: `${specifier}: ${why}` });
  }
  return found;
}

function checkRelative(file, specifier) {
  const target = posix.normalize(posix.join(posix.dirname(file), specifier)).replace(/\.js$/, '.ts');
  if (packageOf(file) !== packageOf(target)) {
    return [{ rule: 'package-boundary', text: `${specifier} leaves ${packageOf(file)}; import the package by name` }];
  }
  const own = layerOf(file);
  const other = layerOf(target);
  if (own === undefined || other === undefined) return [];
  if (own === -1)
    return [{ rule: 'layer', text: `${file} is in no layer; name its layer in ${posix.basename(import.meta.url)}` }];
  if (other <= own) return [];
  return [{ rule: 'layer', text: `${specifier} lies further out (${layers.order[other].join(', ')})` }];
}

function packageOf(file) {
  for (let folder = posix.dirname(file); folder !== '.' && folder !== '/'; folder = posix.dirname(folder)) {
    if (matches(folder, packages)) return folder;
  }
  return undefined;
}

/** The index of a core file's layer, -1 when it has none, undefined outside core. The longest name wins. */
function layerOf(file) {
  if (!file.startsWith(`${layers.folder}/`)) return undefined;
  const path = file.slice(layers.folder.length + 1);
  const names = layers.order.flatMap((group, index) => group.map((name) => ({ name, index })));
  const matching = names.filter(({ name }) => path === name || path.startsWith(`${name}/`));
  return matching.toSorted((a, b) => b.name.length - a.name.length)[0]?.index ?? -1;
}
