// Vitest, with nothing configured.
import { addCivitaiApi, CivitaiClient, NotFoundError } from '@civitkit/core';
import { steps } from '@civitkit/sdk';
import { createOrchestrationClient } from '@civitkit/sdk/client';
import { startEmulator } from 'civitkit/emulator';
import { Container } from 'inversify';
import { afterAll, beforeAll, expect, test } from 'vitest';

let emulator;
beforeAll(async () => {
  emulator = await startEmulator({ modelCount: 5, imageCount: 5 });
});
afterAll(() => emulator.close());

test('a client from a container speaks to the emulator', async () => {
  const { siteUrl: baseUrl, apiKey } = emulator;
  const container = addCivitaiApi(new Container(), { baseUrl, apiKey });
  const civitai = container.get(CivitaiClient);
  expect((await civitai.me.get()).username).toBe('you');
  await expect(civitai.models.get(999_999_999)).rejects.toBeInstanceOf(NotFoundError);
  await container.unbindAllAsync();
});

test('a client without a container generates', async () => {
  const { orchestrationUrl: baseUrl, apiToken } = emulator;
  const generation = createOrchestrationClient({ baseUrl, apiToken });
  const workflow = await generation.run({ steps: [steps.textToImage({ prompt: 'a boat' })] }, { maxCost: 50 });
  expect(workflow.status).toBe('succeeded');
  generation.close();
});
