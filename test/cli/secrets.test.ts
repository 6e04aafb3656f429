import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/program.js';
import { type FakeIo, fakeIo } from './fake-io.js';
import { createSandbox, runCli, type Sandbox } from './run-cli.js';

const canary = 'canary0123456789abcdef0123456789';
let sandbox: Sandbox;

beforeEach(() => {
  sandbox = createSandbox();
  writeFileSync(join(sandbox.project, 'package.json'), '{\n  "name": "sample"\n}\n');
});

afterEach(() => {
  sandbox.remove();
});

function io(stdin = '', env: Readonly<Record<string, string>> = {}): FakeIo {
  return fakeIo({ cwd: sandbox.project, homeDirectory: sandbox.home, env: { ...sandbox.env, ...env }, stdin });
}

function storedSecrets(): Record<string, unknown> {
  const path = readStorePath();
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}

let storePath = '';
function readStorePath(): string {
  return storePath;
}

async function initialize(): Promise<void> {
  expect(await runProgram(['secrets', 'init', '--id', 'sample-id'], io())).toBe(0);
  const asked = io();
  expect(await runProgram(['secrets', 'path'], asked)).toBe(0);
  storePath = asked.outLines[0] ?? '';
}

describe('civitkit secrets', () => {
  it('writes an id into package.json once, and the secrets outside the project', async () => {
    await initialize();
    expect(JSON.parse(readFileSync(join(sandbox.project, 'package.json'), 'utf8'))).toEqual({
      name: 'sample',
      userSecretsId: 'sample-id',
    });
    expect(storePath.startsWith(sandbox.home)).toBe(true);

    const again = io();
    expect(await runProgram(['secrets', 'init'], again)).toBe(0);
    expect(again.outLines[0]).toContain('already has userSecretsId sample-id');
    expect(await runProgram(['secrets', 'init', '--id', 'other'], io())).toBe(1);
  });

  it('takes the value from stdin of a real process, without the newline, and never prints it', async () => {
    await initialize();
    const set = await runCli(sandbox, ['secrets', 'set', 'CivitaiApi:ApiKey'], { stdin: `${canary}\n` });
    expect(set.code).toBe(0);
    expect(set.stdout).toContain('Stored CivitaiApi:ApiKey in');
    expect(set.stderr).toContain('NODE_ENV=development');
    expect(storedSecrets()).toEqual({ 'CivitaiApi:ApiKey': canary });

    const list = await runCli(sandbox, ['secrets', 'list']);
    expect(list).toMatchObject({ code: 0, stdout: 'CivitaiApi:ApiKey\n' });
    const json = await runCli(sandbox, ['secrets', 'list', '--json']);
    expect(JSON.parse(json.stdout)).toEqual([{ key: 'CivitaiApi:ApiKey', path: storePath }]);
    expect([set, list, json].map(({ stdout, stderr }) => stdout + stderr).join('')).not.toContain(canary);
  });

  it('refuses a value on the command line of a real process, and stores nothing', async () => {
    await initialize();
    const refused = await runCli(sandbox, ['secrets', 'set', 'CivitaiApi:ApiKey', canary]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('never taken from the command line');
    expect(refused.stdout + refused.stderr).not.toContain(canary);
    expect(existsSync(storePath)).toBe(false);
  });

  it('trims one newline and nothing else', async () => {
    await initialize();
    expect(await runProgram(['secrets', 'set', 'A:B'], io(' x \r\n\n'))).toBe(0);
    expect(storedSecrets()).toEqual({ 'A:B': ' x \r\n' });
  });

  it.each([
    ['nothing', ''],
    ['a newline', '\n'],
    ['blanks', '  '],
    ['too much', 'x'.repeat(70_000)],
  ])('does not store %s', async (_, stdin) => {
    await initialize();
    expect(await runProgram(['secrets', 'set', 'A:B'], io(stdin))).toBe(2);
    expect(existsSync(storePath)).toBe(false);
  });

  it.each(['', 'A::B', '__proto__:x'])('does not take %j for a key', async (key) => {
    await initialize();
    expect(await runProgram(['secrets', 'set', key], io('value'))).toBe(2);
  });

  it('says nothing about the environment in Development', async () => {
    await initialize();
    const fake = io('value', { NODE_ENV: 'development' });
    expect(await runProgram(['secrets', 'set', 'A:B'], fake)).toBe(0);
    expect(fake.errLines).toEqual([]);
  });

  it('removes one secret, or all after a yes', async () => {
    await initialize();
    for (const key of ['A:B', 'A:C', 'A:D']) await runProgram(['secrets', 'set', key], io('value'));
    expect(await runProgram(['secrets', 'remove', 'a:b'], io())).toBe(0);
    expect(Object.keys(storedSecrets())).toEqual(['A:C', 'A:D']);
    expect(await runProgram(['secrets', 'remove', 'a:b'], io())).toBe(1);

    const unasked = io();
    expect(await runProgram(['secrets', 'clear'], unasked)).toBe(2);
    expect(unasked.errLines[0]).toContain('--yes');
    expect(Object.keys(storedSecrets())).toHaveLength(2);
    expect(await runProgram(['secrets', 'clear', '--yes'], io())).toBe(0);
    expect(storedSecrets()).toEqual({});
  });

  it('works on another project, and says what to do in one without an id', async () => {
    const other = join(sandbox.project, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'package.json'), '{ "userSecretsId": "other-id" }');
    expect(await runProgram(['secrets', 'set', 'A:B', '--project', 'other'], io('value'))).toBe(0);

    const fake = io('value');
    expect(await runProgram(['secrets', 'set', 'A:B'], fake)).toBe(1);
    expect(fake.errLines[0]).toContain('civitkit secrets init');
  });
});
