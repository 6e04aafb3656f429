import { once } from 'node:events';
import { expect, it } from 'vitest';
import { firstLine, runScript } from '../support/run-script.js';
import { bundleClient } from './bundle-client.js';
import { asked, useEmulator } from './support.js';

const emulated = useEmulator();

const template = JSON.stringify({ steps: [{ $type: 'textToImage', input: { prompt: 'a lighthouse at dusk' } }] });

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
  const first = runScript(submitAndWait, bundle.path, orchestrationUrl, apiToken, template, 'yes');
  const id = await firstLine(first);
  await expect.poll(() => asked(emulated.emulator)).toContain('GET wait=30');
  first.kill('SIGKILL');
  await once(first, 'exit');
  orchestration.release();
  const second = runScript(resume, bundle.path, orchestrationUrl, apiToken, id);
  expect(await firstLine(second)).toBe('succeeded');
  await once(second, 'exit');
  expect(orchestration.workflows()).toMatchObject([{ id, status: 'succeeded' }]);
});

it('a process that does not wait for what it submits ends by itself', { timeout: 60_000 }, async () => {
  await emulated.start({ orchestration: { workMs: 600_000 } });
  await using bundle = await bundleClient();
  const { apiToken, orchestrationUrl } = emulated.emulator;
  const child = runScript(submitAndWait, bundle.path, orchestrationUrl, apiToken, template, 'no');
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(0);
  expect(asked(emulated.emulator)).toEqual(['POST']);
});
