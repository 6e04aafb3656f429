import { describe, expect, it } from 'vitest';
import { runShell } from './support/run/run-shell.js';
import { missingPrograms, notTyped, shellBlocks, whyNotTyped } from './support/run/shell-lines.js';

const blocks = shellBlocks();
const lines = blocks.flatMap((block) => block.lines);
const toRun = blocks.filter((block) => block.lines.some((line) => whyNotTyped(line) === undefined));

const without = missingPrograms.map((program) => `, without ${program}, which is not installed here`).join('');

describe.skipIf(process.platform === 'win32')(`commands in documents${without}`, () => {
  it.concurrent.each(toRun)('$file:$line', { timeout: 120_000 }, async (block) => {
    expect(await runShell(block)).toEqual([]);
  });

  it('are run, but for those in the table', () => {
    expect(lines.filter((line) => whyNotTyped(line) === undefined).length).toBeGreaterThan(40);
  });

  it.each(notTyped)('$why: $like', ({ like }) => {
    expect(lines.some(({ command }) => like.test(command))).toBe(true);
  });

  it('are reported when they fail', async () => {
    const failing = { file: 'docs/any.md', line: 7, command: 'npx civitkit models get 99999999' };
    const problems = await runShell({ file: 'docs/any.md', line: 6, lines: [failing] });
    expect(problems.join('')).toMatch(/^docs\/any\.md:7 npx civitkit models get 99999999: exit code [1-9]/);
  });
});
