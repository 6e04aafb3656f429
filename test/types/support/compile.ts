import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One error of the compiler. */
export interface Diagnostic {
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const compiler = join(root, 'node_modules/typescript/bin/tsc');

/** Compiles one file of an application that uses the packages, with the strictest flags, against their sources. */
export function compile(source: string): readonly Diagnostic[] {
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'types-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'application.ts'), source);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration));
    const { stdout, stderr, status } = spawnSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], {
      encoding: 'utf8',
      cwd: folder,
    });
    if (status !== 0 && stdout === '') throw new Error(`tsc failed: ${stderr}`);
    return stdout.split('\n').flatMap(parseLine);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const configuration = {
  extends: join(root, 'tsconfig.base.json'),
  compilerOptions: {
    composite: false,
    declaration: false,
    isolatedDeclarations: false,
    noEmit: true,
    skipLibCheck: true,
    paths: {
      '@civitkit/core/*': [join(root, 'packages/core/src/*.ts')],
      '@civitkit/sdk/*': [join(root, 'packages/sdk/src/*.ts')],
      '@civitkit/sdk/modelslab/*': [join(root, 'packages/sdk/src/modelslab-*.ts')],
    },
  },
  files: ['application.ts'],
};

/** The first line of a message about the file; mistakes in the packages are for `tsc -b` to find. */
function parseLine(line: string): readonly Diagnostic[] {
  const [, row, column, code = '', message = ''] =
    /^application\.ts\((\d+),(\d+)\): error (\w+): (.*)$/.exec(line) ?? [];
  return row === undefined ? [] : [{ line: Number(row), column: Number(column), code, message }];
}
