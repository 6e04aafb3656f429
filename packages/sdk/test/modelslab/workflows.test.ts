import type { ModelsLabJobError, ModelsLabWorkflowRun } from '@civitkit/sdk/modelslab/client';
import { describe, expect, it } from 'vitest';
import { json, type Responder, reset, stallHeaders } from '../../../../test/support/loopback-server.js';
import { asked, canary, errorOf, sent, useModelsLab } from './job-support.js';
import { answerOf, bodyOf } from './plain-answers.js';

const served = useModelsLab();
const workflowId = '0b6f7a3e-9f55-4b1a-9f0e-4a1d7e1c2d33';
const begun = answerOf('workflows/run');
const running = answerOf('workflows/run-status.processing');
const completed = answerOf('workflows/run-status');
const failed = answerOf('workflows/run-status.success.failed-run');
const base = `/api/v1/workflows/${workflowId}`;

async function statesOf(run: ModelsLabWorkflowRun): Promise<string[]> {
  const states: string[] = [];
  for await (const { status } of run) states.push(status);
  return states;
}

describe('a run', () => {
  it('is begun at once, asked for every two seconds, and gives what came out', async () => {
    const client = await served.serve([begun, running, running, completed]);
    const parameters = { prompt: 'a harbour poster', width: 1024, height: 1024 };
    const run = client.workflows.run(workflowId, parameters);
    parameters.prompt = 'changed';
    const result = await run;
    expect(result).toMatchObject({
      workflowId,
      executionId: '12345',
      executionTimeSeconds: 15.234,
      outputs: [{ kind: 'url', url: 'https://assets.modelslab.ai/generations/poster.png' }],
      output: { status: 'success' },
    });
    expect(asked(served.server)).toEqual([
      `POST ${base}/run`,
      ...Array.from({ length: 3 }, () => `GET ${base}/runs/12345`),
    ]);
    expect(sent(served.server, 0)).toEqual({ prompt: 'a harbour poster', width: 1024, height: 1024 });
    expect(served.server.exchanges.map(({ headers }) => headers['key'])).toEqual(
      Array.from({ length: 4 }, () => canary),
    );
    expect(served.clock.delays.filter((delay) => delay === 2000)).toHaveLength(3);
  });

  it('tells its ids before it is waited for, and its progress', async () => {
    const client = await served.serve([begun, running, completed]);
    const run = client.workflows.run(workflowId, {});
    expect(run.executionId).toBeUndefined();
    expect(await run.submitted()).toMatchObject({ workflowId, executionId: '12345', status: 'pending' });
    expect(run.executionId).toBe('12345');
    expect(served.server.exchanges).toHaveLength(1);
    expect(await statesOf(run)).toEqual(['pending', 'running', 'completed']);
  });

  it('fails although the answer says success', async () => {
    const client = await served.serve([begun, failed]);
    const error = (await errorOf(client.workflows.run(workflowId, {}))) as unknown as ModelsLabJobError;
    expect(error).toMatchObject({
      name: 'ModelsLabJobError',
      code: 'job_failed',
      jobId: '12345',
      details: { workflowId, executionId: '12345', runStatus: 'failed', step: 'Text to Image' },
    });
    expect(error.message).toContain('failed in its step "Text to Image". Image generation failed: Invalid prompt.');
  });

  it('may have a parameter that is called key', async () => {
    const client = await served.serve([begun, completed]);
    await client.workflows.run(workflowId, { key: 'C sharp minor' });
    expect(sent(served.server, 0)).toEqual({ key: 'C sharp minor' });
    expect(served.server.exchanges[0]?.headers['key']).toBe(canary);
  });

  it.each([
    ['as a result', { output: 'https://a.test/1.png' }, 'https://a.test/1.png'],
    ['in a list', { output: ['https://a.test/1.png'] }, 'https://a.test/1.png'],
    ['by names', { output: { images: ['https://a.test/1.png'] } }, 'https://a.test/1.png'],
  ])('gives an output that comes %s', async (_name, output, url) => {
    const body = bodyOf('workflows/run-status') as object;
    const client = await served.serve([begun, json({ ...body, ...output })]);
    expect((await client.workflows.run(workflowId, {})).outputs).toMatchObject([{ kind: 'url', url }]);
  });

  it('never shows the key that the server echoes in a failure', async () => {
    const body = bodyOf('workflows/run-status.success.failed-run') as object;
    const client = await served.serve([begun, json({ ...body, error: `key ${canary} has no access` })]);
    const error = await errorOf(client.workflows.run(workflowId, {}));
    expect(error.message).toContain('key [redacted] has no access');
  });
});

