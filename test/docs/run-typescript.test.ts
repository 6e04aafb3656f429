import { describe, expect, it } from 'vitest';
import { type CodeBlock, typeScriptBlocks } from './support/markdown.js';
import { notRun } from './support/run/not-run.js';
import { runBlocks } from './support/run/run-blocks.js';

const blocks = typeScriptBlocks();
const isNotRun = ({ file, text }: CodeBlock): boolean =>
  notRun.some((row) => row.file === file && text.includes(row.having));
const toRun = blocks.filter((block) => !isNotRun(block));

describe('TypeScript in documents and in comments', () => {
  it('comes to its end against the emulator', { timeout: 240_000 }, async () => {
    expect(await runBlocks(toRun, 30_000)).toEqual([]);
  });

  it('is run, but for some', () => {
    expect(toRun.length).toBeGreaterThan(250);
    expect(notRun.length).toBeLessThan(blocks.length / 20);
  });

  it.each(notRun)('$why: $file', ({ file, having, why }) => {
    expect(why).not.toBe('');
    expect(blocks.filter((block) => block.file === file && block.text.includes(having))).toHaveLength(1);
  });

  it('is reported when it fails, does not end, ends the process, or reaches for another machine', async () => {
    const block = (line: number, text: string): CodeBlock => ({ file: 'docs/any.md', line, language: 'ts', text });
    const problems = await runBlocks(
      [
        block(1, "throw new RangeError('no');"),
        block(2, 'await new Promise<void>(() => {});'),
        block(3, "await fetch('https://civitai.com').catch(({ cause }) => { throw cause; });"),
        block(4, 'const good: number = 1; console.log(good);'),
        block(5, "void Promise.reject(new Error('later')); await new Promise((done) => setTimeout(done, 60_000));"),
        block(6, 'process.exit(3);'),
      ],
      3_000,
    );
    expect(problems.toSorted().map((problem) => problem.trim())).toEqual([
      'docs/any.md:1 RangeError: no',
      'docs/any.md:2 Error: not at its end after 3000 ms',
      'docs/any.md:3 Error: civitai.com is elsewhere',
      'docs/any.md:5 Error: later',
      'docs/any.md:6 ended the process with 3:',
    ]);
  });
});
