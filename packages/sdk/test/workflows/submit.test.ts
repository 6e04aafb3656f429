import { once } from 'node:events';
import type { WorkflowTemplate } from '@civitkit/sdk/client';
import { newExternalId, steps } from '@civitkit/sdk/client';
import { describe, expect, it } from 'vitest';
import { json, type LoopbackServer, reset, stallHeaders, truncate } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { canary, useServedClient } from '../support/served-client.js';
import { estimate, problem, template, workflow } from './samples.js';

const served = useServedClient();

/** What the n-th request said. */
function sent(server: LoopbackServer, ordinal: number): Record<string, unknown> {
  return JSON.parse(server.exchanges[ordinal]?.body ?? '') as Record<string, unknown>;
}

describe('submit', () => {
  it('sends the template as it is, and a key', async () => {
    const { workflows } = await served.serve(json(workflow({ externalId: 'given' })));
    const full: WorkflowTemplate = {
      externalId: 'given',
      currencies: ['blue'],
      tags: ['a'],
      metadata: { who: 'me' },
      tips: { civitai: 0.1, creators: 0 },
      steps: [steps.textToImage({ prompt: 'a hero' }, { name: 'hero' })],
    };
    await workflows.submit(full, { waitSeconds: 30, hideMatureContent: true });
    expect(served.server.exchanges[0]).toMatchObject({
      method: 'POST',
      url: '/v2/consumer/workflows?wait=30&hideMatureContent=true',
      headers: { authorization: `Bearer ${canary}`, 'content-type': 'application/json' },
    });
    expect(sent(served.server, 0)).toEqual(JSON.parse(JSON.stringify(full)));
  });

  it('makes a key nobody can guess, and leaves the template alone', async () => {
    const { workflows } = await served.serve((exchange, response, request) => {
      const { externalId } = JSON.parse(exchange.body) as { externalId: string };
      return json(workflow({ externalId }))(exchange, response, request);
    });
    const frozen = Object.freeze({ ...template });
    const first = await workflows.submit(frozen);
    const second = await workflows.submit(frozen);
    expect(first.externalId).toMatch(/^[A-Za-z0-9_-]{20,128}$/);
    expect(first.externalId).not.toBe(second.externalId);
    expect(first.externalId).toBe(sent(served.server, 0)['externalId']);
    expect(frozen).not.toHaveProperty('externalId');
  });

  it('gives the key back when the server does not repeat it', async () => {
    const { workflows } = await served.serve(json(workflow()));
    const { externalId } = await workflows.submit(template);
    expect(externalId).toBe(sent(served.server, 0)['externalId']);
  });

  it.each([200, 202])('takes %i for a workflow alike, with all the words and members it has', async (status) => {
    const answer = workflow({ externalId: 'k', status: 'pondering', brandNew: { deep: [1] } });
    const { workflows } = await served.serve(json(answer, status));
    expect(await workflows.submit(template)).toEqual(answer);
  });

  it.each([
    ['a lost connection', reset],
    ['an answer that breaks off', truncate],
    ['a 500', problem(500)],
    ['a 503', problem(503)],
    ['a 429', problem(429)],
  ])('sends the same again after %s, whatever became of the template meanwhile', async (_name, fault) => {
    const changing = { steps: [{ $type: 'echo' as const, input: { message: 'before' } }] };
    const { workflows } = await served.serve([
      (...call) => {
        const [step] = changing.steps;
        if (step !== undefined) step.input.message = 'after';
        return fault(...call);
      },
      json(workflow()),
    ]);
    await workflows.submit(changing);
    const [first, second] = served.server.exchanges;
    expect(served.server.exchanges).toHaveLength(2);
    expect(second?.body).toBe(first?.body);
    expect(first?.body).toContain('before');
  });

  it('tells the key when it fails, and that the server may have the workflow', async () => {
    const { workflows } = await served.serve(reset);
    const error = await workflows.submit({ ...template, externalId: 'mine' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'connection_failed', attempts: 3, details: { externalId: 'mine' } });
    expect((error as Error).message).toContain('submit again with externalId "mine"');
    expect((error as Error).stack).toContain('submit again with externalId "mine"');
  });

  it('tells the key after a timeout', async () => {
    const clock = new TestClock(0);
    const { workflows } = await served.serve(
      () => {
        clock.advance(1000);
      },
      { clock },
    );
    const error = await workflows.submit(template, { timeoutMs: 1000 }).catch((thrown: unknown) => thrown);
    const { externalId } = sent(served.server, 0);
    expect(error).toMatchObject({ name: 'TimeoutError', code: 'timeout', details: { externalId } });
    expect((error as Error).message).toContain('may have accepted it');
  });

  it('does not speak of a second try when nobody was there to accept it, however often it was tried', async () => {
    const client = await served.serve(json({}));
    await served.server.close();
    const outcome = await client.workflows.submit({ steps: [] }).asResult();
    const error = outcome.ok ? undefined : outcome.error;
    expect(error).toMatchObject({ code: 'connection_failed', attempts: 3, details: { neverSent: true } });
    expect(error?.message).not.toContain('may have accepted');
  });

  it('does not speak of a second try when the server has refused', async () => {
    const { workflows } = await served.serve(problem(401));
    const error = await workflows.submit(template).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'AuthenticationError' });
    expect((error as Error).message).not.toContain('may have accepted');
  });

  it('sends an ephemeral workflow once: the server could not know it again', async () => {
    const { workflows } = await served.serve([reset, json(workflow())]);
    const outcome = await workflows.submit({ ...template, ephemeral: true }, { waitSeconds: 20 }).asResult();
    expect(outcome).toMatchObject({ ok: false, error: { code: 'connection_failed', attempts: 1 } });
    expect(outcome.ok ? '' : outcome.error.message).toContain('to pay for it again');
    expect(served.server.exchanges).toHaveLength(1);
  });

  it('refuses the estimate of an earlier preview under the same key', async () => {
    const { workflows } = await served.serve(json(estimate(12, { externalId: 'mine' })));
    const outcome = await workflows.submit({ ...template, externalId: 'mine' }).asResult();
    expect(outcome).toMatchObject({
      ok: false,
      error: { name: 'InvalidResponseError', code: 'estimate_returned', details: { externalId: 'mine' } },
    });
  });

  it.each(['', 'a b', 'ä', 'x'.repeat(129), 'a/b'])('refuses the key %j, which would be none', async (externalId) => {
    const { workflows } = await served.serve(json(workflow()));
    const outcome = await workflows.submit({ ...template, externalId }).asResult();
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: 'invalid_argument', issues: [{ path: 'externalId', pointer: '/externalId' }] },
    });
    expect(served.server.exchanges).toHaveLength(0);
  });

  it('throws at once for what is no template, no JSON, no number of seconds', async () => {
    const { workflows } = await served.serve(json(workflow()));
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    expect(() => workflows.submit(null as unknown as WorkflowTemplate)).toThrow(TypeError);
    expect(() => workflows.submit([] as unknown as WorkflowTemplate)).toThrow(TypeError);
    expect(() => workflows.submit({ ...template, externalId: 7 as unknown as string })).toThrow(TypeError);
    expect(() => workflows.submit({ ...template, metadata: circular })).toThrow(TypeError);
    expect(() => workflows.submit(template, { waitSeconds: 1.5 })).toThrow(RangeError);
    expect(() => workflows.submit(template, { maxCost: -1 })).toThrow(RangeError);
    expect(() => workflows.submit(template, { maxCost: Number.NaN })).toThrow(RangeError);
    expect(() => workflows.submit(template, { timeoutMs: 0 })).toThrow(RangeError);
    expect(served.server.exchanges).toHaveLength(0);
  });

  it('rejects with the reason of the signal', async () => {
    const { workflows } = await served.serve(stallHeaders);
    const controller = new AbortController();
    const submitted = workflows.submit(template, { signal: controller.signal });
    controller.abort(new Error('changed my mind'));
    await expect(submitted).rejects.toThrow('changed my mind');
  });
});

