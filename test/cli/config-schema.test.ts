import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/program.js';
import { type FakeIo, fakeIo } from './fake-io.js';
import { createSandbox, runCli, type Sandbox } from './run-cli.js';

let sandbox: Sandbox;

beforeEach(() => {
  sandbox = createSandbox();
});

afterEach(() => {
  sandbox.remove();
});

function io(): FakeIo {
  return fakeIo({ cwd: sandbox.project, homeDirectory: sandbox.home, env: sandbox.env });
}

function compile(text: string): ValidateFunction {
  return new Ajv({ strict: false }).compile(JSON.parse(text) as object);
}

describe('civitkit config schema', () => {
  it('prints a schema of every section, and nothing else', async () => {
    const { code, stderr, stdout } = await runCli(sandbox, ['config', 'schema']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const accepts = compile(stdout);
    expect(accepts({ CivitaiApi: { TimeoutSeconds: 60 }, CivitaiSdk: { TimeoutSeconds: 1800 }, Other: 1 })).toBe(true);
    expect(accepts({ CivitaiApi: { TimeoutSeconds: 301 } })).toBe(false);
    expect(accepts({ CivitaiSdk: { TimeoutSeconds: 1801 } })).toBe(false);
  });

  it('limits itself to a section, and has those of named clients', async () => {
    const fake = io();
    const args = [
      'config',
      'schema',
      '--section',
      'civitaiapi',
      '--also',
      'Studio=CivitaiSdk',
      '--also',
      'Shop=CivitaiApi',
    ];
    expect(await runProgram(args, fake)).toBe(0);
    const accepts = compile(fake.outLines.join('\n'));
    expect(accepts({ CivitaiSdk: { Nonsense: 1 } })).toBe(true);
    expect(accepts({ Studio: { Nonsense: 1 } })).toBe(false);
    expect(accepts({ shop: { ApiKey: 'abc', 'Retry:MaxRetries': 1 } })).toBe(true);
    expect(accepts({ Shop: { TimeoutSeconds: 301 } })).toBe(false);
  });

  it.each(['Studio', 'Studio=Nonsense', '=CivitaiApi', 'A:B=CivitaiApi'])('refuses --also %s', async (also) => {
    const fake = io();
    expect(await runProgram(['config', 'schema', '--also', also], fake)).toBe(2);
    expect(fake.errLines.join('\n')).toMatch(/cannot be used|There is no section/);
  });

  it('writes a file, replaces it, and replaces nothing else', async () => {
    const file = join(sandbox.project, 'appsettings.schema.json');
    for (let round = 0; round < 2; round += 1) {
      const fake = io();
      expect(await runProgram(['config', 'schema', '--output', 'appsettings.schema.json'], fake)).toBe(0);
      expect(fake.outLines).toEqual([]);
      expect(fake.errLines[0]).toContain('"$schema": "./appsettings.schema.json"');
    }
    expect(compile(readFileSync(file, 'utf8'))({ CivitaiApi: { Retry: 1 } })).toBe(false);

    const settings = join(sandbox.project, 'appsettings.json');
    writeFileSync(settings, '{ "CivitaiApi": {} }');
    const fake = io();
    expect(await runProgram(['config', 'schema', '--output', 'appsettings.json'], fake)).toBe(2);
    expect(readFileSync(settings, 'utf8')).toBe('{ "CivitaiApi": {} }');
    expect(existsSync(file)).toBe(true);
  });
});
