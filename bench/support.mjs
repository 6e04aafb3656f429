// Shared by the benchmarks: child processes, medians, tables.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The file of something that is run in a process of its own. */
export const contender = (name) => fileURLToPath(new URL(`./contenders/${name}.mjs`, import.meta.url));

/** Runs node and gives the number it printed. */
export const number = async (args) => Number((await runNode(args)).output);

/** Runs `work` with the origin of a server in a process of its own, so that its CPU is nobody's. */
export async function withServer(name, work, args = []) {
  const server = spawn(process.execPath, [contender(name), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = await once(server.stdout.setEncoding('utf8'), 'data');
    await work(line.trim());
  } finally {
    server.kill();
  }
}

/** Runs node with arguments and gives what it printed, plus the wall time and the CPU time of the whole process. */
export const runNode = (args, env = {}) => runChild(process.execPath, args, env);

/** The same for any other program. */
export const runProgram = (command, ...args) => runChild(command, args, {});

async function runChild(command, args, env) {
  const startedAt = performance.now();
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} exited with ${code}`);
  return { output, ms: performance.now() - startedAt };
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Runs contenders in turn, A B C A B C …, so that a machine that slows down slows all of them. */
export async function interleave(rounds, contenders) {
  const figures = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run } of contenders) figures.get(name).push(await run());
  }
  return figures;
}

/** Median of the ratios pair by pair: what the two cost in the same moment. */
export function ratio(figures, of, to) {
  return median(figures.get(of).map((value, round) => value / figures.get(to)[round]));
}

export function printTable(title, unit, rows, target) {
  console.log(`\n${title}`);
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const { name, value, note = '' } of rows) {
    console.log(`  ${name.padEnd(width)}  ${value.toFixed(value < 10 ? 2 : 0).padStart(7)} ${unit}  ${note}`.trimEnd());
  }
  if (target !== undefined) console.log(`  ${target.met ? 'met' : 'MISSED'}: ${target.text}`);
}
