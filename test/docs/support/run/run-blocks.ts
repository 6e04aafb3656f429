import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { type CodeBlock, root } from '../markdown.js';
import { sampleFiles } from './sample-files.js';
import { withStandIns } from './stand-ins.js';

interface PlannedBlock {
  readonly name: string;
  readonly module: string;
  readonly folder: string;
}

interface Outcome {
  readonly name: string;
  readonly problem?: string;
}

const runner = fileURLToPath(new URL('block-runner.mjs', import.meta.url));
const stayHere = new URL('stay-here.mjs', import.meta.url).href;

/**
 * Runs code out of the documents against the emulator, in two processes that share the work.
 *
 * @returns what went wrong, with the place of the code.
 */
export async function runBlocks(blocks: readonly CodeBlock[], timeoutMs: number): Promise<readonly string[]> {
  // within node_modules, so that the names of the packages resolve as they do for a program in this repository
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = realpathSync(mkdtempSync(join(cache, 'docs-run-')));
  try {
    writeFileSync(join(folder, 'package.json'), '{ "name": "application", "type": "module" }');
    // for `civitkit/emulator`, which is this repository itself
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules', 'civitkit'), 'junction');
    const planned = await Promise.all(blocks.map((block, index) => plan(block, folder, index)));
    const halves = [0, 1].map((rest) => planned.filter((_, index) => index % 2 === rest));
    return (await Promise.all(halves.map((half) => runInProcess(half, timeoutMs)))).flat();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function plan(block: CodeBlock, folder: string, index: number): Promise<PlannedBlock> {
  const own = join(folder, String(index));
  mkdirSync(own);
  const module = join(own, 'main.mjs');
  const { code } = await transform(withStandIns(block.text), {
    loader: 'ts',
    target: 'es2022',
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
  });
  writeFileSync(module, code);
  for (const [name, content] of Object.entries(sampleFiles())) {
    mkdirSync(dirname(join(own, name)), { recursive: true });
    writeFileSync(join(own, name), content);
  }
  return { name: `${block.file}:${block.line}`, module, folder: own };
}

function runInProcess(blocks: readonly PlannedBlock[], timeoutMs: number): Promise<readonly string[]> {
  const child = fork(runner, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: ['--import', stayHere] });
  const outcomes: Outcome[] = [];
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  child.on('message', (outcome: Outcome) => outcomes.push(outcome));
  child.send({ blocks, timeoutMs });
  return new Promise((resolve) => {
    child.once('close', (code) => {
      const problems = outcomes.flatMap(({ name, problem }) => (problem === undefined ? [] : [`${name} ${problem}`]));
      const next = blocks[outcomes.length];
      if (next !== undefined) problems.push(`${next.name} ended the process with ${code}: ${errors.slice(-500)}`);
      resolve(problems);
    });
  });
}
