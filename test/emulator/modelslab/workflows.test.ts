import type { RunningEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { type Answer, call, startForTest } from './modelslab-calls.js';

const POSTER = '/v1/workflows/0b6f7a3e-9f55-4b1a-9f0e-4a1d7e1c2d33';
const CLIP = '/v1/workflows/5f2c9d10-7a41-4c0d-8e36-1b9b64c1a0e7';

interface Run {
  readonly status: string;
  readonly execution: { readonly id: number; readonly status: string };
  readonly steps: readonly { readonly status: string }[];
  readonly output?: { readonly output: readonly string[] };
  readonly error?: string;
}

function send<T>(emulator: RunningEmulator, method: string, path: string, body?: object): Promise<Answer<T>> {
  return call<T>(emulator, method, path, { key: emulator.modelslabKey }, body);
}

async function start(emulator: RunningEmulator, workflow: string, body: object): Promise<string> {
  const { json, status } = await send<{ status_url: string }>(emulator, 'POST', `${workflow}/run`, body);
  expect(status).toBe(202);
  return json.status_url.slice(emulator.modelslabUrl.length);
}

async function end(emulator: RunningEmulator, path: string): Promise<Run> {
  for (;;) {
    const { json } = await send<Run>(emulator, 'GET', path);
    if (!['pending', 'running'].includes(json.execution.status)) return json;
  }
}

describe('the workflows of ModelsLab', () => {
  it('are listed and described', async () => {
    const emulator = await startForTest();
    const list = await send<{ workflows: readonly unknown[] }>(emulator, 'GET', '/v1/workflows');
    expect(list.json.workflows[0]).toMatchObject({ name: 'Poster maker', rate_limit: 10, call_count: 0 });
    const schema = await send(emulator, 'GET', POSTER);
    expect(schema.json).toMatchObject({ parameters: [{ key: 'prompt', required: true }, {}, {}] });
    expect((await send(emulator, 'GET', '/v1/workflows/unknown')).status).toBe(404);
  });

  it('run step by step to files', async () => {
    const emulator = await startForTest({ stepMs: 5 });
    const run = await end(emulator, await start(emulator, POSTER, { prompt: 'a harbour' }));
    expect(run).toMatchObject({ status: 'success', execution: { id: 12_345, status: 'completed' } });
    expect(run.steps.map(({ status }) => status)).toEqual(['completed', 'completed']);
    expect((await fetch(run.output?.output[0] ?? '')).status).toBe(200);
  });

  it('fail below a success', async () => {
    const emulator = await startForTest({ stepMs: 5 });
    const run = await end(emulator, await start(emulator, POSTER, { prompt: '[emulator:fail=Invalid prompt]' }));
    expect(run).toMatchObject({ status: 'success', execution: { status: 'failed' }, error: 'Invalid prompt' });
    expect(run.steps.map(({ status }) => status)).toEqual(['failed', 'pending']);
  });

  it('can be cancelled, once', async () => {
    const emulator = await startForTest();
    emulator.modelslab.hold();
    const path = await start(emulator, POSTER, { prompt: 'a harbour' });
    expect((await send(emulator, 'POST', `${path}/cancel`)).json).toMatchObject({ status: 'success' });
    emulator.modelslab.release();
    expect((await end(emulator, path)).execution.status).toBe('cancelled');
    expect((await send(emulator, 'POST', `${path}/cancel`)).status).toBe(422);
  });

  it('check their parameters, and how often they are run', async () => {
    const emulator = await startForTest({ errorsAt: 'ok' });
    expect(await send(emulator, 'POST', `${POSTER}/run`, { width: 'wide' })).toMatchObject({
      status: 422,
      json: { errors: { prompt: ['The prompt field is required.'], width: ['The width must be a number.'] } },
    });
    for (let count = 0; count < 2; count += 1) await start(emulator, CLIP, { prompt: 'a kite' });
    const third = await send(emulator, 'POST', `${CLIP}/run`, { prompt: 'a kite' });
    expect(third).toMatchObject({ status: 429, json: { retry_after: expect.any(Number) } });
    expect((await send(emulator, 'GET', `${CLIP}/runs/1`)).status).toBe(404);
  });
});
