import { isCivitaiError } from '@civitkit/core/client';
import { outputs, steps, type WorkflowError, type WorkflowProgress } from '@civitkit/sdk/client';
import { describe, expect, it } from 'vitest';
import { asked, picture, useEmulator } from './support.js';

const emulated = useEmulator();

async function errorOf(promise: PromiseLike<unknown>): Promise<WorkflowError> {
  return (await promise.then(
    () => expect.fail('it should have failed'),
    (error: unknown) => error,
  )) as WorkflowError;
}

describe('a run', () => {
  it('that is awaited takes two requests: the submit, and a read that is held until the end', async () => {
    const client = await emulated.start();
    const workflow = await client.run(picture());
    expect(workflow.status).toBe('succeeded');
    expect([...outputs(workflow)]).toMatchObject([{ step: 'hero', kind: 'image', available: true }]);
    expect(asked(emulated.emulator)).toEqual(['POST', 'GET wait=30']);
  });

  it('takes one when the submit itself is held', async () => {
    const client = await emulated.start();
    const workflow = await client.run(picture(), { submitWaitSeconds: 30 });
    expect(workflow.status).toBe('succeeded');
    expect(asked(emulated.emulator)).toEqual(['POST wait=30']);
  });

  it('has its id long before its end', async () => {
    const client = await emulated.start({ orchestration: { workMs: 600_000 } });
    const run = client.run(picture());
    expect(run.id).toBeUndefined();
    const { id } = await run.submitted();
    expect(id).toBeTypeOf('string');
    expect(run.id).toBe(id);
    expect(run.state?.status).toBe('unassigned');
  });

  it('tells of every status on the way, of queue, download and work, and ends with the workflow', async () => {
    const client = await emulated.start({
      orchestration: { unassignedMs: 300, preparingMs: 900, queueMs: 900, workMs: 1200 },
    });
    const seen: WorkflowProgress[] = [];
    const run = client.run(picture());
    for await (const progress of run) seen.push(progress);
    const statuses = seen.map(({ steps: [step] }) => step?.status);
    expect(statuses[0]).toBe('unassigned');
    for (const status of ['preparing', 'scheduled', 'processing', 'succeeded']) expect(statuses).toContain(status);
    expect(seen.some(({ preparing }) => preparing !== undefined && (preparing.progress ?? 0) > 0)).toBe(true);
    expect(seen.some(({ queuePosition }) => (queuePosition ?? 0) > 0)).toBe(true);
    const done = seen.map(({ progress }) => progress ?? 0);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done.some((progress) => progress > 0 && progress < 1)).toBe(true);
    expect(seen.at(-1)).toMatchObject({ status: 'succeeded', progress: 1, queuePosition: undefined });
    expect((await run).status).toBe('succeeded');
  });

  it('tells the same to a callback, without anybody awaiting or iterating', async () => {
    const client = await emulated.start();
    const seen: string[] = [];
    const ended = new Promise<void>((resolve) => {
      client.run(picture(), {
        onProgress: ({ status }) => {
          seen.push(status);
          if (status === 'succeeded') resolve();
        },
      });
    });
    await ended;
    expect(seen.length).toBeGreaterThan(1);
  });

  it('follows servers that do not know until=change', async () => {
    const client = await emulated.start({ orchestration: { release: 'august', workMs: 2500 } });
    const seen: string[] = [];
    const run = client.run(picture());
    for await (const { status } of run) seen.push(status);
    expect(seen).toContain('processing');
    expect(seen.at(-1)).toBe('succeeded');
  });

  it('can be resumed by its id, whether it runs or has ended', async () => {
    const client = await emulated.start();
    const { id } = await client.run(picture()).submitted();
    const resumed = client.resume(id ?? '');
    expect(resumed.id).toBe(id);
    expect((await resumed).status).toBe('succeeded');
    expect((await client.resume(id ?? '')).status).toBe('succeeded');
    expect((await client.resume(id ?? '').submitted()).id).toBe(id);
  });

  it('is cancelled once, however often that is asked for', async () => {
    const client = await emulated.start({ orchestration: { workMs: 600_000 } });
    const run = client.run(picture());
    await Promise.all([run.cancel(), run.cancel()]);
    await run.cancel();
    expect(asked(emulated.emulator).filter((request) => request.startsWith('PUT'))).toHaveLength(1);
    const error = await errorOf(run);
    expect(error).toMatchObject({ name: 'WorkflowError', code: 'workflow_canceled', workflowId: run.id });
    expect(error.workflow?.status).toBe('canceled');
    await run.cancel();
  });

  it('that is ephemeral is held by the submit, since nothing is left to read afterwards', async () => {
    const client = await emulated.start();
    const workflow = await client.run(picture('a cat', { ephemeral: true }));
    expect(workflow.status).toBe('succeeded');
    expect(asked(emulated.emulator)).toEqual(['POST wait=60']);
  });

  it('that is ephemeral and longer than the submit is read on, without a gap', async () => {
    const client = await emulated.start({ orchestration: { maxWaitMs: 500, workMs: 600 } });
    const workflow = await client.run(picture('a cat', { ephemeral: true }));
    expect(workflow.status).toBe('succeeded');
    expect(asked(emulated.emulator).slice(0, 2)).toEqual(['POST wait=60', 'GET wait=30']);
  });

  it('asks for the price first with maxCost, and submits nothing that costs more', async () => {
    const client = await emulated.start();
    const error = await errorOf(client.run(picture(), { maxCost: 0 }));
    expect(error).toMatchObject({ code: 'max_cost_exceeded' });
    expect(emulated.emulator.orchestration.workflows()).toEqual([]);
    expect((await client.run(picture(), { maxCost: 1000 })).status).toBe('succeeded');
  });
});

