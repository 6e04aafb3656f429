import { once } from 'node:events';
import { expect, it } from 'vitest';
import { bundleClient } from '../runs/bundle-client.js';
import { firstLine, runScript } from '../support/run-script.js';
import { startModelsLab } from './support.js';

const submitAndWait = `
  const [path, baseUrl, apiKey, waits] = process.argv.slice(1);
  const { createModelsLabClient } = await import(path);
  const client = createModelsLabClient({ baseUrl, apiKey });
  const job = client.images.text2img({ model_id: 'flux', prompt: 'a lighthouse' }, { timeoutMs: null });
  console.log((await job.submitted()).reference);
  if (waits === 'yes') console.log((await job).outputs.length);
`;

const resume = `
  const [path, baseUrl, apiKey, reference] = process.argv.slice(1);
  const { createModelsLabClient } = await import(path);
  const client = createModelsLabClient({ baseUrl, apiKey });
  console.log(JSON.stringify((await client.resume(reference)).outputs));
  client.close();
`;

it('a process that is killed while it waits leaves its job to another: it is made and paid once', {
  timeout: 60_000,
}, async () => {
  const { client, emulator } = await startModelsLab();
  await using bundle = await bundleClient('modelslab-client.ts');
  const { modelslab, modelslabKey, modelslabUrl } = emulator;
  modelslab.hold();
  const first = runScript(submitAndWait, bundle.path, modelslabUrl, modelslabKey, 'yes');
  const reference = await firstLine(first);
  expect(reference).toMatch(/^images:\d+$/);
  await expect.poll(() => modelslab.jobs()[0]?.polls, { timeout: 30_000 }).toBeGreaterThan(0);
  first.kill('SIGKILL');
  await once(first, 'exit');
  modelslab.release();
  const second = runScript(resume, bundle.path, modelslabUrl, modelslabKey, reference);
  const [output] = JSON.parse(await firstLine(second)) as [{ readonly url: string }];
  await once(second, 'exit');
  expect((await client.outputs.bytes(output.url)).byteLength).toBeGreaterThan(0);
  expect(modelslab.jobs()).toHaveLength(1);
  expect(modelslab.charges).toHaveLength(1);
});

it('a process that does not wait for what it submits ends by itself', { timeout: 60_000 }, async () => {
  const { emulator } = await startModelsLab({ workMs: 600_000 });
  await using bundle = await bundleClient('modelslab-client.ts');
  const child = runScript(submitAndWait, bundle.path, emulator.modelslabUrl, emulator.modelslabKey, 'no');
  const [code] = (await once(child, 'exit')) as [number];
  expect(code).toBe(0);
  expect(emulator.modelslab.jobs()).toMatchObject([{ polls: 0 }]);
});
