// What the step types cost the compiler: a file with ten workflows, and the same file with steps of no type at all.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { interleave, median, printTable, ratio } from './support.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = join(root, 'node_modules/typescript/bin/tsc');

export async function typeCheck() {
  const source = readFileSync(join(root, 'test/types/ten-workflows.ts'), 'utf8');
  const untyped = `type WorkflowTemplate = { readonly steps: readonly unknown[]; readonly [member: string]: unknown };\n${source.replace(/,? type WorkflowTemplate\b/, '')}`;
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'bench-types-'));
  try {
    const figures = await interleave(9, [
      { name: 'typed', run: () => check(folder, 'typed', source) },
      { name: 'unknown', run: () => check(folder, 'unknown', untyped) },
      { name: 'nothing', run: () => check(folder, 'nothing', 'export {};') },
    ]);
    const typed = median(figures.get('typed'));
    printTable(
      'Types: a file with ten workflows, the compiler’s total time',
      'ms',
      [
        {
          name: 'WorkflowTemplate',
          value: typed,
          note: `${ratio(figures, 'typed', 'unknown').toFixed(2)} × steps: unknown[]`,
        },
        { name: 'steps: unknown[]', value: median(figures.get('unknown')) },
        { name: 'an empty file', value: median(figures.get('nothing')) },
      ],
      { met: typed < 2000, text: 'less than 2 s' },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Compiles a file as an application would, with the published declarations, and gives the milliseconds it took. */
function check(folder, name, source) {
  const project = join(folder, `${name}.json`);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, `${name}.ts`), source);
  writeFileSync(
    project,
    JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions, files: [`${name}.ts`] }),
  );
  const { stdout, status } = spawnSync(
    process.execPath,
    [compiler, '-p', project, '--pretty', 'false', '--extendedDiagnostics'],
    {
      encoding: 'utf8',
    },
  );
  const [, seconds] = /^Total time:\s*([\d.]+)s$/m.exec(stdout) ?? [];
  if (status !== 0 || seconds === undefined) throw new Error(`tsc failed; is everything built?\n${stdout}`);
  return Number(seconds) * 1000;
}

const compilerOptions = {
  composite: false,
  declaration: false,
  isolatedDeclarations: false,
  noEmit: true,
  skipLibCheck: true,
};
