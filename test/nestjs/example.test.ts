import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startEmulator } from 'civitkit/emulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { json, startLoopback } from '../support/loopback-server.js';
import { ask } from './support/ask.js';
import { createGate } from './support/gate.js';
import { spawnApp } from './support/spawn-app.js';

const canary = 'canary-key-0123456789abcdef0123456789';
const root = fileURLToPath(new URL('../..', import.meta.url));

describe('examples/nestjs-app', () => {
  it('runs by one command, against the emulator', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['scripts/example.mjs', 'nestjs-app', '--no-setup'],
      {
        cwd: root,
        env: { ...process.env, NO_COLOR: '1' },
      },
    );
    expect(stdout).toMatch(/GET \/models\?count=2 {2}200 \[\{"id":\d+/);
    expect(stdout).toMatch(/GET \/pictures\/\S+ {2}200 .*"status":"succeeded","images":\["\S+"\]/);
    expect(stdout).toMatch(/GET \/health\/ready {2}200 .*"status":"ok"/);
  });

  it('answers what is under way after SIGTERM, closes its clients and ends with 0', async () => {
    const asked = createGate();
    const answered = createGate();
    const server = await startLoopback(async (exchange, response, request) => {
      asked.open();
      await answered.passed;
      await json({ id: 1, name: 'one' })(exchange, response, request);
    });
    onTestFinished(() => server.close());
    const app = spawnApp({ CivitaiApi__BaseUrl: server.origin, CIVITAI_API_KEY: canary });
    const origin = await app.origin;
    const answer = ask(`${origin}/models/1`);
    await asked.passed;
    app.child.kill('SIGTERM');
    await expect.poll(() => ask(`${origin}/health/live`).catch(() => 'refused'), { timeout: 10_000 }).toBe('refused');
    answered.open();
    expect(await answer).toEqual({ status: 200, body: '{"id":1,"name":"one"}' });
    expect(await app.ended).toBe(0);
    expect(server.exchanges.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${canary}`]);
    expect(app.output()).not.toContain(canary);
  });

  it('does not start with a wrong configuration: code 78 and one report, without the key', async () => {
    const app = spawnApp({ CIVITAI_API_KEY: canary, CivitaiApi__TimeoutSeconds: 'soon' });
    expect(await app.ended).toBe(78);
    expect(app.output()).toContain('CivitaiApi:TimeoutSeconds (environment variable CivitaiApi__TimeoutSeconds)');
    expect(app.output()).not.toContain(canary);
  });

  it('answers errors of the API without what the log has, and shows no key anywhere', async () => {
    const emulator = await startEmulator({ modelCount: 5, imageCount: 0, apiKey: canary });
    onTestFinished(() => emulator.close());
    const app = spawnApp({
      CIVITAI_API_KEY: canary,
      CivitaiApi__BaseUrl: emulator.siteUrl,
      CivitaiApi__Retry__MaxRetries: '0',
      CivitaiSdk__BaseUrl: emulator.orchestrationUrl,
    });
    const origin = await app.origin;
    const missing = await ask(`${origin}/models/999999999`);
    expect([missing.status, JSON.parse(missing.body)]).toMatchObject([404, { error: 'not_found' }]);
    emulator.addFault({ match: { path: '/api/v1/models' }, fault: { kind: 'status', status: 503 } });
    const failing = await ask(`${origin}/models`);
    expect(failing.status).toBe(503);
    emulator.revokeKey(canary);
    const ready = await ask(`${origin}/health/ready`);
    expect([ready.status, ready.body]).toEqual([503, expect.stringContaining('"reason":"unauthorized"')]);
    app.child.kill('SIGTERM');
    expect(await app.ended).toBe(0);
    expect(`${app.output()} ${missing.body} ${failing.body} ${ready.body}`).not.toContain(canary);
  });
});
