import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { codeBlocks } from '../docs/support/markdown.js';
import { exampleFolder, startExample } from './support/example-process.js';

// an emulator and several processes for each, on whatever machine this is
vi.setConfig({ testTimeout: 60_000 });

const runner = fileURLToPath(new URL('../../scripts/example.mjs', import.meta.url));
const names = readdirSync(exampleFolder('')).filter((name) => existsSync(join(exampleFolder(name), 'src')));
/** It has commands and tests of its own. */
const elsewhere = new Set(['nestjs-app']);

/** What the README says is printed; `…` stands for anything. */
function promised(name: string): readonly RegExp[] {
  const output = codeBlocks(`examples/${name}/README.md`).filter(({ language }) => language === 'text');
  return output
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => new RegExp(`^${line.split('…').map(escapeText).join('.*')}$`));
}

function escapeText(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

describe('npm run example', () => {
  it.each(names.filter((name) => !elsewhere.has(name)))(
    '-- %s prints what its README says, and ends with 0',
    async (name) => {
      const run = startExample(name, {
        command: ['node', runner, name, '--no-setup'],
        env: { USERPROFILE: '', APPDATA: '' },
      });
      expect([await run.exitCode, run.output]).toMatchObject([0, expect.any(String)]);
      const lines = promised(name);
      expect(lines.length).toBeGreaterThan(2);
      expect(lines.filter((line) => !run.lines.some((printed) => line.test(printed))).map(String)).toEqual([]);
    },
  );

  it('lists the examples when the name is none', async () => {
    const run = startExample('no-container', { command: ['node', runner, 'nothing', '--no-setup'], env: {} });
    expect(await run.exitCode).toBe(2);
    for (const name of names) expect(run.output).toContain(name);
  });

  it.each(names)('%s is a private package that starts by npm start, with a README', (name) => {
    const manifest = JSON.parse(readFileSync(join(exampleFolder(name), 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(manifest).toMatchObject({ name: `@civitkit-examples/${name}`, private: true, type: 'module' });
    expect(manifest['scripts']).toHaveProperty('start');
    expect(existsSync(join(exampleFolder(name), 'tsconfig.json'))).toBe(true);
    expect(readFileSync(join(exampleFolder(name), 'README.md'), 'utf8')).toMatch(/^# /);
  });
});
