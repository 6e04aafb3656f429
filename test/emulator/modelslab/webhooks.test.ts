import type { RunningEmulator } from 'civitkit/emulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { json, type LoopbackServer, type Responder, startLoopback } from '../../support/loopback-server.js';
import { call, type Members, post, startForTest, TEXT_TO_IMAGE, waitFor } from './modelslab-calls.js';

const WORKFLOW = '/v1/workflows/0b6f7a3e-9f55-4b1a-9f0e-4a1d7e1c2d33';

async function application(script: Responder | readonly Responder[] = json({})): Promise<LoopbackServer> {
  const server = await startLoopback(script);
  onTestFinished(() => server.close());
  return server;
}

function eventsAt({ exchanges }: LoopbackServer): readonly Members[] {
  return exchanges.map(({ body }) => JSON.parse(body) as Members);
}

async function runWorkflow(emulator: RunningEmulator, parameters: object): Promise<string> {
  const headers = { key: emulator.modelslabKey };
  const { json: started } = await call(emulator, 'POST', `${WORKFLOW}/run`, headers, { prompt: 'a', ...parameters });
  const path = `${WORKFLOW}/runs/${String(started['execution_id'])}`;
  for (;;) {
    const { json: run } = await call<{ execution: { status: string } }>(emulator, 'GET', path, headers);
    if (!['pending', 'running'].includes(run.execution.status)) return String(started['execution_id']);
  }
}

describe('webhooks', () => {
  it('tell of a job once, with its id as a text and the track_id as it came', async () => {
    const emulator = await startForTest();
    const app = await application();
    const submit = async (more: object): Promise<void> => {
      const { json: job } = await post(emulator, '/v6/images/text2img', {
        ...TEXT_TO_IMAGE,
        webhook: app.origin,
        ...more,
      });
      await waitFor(emulator, job.fetch_result);
      await emulator.modelslab.webhooksIdle();
    };
    await submit({ track_id: 'mine' });
    await submit({ track_id: 7, prompt: 'a [emulator:fail=Invalid prompt]' });
    const [good, bad] = eventsAt(app);
    expect(good).toMatchObject({
      status: 'success',
      id: '147205911',
      track_id: 'mine',
      meta: { prompt: 'a lighthouse on a cliff' },
    });
    expect(good?.['output']).toEqual([expect.stringContaining('/generations/')]);
    expect(bad).toEqual({ status: 'failed', id: '147205912', message: 'Invalid prompt', track_id: 7 });
  });

  it('are not repeated for jobs, and up to three times for workflows', async () => {
    const emulator = await startForTest({ workMs: 0, stepMs: 1, webhookRetryMs: 1 });
    const app = await application(json({}, 500));
    await post(emulator, '/v6/images/text2img', { ...TEXT_TO_IMAGE, webhook: app.origin });
    await emulator.modelslab.webhooksIdle();
    expect(app.exchanges).toHaveLength(1);
    await runWorkflow(emulator, { webhook: app.origin });
    await emulator.modelslab.webhooksIdle();
    expect(app.exchanges).toHaveLength(4);
    expect(emulator.modelslab.webhooks.map(({ status }) => status)).toEqual([500, 500, 500, 500]);
  });

  it('come twice where that is wanted, or again by hand', async () => {
    const emulator = await startForTest({ workMs: 0, webhookCopies: 2 });
    const app = await application();
    const { json: job } = await post(emulator, '/v6/images/text2img', { ...TEXT_TO_IMAGE, webhook: app.origin });
    await emulator.modelslab.webhooksIdle();
    expect(emulator.modelslab.redeliver(job.id)).toBe(true);
    expect(emulator.modelslab.redeliver(1)).toBe(false);
    await emulator.modelslab.webhooksIdle();
    expect(eventsAt(app).map(({ id }) => id)).toEqual(Array.from({ length: 3 }, () => String(job.id)));
  });

  it('tell of runs in the form that is wanted', async () => {
    const app = await application();
    for (const workflowEvents of ['flat', 'nested'] as const) {
      const emulator = await startForTest({ stepMs: 1, workflowEvents });
      await runWorkflow(emulator, { webhook: app.origin });
      await emulator.modelslab.webhooksIdle();
    }
    const [flat, nested] = eventsAt(app);
    expect(flat).toMatchObject({ event: 'workflow.completed', execution_id: 12_345, status: 'completed' });
    expect(nested).toMatchObject({ event: 'workflow.completed', execution: { id: 'exec_12345', status: 'completed' } });
  });

  it('tell of each state of a training', async () => {
    const emulator = await startForTest({ stepMs: 1 });
    const app = await application();
    const parameters = { instance_prompt: 'zzk', images: ['https://a.example/1.png'], webhook: app.origin };
    const { json: training } = await post<Members>(emulator, '/v3/lora_fine_tune', parameters);
    for (;;) {
      const status = await post<Members>(emulator, `/v3/fine_tune_status/${String(training['training_id'])}`);
      if (status.json['messege'] === 'model_ready') break;
    }
    await emulator.modelslab.webhooksIdle();
    const states = eventsAt(app).map(({ training_status }) => training_status);
    expect(states.at(0)).toBe('deploying_gpu');
    expect(states.at(-1)).toBe('model_ready');
    expect(eventsAt(app)[0]).toMatchObject({ status: 'success', model_id: training['training_id'] });
  });
});
