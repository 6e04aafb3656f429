import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { bundleClient } from './bundle-client.js';
import { asked, useEmulator } from './support.js';

const emulated = useEmulator();

const template = JSON.stringify({ steps: [{ $type: 'textToImage', input: { prompt: 'a lighthouse at dusk' } }] });

function node(script: string, ...values: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '-e', script, ...values], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] },
  });
}

/** The first line that a process prints. */
async function line(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('nothing to read');
  const [text] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  return text.trim();
}

const submitAndWait = `
  const [path, baseUrl, apiToken, template, waits] = process.argv.slice(1);
  const { createOrchestrationClient } = await import(path);
  const client = createOrchestrationClient({ baseUrl, apiToken });
  const run = client.run(JSON.parse(template), { timeoutMs: 600000 });
  console.log((await run.submitted()).id);
  if (waits === 'yes') console.log((await run).status);
`;

const resume = `
  const [path, baseUrl, apiToken, id] = process.argv.slice(1);
  const { createOrchestrationClient } = await import(path);
  const client = createOrchestrationClient({ baseUrl, apiToken });
  console.log((await client.resume(id)).status);
`;

it('a process that is killed while it waits leaves its workflow to another', { timeout: 60_000 }, async () => {
  await emulated.start();
  await using bundle = await bundleClient();
  const { apiToken, orchestration, orchestrationUrl } = emulated.emulator;
  orchestration.holdAt('processing');
  const first = node(submitAndWait, bundle.path, orchestrationUrl, apiToken, template, 'yes');
  const id = await line(first);
  await expect.poll(() => asked(emulated.emulator)).toContain('GET wait=30');
  first.kill('SIGKILL');
  await once(first, 'exit');
  orchestration.release();
  const second = node(resume, bundle.path, orchestrationUrl, apiToken, id);
  expect(await line(second)).toBe('succeeded');
  await once(second, 'exit');
  expect(orchestration.workflows()).toMatchObject([{ id, status: 'succeeded' }]);
});

it('a process that does not wait for what it submits ends by itself', { timeout: 60_000 }, async () => {
  await emulated.start({ orchestration: { workMs: 600_000 } });
  await using bundle = await bundleClient();
  const { apiToken, orchestrationUrl } = emulated.emulator;
  const child = node(submitAndWait, bundle.path, orchestrationUrl, apiToken, template, 'no');
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(0);
  expect(asked(emulated.emulator)).toEqual(['POST']);
});
