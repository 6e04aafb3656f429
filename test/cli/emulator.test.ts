import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runProgram } from '../../src/program.js';
import { fakeIo } from './fake-io.js';
import { createSandbox, outcomeOf, type Sandbox, spawnCli } from './run-cli.js';

let sandbox: Sandbox;

beforeEach(() => {
  sandbox = createSandbox();
});

afterEach(() => {
  sandbox.remove();
});

describe('civitkit emulator', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('prints one line of JSON, serves, and ends well on %s', async (signal) => {
    const child = spawnCli(sandbox, ['emulator', '--port', '0', '--json']);
    const outcome = outcomeOf(child);
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const printed = JSON.parse(line) as Record<string, string>;
    const { siteUrl = '', apiKey, authUrl = '', storageUrl = '', orchestrationUrl = '', blobsUrl = '' } = printed;
    const urls = [siteUrl, authUrl, storageUrl, orchestrationUrl, blobsUrl];
    for (const url of urls) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(printed).toMatchObject({
      apiToken: apiKey,
      partnerToken: expect.stringMatching(/^[0-9a-f]{32}$/),
      oauthApps: { public: { clientId: expect.any(String) }, confidential: { clientSecret: expect.any(String) } },
    });

    // fetch keeps the connection alive, which must not keep the emulator alive
    const answer = await fetch(`${siteUrl}/api/v1/me`, { headers: { authorization: `Bearer ${apiKey}` } });
    expect(answer.status).toBe(200);
    await answer.arrayBuffer();

    child.kill(signal);
    expect(await outcome).toEqual({ code: 0, signal: null, stdout: `${line}\n`, stderr: '' });
    for (const url of urls) await expect(fetch(url)).rejects.toThrow(TypeError);
  });

  it('tells a person how to point a program at it', async () => {
    const fake = fakeIo({ cwd: tmpdir(), homeDirectory: sandbox.home });
    const ended = runProgram(['emulator', '--seed', '7'], fake);
    await vi.waitFor(() => expect(fake.outLines.length).toBeGreaterThan(3), { timeout: 10_000 });
    const text = fake.outLines.join('\n');
    expect(text).toMatch(/CivitaiApi__BaseUrl=http:\/\/127\.0\.0\.1:\d+/);
    expect(text).toMatch(/CivitaiApi__ApiKey=[0-9a-f]{32}/);
    expect(text).toMatch(/CivitaiSdk__BaseUrl=http:\/\/127\.0\.0\.1:\d+/);
    expect(text).toMatch(/CivitaiSdk__ApiToken=[0-9a-f]{32}/);
    expect(text).toMatch(/OAuth is at http:\/\/127\.0\.0\.1:\d+ .*files are at http:\/\/127\.0\.0\.1:\d+/);
    fake.stop();
    expect(await ended).toBe(0);
  });

  it('tells how to reach ModelsLab where that is wanted', async () => {
    const lines = async (...options: readonly string[]): Promise<string> => {
      const fake = fakeIo({ cwd: tmpdir(), homeDirectory: sandbox.home });
      const ended = runProgram(['emulator', ...options], fake);
      await vi.waitFor(() => expect(fake.outLines.length).toBeGreaterThan(0), { timeout: 10_000 });
      fake.stop();
      expect(await ended).toBe(0);
      return fake.outLines.join('\n');
    };
    const text = await lines('--modelslab');
    expect(text).toMatch(/ModelsLab__BaseUrl=http:\/\/127\.0\.0\.1:\d+\/api\n/);
    expect(text).toMatch(/ModelsLab__ApiKey=ml-[0-9a-f]{32}\n/);
    expect(JSON.parse(await lines('--modelslab', '--json'))).toMatchObject({
      modelslabUrl: expect.stringMatching(/\/api$/),
      modelslabKey: expect.stringMatching(/^ml-/),
      modelslabEnterpriseKey: expect.stringMatching(/^mle-/),
      modelslabAgentToken: expect.stringMatching(/^1\|/),
    });
    expect(await lines()).not.toContain('ModelsLab');
  });

  it('says so when the port is taken', async () => {
    const first = spawnCli(sandbox, ['emulator', '--json']);
    const [line] = (await once(createInterface({ input: first.stdout }), 'line')) as [string];
    const { port } = new URL((JSON.parse(line) as { siteUrl: string }).siteUrl);

    const second = await outcomeOf(spawnCli(sandbox, ['emulator', '--port', port]));
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(`Port ${port} on 127.0.0.1 is already in use`);
    expect(second.stderr).not.toContain('    at ');

    first.kill();
    await once(first, 'close');
  });
});
