// How a consumer that fails is reported; the consumers themselves are `npm run check:consumers`.
import { expect, it } from 'vitest';

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Step {
  readonly args: readonly string[];
  readonly check?: (outcome: Outcome) => string | undefined;
}

interface Row {
  readonly name: string;
  readonly result: string;
  readonly output: string;
}

/** Plain JavaScript, hence no types of its own. */
interface Scripts {
  readonly checkConsumer: (consumer: object, parts: object) => Promise<Row>;
  readonly createGate: (size: number) => <T>(work: () => Promise<T>) => Promise<T>;
  readonly prints: (wanted: unknown) => (outcome: Outcome) => string | undefined;
  readonly runProgram: (command: string, args: readonly string[], options: object) => Promise<Outcome>;
}

async function load(path: string): Promise<Scripts> {
  return (await import(new URL(`../../scripts/consumers/${path}`, import.meta.url).href)) as Scripts;
}

const { checkConsumer } = await load('check-consumer.mjs');
const { createGate } = await load('gate.mjs');
const { prints } = await load('kinds/program.mjs');
const { runProgram } = await load('run-program.mjs');

/** A consumer whose steps are programs of this node, given as their text. */
function check(steps: readonly Step[], install: () => Promise<string> = async () => process.cwd()): Promise<Row> {
  const consumer = { name: 'one', project: 'plain', steps: async () => steps };
  return checkConsumer(consumer, {
    workspace: { folder: process.cwd(), environment: process.env, run: runProgram },
    installer: { install },
    emulator: { siteUrl: 'http://site', orchestrationUrl: 'http://generation', apiKey: 'of-no-use' },
    gate: createGate(1),
  });
}

const program = (text: string): string[] => ['--eval', text];
const given = 'console.log(JSON.stringify([process.env.CivitaiApi__BaseUrl, process.env.CIVITAI_API_KEY]))';

it('passes when every step did what it should, with the address and the key of the emulator', async () => {
  const row = await check([
    { args: program('1') },
    { args: program(given), check: prints(['http://site', 'of-no-use']) },
  ]);
  expect(row).toMatchObject({ name: 'one', result: 'passed', output: '' });
});

it.each([
  { text: 'console.log("seen"); console.error("why"); process.exit(3)', says: ['seen', 'why', 'ended with code 3'] },
  { text: 'console.log(JSON.stringify(["other"]))', says: ['other', 'it did not print ["wanted"]'] },
  { text: 'console.log("no JSON")', says: ['no JSON', 'it did not print ["wanted"]'] },
  {
    text: 'console.log(JSON.stringify(["wanted"])); console.error("a warning")',
    says: ['a warning', 'it wrote to stderr'],
  },
])('shows what the program said: $text', async ({ text, says }) => {
  const row = await check([
    { args: program(text), check: prints(['wanted']) },
    { args: program('console.log("later")') },
  ]);
  expect(row.result).toBe('FAILED');
  for (const part of says) expect(row.output).toContain(part);
  expect(row.output).not.toContain('later');
});

it('fails when its project could not be installed', async () => {
  const row = await check([], () => Promise.reject(new Error('no such version')));
  expect(row).toMatchObject({ result: 'FAILED', output: 'no such version' });
});

it('ends a program that does not finish', async () => {
  const outcome = await runProgram(process.execPath, program('setInterval(() => {}, 1000)'), { timeoutMs: 300 });
  expect(outcome.code).not.toBe(0);
  expect(outcome.stderr).toContain('it did not finish');
});

it('lets so many run at a time', async () => {
  const gate = createGate(2);
  let running = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  };
  await Promise.all([1, 2, 3, 4, 5].map(() => gate(work)));
  expect({ running, most }).toEqual({ running: 0, most: 2 });
});
