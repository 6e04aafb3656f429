import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeBlock, root } from './markdown.js';

/** What the documents import and this repository does not install; only the part they use. */
const strangers = `
declare module 'pino' {
  interface LogFn { (message: string, ...values: unknown[]): void; (object: unknown, message?: string): void }
  export function pino(): { debug: LogFn; warn: LogFn };
}
declare module 'winston' {
  interface LeveledLogMethod { (message: string, ...meta: unknown[]): object; (message: unknown): object }
  export function createLogger(): { debug: LeveledLogMethod; warn: LeveledLogMethod };
}
`;

/**
 * Type-checks blocks of TypeScript, each as a module of its own, against the built packages.
 *
 * @returns what the compiler says, with the place in the document or source instead of that in the extracted file.
 */
export function typeCheck(blocks: readonly CodeBlock[]): readonly string[] {
  // within node_modules, so that the names of the packages resolve as they do for a program in this repository
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'docs-'));
  try {
    const places = new Map(blocks.map((block, index) => [`block-${index}.ts`, block]));
    for (const [name, { text }] of places) {
      const isModule = /^(?:import|export) /m.test(text);
      writeFileSync(join(folder, name), isModule ? text : `${text}export {};\n`);
    }
    writeFileSync(join(folder, 'strangers.d.ts'), strangers);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    return reportOf(folder, places);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** While a file cannot be parsed, the compiler does not look at types; so the others are compiled again without it. */
function reportOf(folder: string, places: ReadonlyMap<string, CodeBlock>): readonly string[] {
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration([...places.keys(), 'strangers.d.ts'])));
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout, status } = spawnSync(process.execPath, [compiler, '-p', '.', '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status === 0) return [];
  const problems = stdout.split('\n').filter((line) => line !== '');
  const unparsable = new Set(
    problems.flatMap((line) => /^(block-\d+\.ts)\(.*\): error TS1\d{3}:/.exec(line)?.[1] ?? []),
  );
  const others = new Map([...places].filter(([name]) => !unparsable.has(name)));
  const hidden = unparsable.size > 0 && others.size > 0 ? reportOf(folder, others) : [];
  // what the second look reports, the first may have seen too
  return [...new Set([...problems.map((line) => translate(line, places)), ...hidden])];
}

function configuration(files: readonly string[]): object {
  return {
    extends: '../../../tsconfig.base.json',
    compilerOptions: {
      composite: false,
      declaration: false,
      isolatedDeclarations: false,
      noEmit: true,
      // as applications of NestJS are compiled
      experimentalDecorators: true,
      // an example may name what it does not go on to use
      noUnusedLocals: false,
      noUnusedParameters: false,
      paths: { 'civitkit/emulator': ['../../../dist/emulator/start-emulator.d.ts'] },
    },
    files,
  };
}

function translate(line: string, places: ReadonlyMap<string, CodeBlock>): string {
  const [, name = '', row = '', rest = ''] = /^(block-\d+\.ts)\((\d+),\d+\): (.*)$/.exec(line) ?? [];
  const block = places.get(name);
  return block === undefined ? line : `${block.file}:${block.line + Number(row) - 1} ${rest}`;
}
