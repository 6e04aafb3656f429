import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Compiles sources of core and what they import, for the Node versions that this runs on do not all run TypeScript.
 * Returns the folder that stands for `packages/core/src`.
 */
export function compileSources(directory: string, files: readonly string[]): string {
  const source = join(repository, 'packages/core/src');
  const output = join(directory, 'compiled');
  writeFileSync(
    join(directory, 'tsconfig.json'),
    JSON.stringify({
      extends: join(repository, 'tsconfig.base.json'),
      compilerOptions: {
        composite: false,
        declaration: false,
        isolatedDeclarations: false,
        rootDir: source,
        outDir: output,
        typeRoots: [join(repository, 'node_modules/@types')],
      },
      files: files.map((file) => join(source, file)),
    }),
  );
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(repository, 'node_modules'), join(directory, 'node_modules'));
  execFileSync(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', directory]);
  return output;
}