describe('newExternalId', () => {
  it('makes what the server takes, another one each time', () => {
    const ids = Array.from({ length: 100 }, () => newExternalId());
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{1,128}$/);
  });
});

describe('check', () => {
  const wrong = { steps: [{ $type: 'textToImage', input: { prompt: 'a cat', cfgScale: 4000 } }] } as const;

  it('error: stops what the server would refuse before anything is sent', async () => {
    const { workflows } = await served.serve(json(workflow()));
    const outcome = await workflows.submit(wrong, { check: 'error', maxCost: 5 }).asResult();
    expect(outcome).toMatchObject({
      ok: false,
      error: {
        name: 'ValidationError',
        code: 'invalid_argument',
        issues: [{ path: 'steps[0].input.cfgScale', pointer: '/steps/0/input/cfgScale' }],
      },
    });
    expect(served.server.exchanges).toHaveLength(0);
  });

  it('error: says what is only doubtful, and goes on', async () => {
    const { workflows } = await served.serve(json(workflow()));
    const doubtful = { steps: [steps.textToImage(Object.assign({ prompt: 'x' }, { stepz: 3 }))] };
    const warned = once(process, 'warning');
    await expect(workflows.submit(doubtful, { check: 'error' })).resolves.toMatchObject({ id: '0-0001' });
    expect((await warned)[0]).toMatchObject({ name: 'WorkflowCheckWarning', code: 'unknown_member' });
  });

  it('error: lets a good template pass', async () => {
    const { workflows } = await served.serve(json(workflow()));
    await expect(workflows.submit(template, { check: 'error' })).resolves.toMatchObject({ id: '0-0001' });
  });

  it('warn: emits a warning and goes on', async () => {
    const { workflows } = await served.serve(json(workflow()));
    const warned = once(process, 'warning');
    await expect(workflows.submit(wrong, { check: 'warn' })).resolves.toMatchObject({ id: '0-0001' });
    const [warning] = (await warned) as [Error];
    expect(warning).toMatchObject({ name: 'WorkflowCheckWarning', code: 'out_of_range' });
    expect(warning.message).toContain('/steps/0/input/cfgScale');
  });

  it('knows no other word', async () => {
    const { workflows } = await served.serve(json(workflow()));
    expect(() => workflows.submit(template, { check: 'loud' as 'warn' })).toThrow(TypeError);
  });
});
