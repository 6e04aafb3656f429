import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/program.js';
import { type FakeIo, fakeIo } from './fake-io.js';
import { createSandbox, outcomeOf, runCli, type Sandbox, spawnCli } from './run-cli.js';

const canary = 'canary0123456789abcdef0123456789';
let sandbox: Sandbox;

beforeEach(() => {
  sandbox = createSandbox();
});

afterEach(() => {
  sandbox.remove();
});

function project(name: string, text: string): void {
  writeFileSync(join(sandbox.project, name), text);
}

function io(env: Readonly<Record<string, string>> = {}): FakeIo {
  return fakeIo({ cwd: sandbox.project, homeDirectory: sandbox.home, env: { ...sandbox.env, ...env } });
}

function line(fake: FakeIo, start: string): string {
  return fake.outLines.find((text) => text.startsWith(start)) ?? '';
}

describe('civitkit config explain', () => {
  it('shows values, sources and what they override', async () => {
    project('appsettings.json', '{ "CivitaiApi": { "TimeoutSeconds": 20 } }');
    const fake = io({ CivitaiApi__TimeoutSeconds: '25', CIVITAI_API_KEY: canary });
    expect(await runProgram(['config', 'explain'], fake)).toBe(0);
    expect(fake.outLines[0]).toBe('Environment: Production');
    const timeout = line(fake, 'CivitaiApi:TimeoutSeconds');
    expect(timeout).toMatch(
      / 25 +environment variable CivitaiApi__TimeoutSeconds +20 \(.*appsettings\.json:1\), 30 \(default\)$/,
    );
    expect(line(fake, 'CivitaiApi:ApiKey')).toMatch(/\[redacted\] +environment variable CIVITAI_API_KEY/);
    expect(line(fake, 'CivitaiSdk:')).not.toBe('');
    expect(line(fake, 'user secrets')).toMatch(/skipped +only read in Development/);
    expect(line(fake, '.env ')).toMatch(/missing/);
  });

  it('limits itself to a section', async () => {
    const fake = io();
    expect(await runProgram(['config', 'explain', '--section', 'civitaisdk'], fake)).toBe(0);
    expect(line(fake, 'CivitaiSdk:')).not.toBe('');
    expect(line(fake, 'CivitaiApi:')).toBe('');
    const wrong = io();
    expect(await runProgram(['config', 'explain', '--section', 'Nonsense'], wrong)).toBe(2);
    expect(wrong.errLines[0]).toContain('the sections are CivitaiApi, CivitaiSdk, ModelsLab');
  });

  it('keeps every form of a key out of a real process, in text and JSON', async () => {
    const secrets = join(sandbox.home, 'secrets');
    mkdirSync(secrets);
    writeFileSync(join(secrets, 'CIVITAI_API_KEY'), canary);
    project(
      'appsettings.json',
      `{ "CivitaiApi": { "ApiKey": "${canary}", "Proxy": "http://user:${canary}@proxy.test" } }`,
    );
    project('.env', `CIVITAI_API_KEY=${canary}\nCivitaiSdk__ApiToken=${canary}\n`);
    const env = { CIVITKIT_SECRETS_DIRECTORY: secrets, CivitaiApi__ApiKey: canary };

    const text = await runCli(sandbox, ['config', 'explain'], { env });
    const json = await runCli(sandbox, ['config', 'explain', '--json'], { env });
    expect([text.code, json.code]).toEqual([0, 0]);
    for (const { stdout, stderr } of [text, json]) expect(stdout + stderr).not.toContain(canary);

    const { environment, values, sources } = JSON.parse(json.stdout) as {
      environment: string;
      values: { key: string; value: unknown; secret: boolean; overrides: unknown[] }[];
      sources: { name: string }[];
    };
    expect(environment).toBe('Production');
    expect(values.find(({ key }) => key === 'CivitaiApi:ApiKey')).toMatchObject({ value: '[redacted]', secret: true });
    expect(sources.length).toBeGreaterThan(5);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const child = spawnCli(sandbox, ['config', 'explain']);
    child.stdout.destroy();
    const { code, stderr } = await outcomeOf(child);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('reports a broken file with its place, without a stack', async () => {
    project('appsettings.json', '{ "CivitaiApi": { "TimeoutSeconds": } }');
    const { code, stderr } = await runCli(sandbox, ['config', 'explain']);
    expect(code).toBe(78);
    expect(stderr).toMatch(/appsettings\.json:1:\d+/);
    expect(stderr).toContain('[invalid_configuration]');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('shows the stack when asked', async () => {
    project('appsettings.json', '{');
    const { stderr } = await runCli(sandbox, ['--verbose', 'config', 'explain']);
    expect(stderr).toMatch(/^\s+at /m);
    const byVariable = await runCli(sandbox, ['config', 'explain'], { env: { CIVITKIT_DEBUG: '1' } });
    expect(byVariable.stderr).toMatch(/^\s+at /m);
  });
});

describe('civitkit config validate', () => {
  it('is content with nothing at all', async () => {
    const fake = io();
    expect(await runProgram(['config', 'validate'], fake)).toBe(0);
    expect(fake.outLines).toEqual(['Good: CivitaiApi (environment Production)']);
  });

  it('prints every problem, and no secret', async () => {
    project('appsettings.json', '{ "CivitaiApi": { "TimeoutSeconds": "soon", "Retry": { "MaxRetries": 99 } } }');
    const fake = io({ CivitaiApi__BaseUrl: `ftp://user:${canary}@host` });
    expect(await runProgram(['config', 'validate'], fake)).toBe(78);
    const text = fake.errLines.join('\n');
    expect(text).toContain('3 problems in the configuration');
    for (const key of ['TimeoutSeconds', 'Retry:MaxRetries', 'BaseUrl']) expect(text).toContain(`CivitaiApi:${key}`);
    expect(text).not.toContain(canary);
  });

  it('asks for the key of the generation API only when that section is meant', async () => {
    const asked = io();
    expect(await runProgram(['config', 'validate', '--section', 'CivitaiSdk'], asked)).toBe(78);
    expect(asked.errLines.join('\n')).toContain('CivitaiSdk:ApiToken');

    project('appsettings.json', '{ "CivitaiSdk": { "TimeoutSeconds": 60 } }');
    expect(await runProgram(['config', 'validate'], io())).toBe(78);
    expect(await runProgram(['config', 'validate'], io({ CIVITAI_API_KEY: canary }))).toBe(0);
  });
});
