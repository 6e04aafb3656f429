import { existsSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { large, small } from '../faults/downloads/catalogue-files.js';
import { canary, downloads, sha256Of } from './downloads.js';
import { until } from './generation.js';
import { cursorShown, openTerminal, scriptWorks, type Terminal } from './terminal.js';

const escape = '\u001b';
// Slow enough that there is something to see.
const cli = downloads({ imageCount: 0, storage: { bytesPerSecond: 1_500_000 } });
const open = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Terminal =>
  openTerminal(args, { cwd: cli.sandbox.project, env: { ...cli.sandbox.env, ...cli.env, ...env } });

const colours = new RegExp(`${escape}\\[\\d+m`, 'g');
const withoutColours = (text: string): string => text.replaceAll(colours, '');

describe.skipIf(!scriptWorks)('civitkit download in a terminal', () => {
  it('shows a line for each file and one for all, where they stand, and the paths in the end', async () => {
    const terminal = open(['download', `v:${large.versionId}`, `v:${small.versionId}`]);
    expect(await terminal.ended).toBe(0);
    const seen = withoutColours(terminal.seen());
    expect(seen).toMatch(/[█░]{20} {2}.*\d+ %/);
    expect(seen).toMatch(/total .*1 of 2 files/);
    expect(seen).toMatch(/iB\/s, eta \d+:\d\d/);
    expect(cursorShown(seen)).toBe(true);
    const last = seen.trimEnd().split(/\r?\n/).slice(-3).join('\n');
    expect(last).toContain(cli.path(large.name));
    expect(last).toContain(cli.path(small.name));
    // a frame begins by going back; there may be ten of them in a second
    expect(seen.split(`${escape}[J`).length).toBeLessThan(60);
  });

  it('gives the cursor back on Ctrl-C', async () => {
    const terminal = open(['download', `v:${large.versionId}`, '--limit-rate', '200k']);
    const part = cli.path(`${large.name}.part`);
    await until(() => existsSync(part) && statSync(part).size > 0 && !cursorShown(terminal.seen()));
    terminal.type('\u0003');
    expect(await terminal.ended).toBe(130);
    expect(cursorShown(terminal.seen())).toBe(true);
    expect(terminal.seen()).toContain('the same command goes on with it.');
  });

  it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    ['NO_COLOR', [], { NO_COLOR: '1', CLICOLOR_FORCE: '1' }],
    ['CLICOLOR=0', [], { CLICOLOR: '0' }],
    ['--no-color', ['--no-color'], {}],
    ['--no-with-color', ['--no-with-color'], {}],
  ])('has no colours with %s', async (_, flags, env) => {
    const terminal = open(['download', `v:${small.versionId}`, ...flags], env);
    expect(await terminal.ended).toBe(0);
    expect(withoutColours(terminal.seen())).toBe(terminal.seen());
  });

  it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    ['TERM=dumb', [], { TERM: 'dumb' }],
    ['CI', [], { CI: 'true' }],
    ['--quiet', ['--quiet'], {}],
    ['--no-progress', ['--no-progress'], {}],
  ])('draws nothing again with %s', async (_, flags, env) => {
    const terminal = open(['download', `v:${small.versionId}`, ...flags], env);
    expect(await terminal.ended).toBe(0);
    expect(terminal.seen()).not.toContain(escape);
    expect(terminal.seen()).toContain(cli.path(small.name));
  });

  it('asks for a key without showing it, uses it once, and keeps it nowhere', async () => {
    const args = ['download', `v:${small.versionId}`, '-k'];
    const terminal = open(args, { CivitaiApi__ApiKey: '' });
    await until(() => terminal.seen().includes('the API key'));
    terminal.type(`${canary}\r`);
    expect(await terminal.ended).toBe(0);
    expect(terminal.seen()).not.toContain(canary);
    expect(sha256Of(cli.path(small.name))).toBe(small.sha256);
    const again = await cli.run(['download', `v:${small.versionId}`, './other', '--no-cache'], {
      env: { CivitaiApi__ApiKey: '' },
    });
    expect(again.code).toBe(3);
  });
});

describe('CLICOLOR_FORCE', () => {
  it.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['1', { CLICOLOR_FORCE: '1' }, true],
    ['0', { CLICOLOR_FORCE: '0' }, false],
    ['1, and NO_COLOR', { CLICOLOR_FORCE: '1', NO_COLOR: '1' }, false],
  ])('%s, where nothing is a terminal', async (_, env, isColoured) => {
    const { code, stderr, stdout } = await cli.run(['download', `v:${small.versionId}`], { env });
    expect(code).toBe(0);
    expect(stderr.includes(`${escape}[32m`)).toBe(isColoured);
    expect(withoutColours(stderr)).not.toContain(escape);
    expect(stdout).not.toContain(escape);
  });
});

describe('-k', () => {
  it('reads the key from a pipe', async () => {
    const options = { env: { CivitaiApi__ApiKey: '' }, stdin: `${canary}\n` };
    const { code } = await cli.run(['download', `v:${small.versionId}`, '-k'], options);
    expect(code).toBe(0);
  });

  it.each([
    ['-k', canary, '1001', './models'],
    [`-k${canary}`, '1001'],
    [`--api-key=${canary}`, '1001'],
    ['--api-key', canary],
    ['1001', '--token', canary],
    [`--key=${canary}`, '1001'],
  ])('refuses a key on the command line without repeating it: %s %s', async (...args) => {
    const { code, stderr } = await cli.run(['download', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain('a key is never taken from the command line');
    expect(stderr).toContain('civitkit login');
    expect(cli.emulator.requests).toHaveLength(0);
  });

  it('is not read together with a list', async () => {
    const { code, stderr } = await cli.run(['download', '-', '-k'], { stdin: 'x' });
    expect([code, stderr]).toEqual([2, expect.stringContaining('would both read stdin')]);
  });
});