describe('a failure', () => {
  it('is a WorkflowError with the step; the reason is in job events only, and the error says so', async () => {
    const client = await emulated.start();
    const error = await errorOf(client.run(picture('[emulator:fail=out of memory]')));
    expect(error).toMatchObject({
      name: 'WorkflowError',
      code: 'workflow_failed',
      step: 'hero',
      stepType: 'textToImage',
    });
    expect(error.job).toBeTypeOf('string');
    expect(error.message).toContain('job events');
    expect(JSON.stringify(error)).not.toContain('transactions');
    expect(isCivitaiError(error)).toBe(true);
  });

  it('can be looked at as a workflow instead', async () => {
    const client = await emulated.start();
    const workflow = await client.run(picture('[emulator:fail]'), { resolveOnFailure: true });
    expect(workflow.status).toBe('failed');
    expect(await client.run(picture('[emulator:fail]')).asResult()).toMatchObject({
      ok: false,
      error: { code: 'workflow_failed' },
    });
  });

  it('by expiry says that it may work another time', async () => {
    const client = await emulated.start();
    expect(await errorOf(client.run(picture('[emulator:expire]')))).toMatchObject({
      code: 'workflow_expired',
      retryable: true,
    });
  });

  it('of one step is told by that step, not by those that were cancelled for it', async () => {
    const client = await emulated.start();
    const first = steps.textToImage({ prompt: '[emulator:fail]' }, { name: 'first' });
    const second = steps.imageUpscaler({ image: first.output.images[0].url }, { name: 'second' });
    expect(await errorOf(client.run({ steps: [second, first] }))).toMatchObject({ step: 'first' });
  });

  it('is not what a step with withheld blobs is: they are among the outputs, with the reason', async () => {
    const client = await emulated.start();
    const workflow = await client.run(picture('[emulator:withhold=siteRestricted]'));
    expect([...outputs(workflow)]).toMatchObject([
      { available: false, url: undefined, blockedReason: 'siteRestricted' },
    ]);
  });
});