describe('what cannot be repeated is not', () => {
  it.each([
    ['the connection breaks', reset],
    ['the server fails', json({ status: 'error', message: 'Internal server error.' }, 500)],
  ])('a start is not sent again when %s, and says so', async (_name, failure) => {
    const client = await served.serve(failure);
    const error = await errorOf(client.workflows.run(workflowId, {}));
    expect(served.server.exchanges).toHaveLength(1);
    expect(error).toMatchObject({ details: { maybeAccepted: true } });
    expect(error.message).toContain('not sent again');
  });

  it('but is after a limit, as long as the server asked to wait', async () => {
    const limit = json({ status: 'error', message: 'Too many runs', retry_after: 6 }, 429);
    const client = await served.serve([limit, begun, completed]);
    await expect(client.workflows.run(workflowId, {})).resolves.toMatchObject({ executionId: '12345' });
    expect(served.clock.delays).toContain(6000);
  });

  it('reads are repeated while it runs', async () => {
    const client = await served.serve([begun, reset, json({ message: 'busy' }, 503), completed]);
    await expect(client.workflows.run(workflowId, {})).resolves.toMatchObject({ executionId: '12345' });
  });

  it.each([
    ['input', json({ message: { prompt: ['is required'] } }, 422), 'ValidationError'],
    ['an unknown workflow', json({ status: 'error', message: 'Workflow not found' }, 404), 'NotFoundError'],
    ['a wrong key', json({ status: 'error', message: 'Invalid API key' }, 401), 'AuthenticationError'],
  ])('a start that was refused for %s fails at once', async (_name, refusal, name) => {
    const client = await served.serve(refusal);
    const run = client.workflows.run(workflowId, {});
    await expect(run.submitted()).rejects.toMatchObject({ name });
    expect(await run.asResult()).toMatchObject({ ok: false, error: { name } });
    expect(served.server.exchanges).toHaveLength(1);
  });
});

describe('ending and going on', () => {
  const cancelled = json({
    ...(bodyOf('workflows/run-status.processing') as object),
    execution: { id: 12345, workflow_id: workflowId, status: 'cancelled' },
  });

  it('is cancelled at the server, once, and rejects then', async () => {
    const script: Responder = (exchange, ...rest) => {
      const isCancelled = served.server.exchanges.some(({ url }) => url.endsWith('/cancel'));
      if (exchange.url.endsWith('/run')) return begun(exchange, ...rest);
      if (exchange.url.endsWith('/cancel')) return answerOf('workflows/cancel')(exchange, ...rest);
      return (isCancelled ? cancelled : running)(exchange, ...rest);
    };
    const client = await served.serve(script);
    const run = client.workflows.run(workflowId, {});
    await Promise.all([run.cancel(), run.cancel()]);
    await expect(run).rejects.toMatchObject({ code: 'job_canceled', jobId: '12345' });
    await run.cancel();
    expect(asked(served.server).filter((one) => one.endsWith('/cancel'))).toEqual([`POST ${base}/runs/12345/cancel`]);
  });

  it('goes on in another process by its ids', async () => {
    const client = await served.serve([running, completed]);
    const run = client.workflows.resume(workflowId, 12345);
    await expect(run).resolves.toMatchObject({ executionId: '12345' });
    expect(asked(served.server)).toEqual(Array.from({ length: 2 }, () => `GET ${base}/runs/12345`));
  });

  it('asks nothing for who does not wait', async () => {
    const client = await served.serve(running);
    const run = client.workflows.resume(workflowId, '12345');
    expect(run.state).toMatchObject({ executionId: '12345', raw: {} });
    expect(served.server.exchanges).toHaveLength(0);
  });

  it('can be resumed after its time is over', async () => {
    const client = await served.serve([begun, stallHeaders]);
    const run = client.workflows.run(workflowId, {}, { timeoutMs: 60_000 });
    await run.submitted();
    const outcome = run.asResult();
    served.clock.advance(60_000);
    const error = await outcome;
    expect(error).toMatchObject({
      ok: false,
      error: { name: 'TimeoutError', details: { workflowId, executionId: '12345' } },
    });
    expect(error.ok ? '' : error.error.message).toContain(`workflows.resume('${workflowId}', '12345')`);
    expect(served.clock.pending).toBe(0);
  });

  it('stops waiting with the signal’s own reason, and leaves nothing behind', async () => {
    const client = await served.serve([begun, stallHeaders]);
    const controller = new AbortController();
    const run = client.workflows.run(workflowId, {}, { signal: controller.signal });
    await run.submitted();
    const rejection = errorOf(run);
    const reason = new Error('enough');
    controller.abort(reason);
    expect(await rejection).toBe(reason);
    expect(served.clock.pending).toBe(0);
  });

  it('ends with the client', async () => {
    const client = await served.serve([begun, stallHeaders]);
    const run = client.workflows.run(workflowId, {});
    await run.submitted();
    const rejection = errorOf(run);
    client.close();
    expect(await rejection).toMatchObject({ code: 'client_closed', details: { executionId: '12345' } });
  });

  it('refuses options that make no sense at once', async () => {
    const client = await served.serve(begun);
    expect(() => client.workflows.run(workflowId, {}, { timeoutMs: -1 })).toThrow(RangeError);
    expect(() => client.workflows.resume(workflowId, 1, { onProgress: 1 as never })).toThrow(TypeError);
    expect(served.server.exchanges).toHaveLength(0);
  });
});
