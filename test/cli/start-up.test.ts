import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, runCli, type Sandbox } from './run-cli.js';

let sandbox: Sandbox;

beforeEach(() => {
  sandbox = createSandbox();
});

afterEach(() => {
  sandbox.remove();
});

/** The modules outside Node that a run loaded, as V8's own coverage record names them. */
async function loadedModules(args: readonly string[]): Promise<string[]> {
  const record = join(sandbox.home, 'coverage');
  const { code } = await runCli(sandbox, args, { env: { NODE_V8_COVERAGE: record } });
  expect(code).toBe(0);
  return readdirSync(record).flatMap((file) => {
    const { result } = JSON.parse(readFileSync(join(record, file), 'utf8')) as { result: { url: string }[] };
    return result.map(({ url }) => url).filter((url) => url.startsWith('file:'));
  });
}

describe('start-up', () => {
  // what a run loads is what it costs; a measured time would fail on a busy machine
  it.each([['--help'], ['--version'], ['secrets', 'set', '--help'], ['config', '--help']])(
    '%s %s %s loads commander and a few small files',
    async (...args) => {
      const modules = await loadedModules(args.filter((arg) => arg !== undefined));
      const others = modules.filter((url) => !url.includes('/node_modules/commander/'));
      expect(others.every((url) => /\/dist\/(?:[\w-]+|commands\/[\w-]+)\.js$/.test(url))).toBe(true);
      expect(others.length).toBeLessThan(12);
    },
  );

  it('does not load the container or the HTTP client to explain the configuration of core', async () => {
    const modules = await loadedModules(['config', 'explain', '--section', 'CivitaiApi']);
    expect(modules.filter((url) => /\/node_modules\/(?:axios|inversify|@inversifyjs)\//.test(url))).toEqual([]);
  });
});
