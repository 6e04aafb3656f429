import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type ConfirmModelsLabOptions,
  confirmModelsLabEvent,
  createModelsLabWebhookHandler,
  isTracked,
  type ModelsLabClient,
  type ModelsLabConfirmation,
  type ModelsLabEvent,
} from '@civitkit/sdk/modelslab/client';
import { mintCallbackUrl, nodeWebhook } from '@civitkit/sdk/webhooks';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startModelsLab } from './support.js';

const secret = 'w3bhook-s3cret-0123456789abcdef';

interface Told {
  readonly event: ModelsLabEvent;
  readonly confirmation: ModelsLabConfirmation;
}

/** An application that confirms whatever it is told, and how often it was told something again. */
async function startApplication(
  client: ModelsLabClient,
  options: ConfirmModelsLabOptions = {},
): Promise<{ readonly url: string; readonly told: Told[]; skipped: number; idle(): Promise<void> }> {
  const state = { told: [] as Told[], skipped: 0 };
  const webhooks = createModelsLabWebhookHandler({
    secret,
    onEvent: async (event) => {
      state.told.push({ event, confirmation: await confirmModelsLabEvent(event, client, options) });
    },
    onSkipped: () => {
      state.skipped += 1;
    },
  });
  const handle = nodeWebhook(webhooks);
  const server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  const url = mintCallbackUrl({ baseUrl, secret });
  return Object.assign(state, { url, idle: () => webhooks.idle() });
}

const parameters = { model_id: 'flux', prompt: 'a lighthouse' };

describe('what the server tells is received once, confirmed, and true', () => {
  it('of a job that nobody waits for', async () => {
    const { client, emulator } = await startModelsLab({ workMs: 5, webhookCopies: 2 });
    const app = await startApplication(client, { family: 'images' });
    const job = client.images.text2img({ ...parameters, webhook: app.url, track_id: 'order-7' });
    const { id } = await job.submitted();
    await expect.poll(() => app.told.length + app.skipped).toBe(2);
    await app.idle();
    const [{ confirmation, event } = { confirmation: undefined, event: undefined }, ...more] = app.told;
    expect(more).toEqual([]);
    expect(event).toMatchObject({ kind: 'job', status: 'success', jobId: id, trackId: 'order-7' });
    expect(event !== undefined && isTracked(event, 'order-7')).toBe(true);
    expect(confirmation).toMatchObject({ kind: 'job', verdict: 'confirmed', outcome: { ok: true } });
    if (confirmation?.kind !== 'job' || !('outcome' in confirmation) || confirmation.outcome?.ok !== true) {
      throw new Error('not confirmed');
    }
    expect(confirmation.outcome.value.outputs).toEqual((await job).outputs);
    expect(emulator.modelslab.redeliver(id)).toBe(true);
    await emulator.modelslab.webhooksIdle();
    await app.idle();
    expect(app.told).toHaveLength(1);
    expect(emulator.modelslab.charges).toHaveLength(1);
  });

  it('of a job that failed', async () => {
    const { client, emulator } = await startModelsLab({ workMs: 5 });
    const app = await startApplication(client, { family: () => 'video' });
    const prompt = 'x [emulator:fail=Invalid input dimensions]';
    await client.video.text2video({ model_id: 'wan2.2', prompt, webhook: app.url, track_id: '12' }).submitted();
    await expect.poll(() => app.told.length).toBe(1);
    await emulator.modelslab.webhooksIdle();
    expect(app.told[0]?.event).toMatchObject({ status: 'failed', trackId: '12', message: 'Invalid input dimensions' });
    expect(app.told[0]?.confirmation).toMatchObject({
      verdict: 'confirmed',
      outcome: { ok: false, error: { name: 'ModelsLabJobError' } },
    });
  });

  it.each([
    ['flat', ''],
    ['nested', 'exec_'],
  ] as const)('of a run, in the %s form, whose ids begin with "%s"', async (workflowEvents, prefix) => {
    const { client } = await startModelsLab({ stepMs: 1, workflowEvents });
    const app = await startApplication(client);
    const run = client.workflows.run('0b6f7a3e-9f55-4b1a-9f0e-4a1d7e1c2d33', { prompt: 'a', webhook: app.url });
    const { executionId } = await run.submitted();
    await expect.poll(() => app.told.length).toBe(1);
    expect(app.told[0]).toMatchObject({
      event: { kind: 'workflow', status: 'completed', executionId: `${prefix}${executionId}` },
      confirmation: { kind: 'workflow', verdict: 'confirmed', outcome: { ok: true } },
    });
  });

  it('of a training, each state once', async () => {
    const { client } = await startModelsLab({ stepMs: 1 });
    const app = await startApplication(client);
    await client.training.start({
      instance_prompt: 'photo of zzk person',
      class_prompt: 'photo of a person',
      images: ['https://files.example.com/1.png'],
      training_type: 'null',
      max_train_steps: 18,
      webhook: app.url,
    });
    const states = (): readonly string[] =>
      app.told.map(({ event }) => (event.kind === 'training' ? event.state : event.kind));
    await expect.poll(() => states().includes('model_ready')).toBe(true);
    expect(new Set(states()).size).toBe(states().length);
    expect(app.told.map(({ confirmation }) => confirmation.verdict)).not.toContain('contradicted');
  });

  it('a forged one is seen through, and never sends the key to what it names', async () => {
    const { client, emulator } = await startModelsLab({ workMs: 0 });
    const app = await startApplication(client, { family: 'images' });
    const { id } = await client.images.text2img(parameters);
    const asset = { output: [`${emulator.modelslabAssetsUrl}/generations/forged.png`] };
    const forged = [
      { status: 'failed', id, message: 'no' },
      { status: 'success', id: '999', ...asset, fetch_result: `${emulator.modelslabAssetsUrl}/steal` },
    ];
    for (const body of forged) {
      const answer = await fetch(app.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(answer.status).toBe(204);
    }
    await app.idle();
    expect(app.told.map(({ confirmation }) => confirmation.verdict)).toEqual(['contradicted', 'not_found']);
    expect(emulator.modelslab.assetRequests).toEqual([]);
  });
});
