import { describe, expect, it } from 'vitest';
import { json, reset } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { useServedClient } from '../support/served-client.js';
import { estimate, problem, template, workflow } from './samples.js';

const served = useServedClient();

describe('preview', () => {
  it('never carries the key', async () => {
    const { workflows } = await served.serve(json(estimate(12)));
    const keyed = Object.freeze({ ...template, externalId: 'mine' });
    await workflows.preview(keyed);
    const [exchange] = served.server.exchanges;
    expect(exchange).toMatchObject({ method: 'POST', url: '/v2/consumer/workflows?whatif=true' });
    expect(JSON.parse(exchange?.body ?? '')).toEqual(template);
    expect(keyed.externalId).toBe('mine');
  });

  it('reads price, accounts and queue', async () => {
    const job = (queuePosition: unknown): object => ({ id: 'j', status: 'unassigned', cost: 1, queuePosition });
    const answer = estimate(12, {
      transactions: {
        list: [
          { type: 'debit', amount: 10, accountType: 'blue' },
          { type: 'debit', amount: 5, accountType: 'yellow' },
          { type: 'credit', amount: 3, accountType: 'blue' },
        ],
        insufficientBuzz: true,
      },
      steps: [
        { $type: 'echo', name: 'a', status: 'unassigned', jobs: [job({ support: 'available', precedingJobs: 4 })] },
        { $type: 'echo', name: 'b', status: 'unassigned', jobs: [job({ support: 'unsupported' }), job(null)] },
        { $type: 'echo', name: 'c', status: 'unassigned', jobs: null },
      ],
    });
    const { workflows } = await served.serve(json(answer));
    const preview = await workflows.preview(template);
    expect(preview).toMatchObject({
      total: 12,
      cost: { base: 12, total: 12 },
      charges: [
        { account: 'blue', amount: 7 },
        { account: 'yellow', amount: 5 },
      ],
      insufficientBuzz: true,
      support: 'unsupported',
      queue: [
        { step: 'a', support: 'available', precedingJobs: 4 },
        { step: 'b', support: 'unsupported' },
      ],
    });
    expect(preview.workflow).toEqual(answer);
  });

  it('says nothing of accounts and queue when the server does not', async () => {
    const { workflows } = await served.serve(json(estimate(0, { steps: [] })));
    expect(await workflows.preview(template)).toMatchObject({
      total: 0,
      charges: [],
      insufficientBuzz: false,
      support: undefined,
      queue: [],
    });
  });

  it('refuses an answer without a price', async () => {
    const { workflows } = await served.serve(json(workflow({ cost: null })));
    await expect(workflows.preview(template)).rejects.toMatchObject({ code: 'unexpected_shape' });
  });

  it('is repeated after a lost connection, and after the empty 500 that previews are known for', async () => {
    const empty = (_: unknown, response: { writeHead(status: number): { end(): void } }): void => {
      response.writeHead(500).end();
    };
    const { workflows } = await served.serve([reset, empty, json(estimate(3))]);
    await expect(workflows.preview(template)).resolves.toMatchObject({ total: 3 });
  });
});

describe('maxCost', () => {
  it('asks for the price first, without the key', async () => {
    const { workflows } = await served.serve([json(estimate(12)), json(workflow())]);
    await expect(workflows.submit(template, { maxCost: 12, waitSeconds: 5 })).resolves.toMatchObject({ id: '0-0001' });
    const [preview, submit] = served.server.exchanges;
    expect(preview?.url).toBe('/v2/consumer/workflows?whatif=true');
    expect(submit?.url).toBe('/v2/consumer/workflows?wait=5');
    const { externalId, ...rest } = JSON.parse(submit?.body ?? '') as Record<string, unknown>;
    expect(externalId).toBeTypeOf('string');
    expect(JSON.parse(preview?.body ?? '')).toEqual(rest);
  });

  it('submits nothing when the price is higher', async () => {
    const { workflows } = await served.serve(json(estimate(13)));
    const outcome = await workflows.submit({ ...template, externalId: 'mine' }, { maxCost: 12 }).asResult();
    expect(outcome).toMatchObject({
      ok: false,
      error: {
        name: 'PermissionError',
        code: 'max_cost_exceeded',
        details: { totalCost: 13, maxCost: 12, externalId: 'mine' },
      },
    });
    expect(outcome.ok ? '' : outcome.error.message).toContain('Nothing was submitted');
    expect(served.server.exchanges).toHaveLength(1);
  });

  it('submits nothing when the price is not to be had', async () => {
    const { workflows } = await served.serve(problem(400));
    const outcome = await workflows.submit(template, { maxCost: 12 }).asResult();
    expect(outcome).toMatchObject({ ok: false, error: { name: 'ValidationError' } });
    expect(outcome.ok ? '' : outcome.error.message).toContain('Nothing was submitted');
    expect(served.server.exchanges).toHaveLength(1);
  });

  it('holds one time limit over both requests', async () => {
    const clock = new TestClock(0);
    const { workflows } = await served.serve(
      [
        (...call) => {
          clock.advance(600);
          return json(estimate(1))(...call);
        },
        () => {
          clock.advance(600);
        },
      ],
      { clock },
    );
    const outcome = await workflows.submit(template, { maxCost: 12, timeoutMs: 1000 }).asResult();
    expect(outcome).toMatchObject({ ok: false, error: { code: 'timeout' } });
    expect(served.server.exchanges).toHaveLength(2);
  });

  it('does not submit when the time is over with the preview', async () => {
    const clock = new TestClock(0);
    const { workflows } = await served.serve(
      () => {
        clock.advance(1000);
      },
      { clock },
    );
    const outcome = await workflows.submit(template, { maxCost: 12, timeoutMs: 1000 }).asResult();
    expect(outcome).toMatchObject({ ok: false, error: { code: 'timeout' } });
    expect(outcome.ok ? '' : outcome.error.message).toContain('Nothing was submitted');
    expect(served.server.exchanges).toHaveLength(1);
  });

  it('submits nothing after the signal', async () => {
    const controller = new AbortController();
    const { workflows } = await served.serve((...call) => {
      controller.abort(new Error('changed my mind'));
      return json(estimate(1))(...call);
    });
    const submitted = workflows.submit(template, { maxCost: 12, signal: controller.signal });
    await expect(submitted).rejects.toThrow('changed my mind');
    expect(served.server.exchanges).toHaveLength(1);
  });
});
