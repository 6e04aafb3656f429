import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { json, stallHeaders } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { canary, useServedClient } from '../support/served-client.js';
import { template, workflow } from '../workflows/samples.js';
import { WorkflowServer } from './workflow-server.js';

const served = useServedClient();
const done = { status: 'succeeded' };

/** The usual pauses are over at once; reads and deadlines have all the time that the test gives them. */
async function start(script: WorkflowServer) {
  const clock = new TestClock(30_000);
  return { clock, client: await served.serve(script.respond, { clock, random: () => 0 }) };
}

describe('the signal of the caller', () => {
  it('that is aborted before the call submits nothing', async () => {
    const script = new WorkflowServer();
    const { client } = await start(script);
    const run = client.run(template, { signal: AbortSignal.abort('no need') });
    await expect(Promise.resolve(run)).rejects.toBe('no need');
    expect(script.submits).toBe(0);
  });

  it.each([false, true])(
    'ends the waiting at once and leaves nothing open (cancelOnAbort: %s)',
    async (cancelOnAbort) => {
      const script = new WorkflowServer();
      const { client, clock } = await start(script);
      const caller = new AbortController();
      const run = client.run(template, { signal: caller.signal, cancelOnAbort });
      const ended = run.asResult().catch((reason: unknown) => reason);
      await expect.poll(() => script.held.length).toBe(1);
      caller.abort('enough');
      expect(await ended).toBe('enough');
      await expect.poll(() => script.held.length).toBe(0);
      await expect.poll(() => script.cancels).toBe(cancelOnAbort ? 1 : 0);
      await expect.poll(() => clock.pending).toBe(0);
      await expect(run.asResult()).rejects.toBe('enough');
    },
  );

  it('stops a submit that is on its way', async () => {
    const script = new WorkflowServer();
    script.onSubmit = stallHeaders;
    const { client, clock } = await start(script);
    const caller = new AbortController();
    const run = client.run(template, { signal: caller.signal });
    await expect.poll(() => script.submits).toBe(1);
    caller.abort('enough');
    await expect(run.submitted()).rejects.toBe('enough');
    await expect.poll(() => clock.pending).toBe(0);
    await expect.poll(() => served.server.openSockets.size).toBe(0);
  });

  it('with cancelOnAbort lets a submit arrive, to learn what is to be cancelled', async () => {
    const script = new WorkflowServer();
    let answer: (() => void) | undefined;
    script.onSubmit = (...call) => {
      answer = () => void json(workflow())(...call);
    };
    const { client, clock } = await start(script);
    const caller = new AbortController();
    const run = client.run(template, { signal: caller.signal, cancelOnAbort: true });
    await expect.poll(() => script.submits).toBe(1);
    caller.abort('enough');
    await expect(Promise.resolve(run)).rejects.toBe('enough');
    answer?.();
    await expect.poll(() => script.cancels).toBe(1);
    await expect.poll(() => clock.pending).toBe(0);
  });

  it('has one listener for a hundred runs, and none after them', async () => {
    const script = new WorkflowServer();
    const { client } = await start(script);
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, 'addEventListener');
    const remove = vi.spyOn(signal, 'removeEventListener');
    const outcomes = Array.from({ length: 100 }, () => client.resume('0-0001', { signal }).asResult());
    expect(add).toHaveBeenCalledTimes(1);
    script.atOnce = json(workflow(done));
    script.answer(done);
    for (const { ok } of await Promise.all(outcomes)) expect(ok).toBe(true);
    expect(remove).toHaveBeenCalledTimes(1);
  });
});

describe('the deadline', () => {
  it('leaves a workflow that can be resumed', async () => {
    const script = new WorkflowServer();
    const { client, clock } = await start(script);
    const run = client.run(template, { timeoutMs: 100_000 });
    const outcome = run.asResult();
    await expect.poll(() => script.held.length).toBe(1);
    script.answer({ status: 'processing' });
    await expect.poll(() => script.held.length).toBe(1);
    clock.advance(100_000);
    expect(await outcome).toMatchObject({
      ok: false,
      error: {
        name: 'TimeoutError',
        code: 'timeout',
        details: { workflowId: '0-0001', status: 'processing' },
        message: expect.stringContaining("resume('0-0001')") as string,
      },
    });
    await expect.poll(() => clock.pending).toBe(0);
    await expect.poll(() => script.held.length).toBe(0);
    expect(script.cancels).toBe(0);
  });

  it('of a submit that was not confirmed names the key to submit it with again', async () => {
    const script = new WorkflowServer();
    script.onSubmit = stallHeaders;
    const { client, clock } = await start(script);
    const run = client.run({ ...template, externalId: 'order-1' }, { timeoutMs: 100_000 });
    const outcome = run.asResult();
    await expect.poll(() => script.submits).toBe(1);
    clock.advance(100_000);
    expect(await outcome).toMatchObject({ ok: false, error: { code: 'timeout', details: { externalId: 'order-1' } } });
    await expect.poll(() => clock.pending).toBe(0);
  });
});

describe('closing the client', () => {
  it('ends runs that wait and runs that are being submitted, with code client_closed', async () => {
    const script = new WorkflowServer();
    const { client, clock } = await start(script);
    const waiting = client.resume('0-0001').asResult();
    await expect.poll(() => script.held.length).toBe(1);
    script.onSubmit = stallHeaders;
    const submitting = client.run(template).asResult();
    await expect.poll(() => script.submits).toBe(1);
    client.close();
    const closed = { ok: false, error: { code: 'client_closed' } };
    expect(await waiting).toMatchObject(closed);
    expect(await submitting).toMatchObject(closed);
    await expect.poll(() => clock.pending).toBe(0);
  });
});

describe('the token', () => {
  it('is in nothing that a run shows: not in itself, its errors, its progress', async () => {
    const script = new WorkflowServer();
    const { client, clock } = await start(script);
    const run = client.run(template, { timeoutMs: 100_000 });
    const outcome = run.asResult();
    await expect.poll(() => script.held.length).toBe(1);
    clock.advance(100_000);
    const failed = client.resume('0-0001').asResult();
    await expect.poll(() => script.held.length).toBe(1);
    script.answer({ status: 'failed' });
    const shown = [run, run.state, await outcome, await failed];
    expect(served.server.exchanges[0]?.headers.authorization).toContain(canary);
    for (const one of shown) {
      expect(inspect(one, { depth: 10, showHidden: true })).not.toContain(canary);
      expect(JSON.stringify(one)).not.toContain(canary);
    }
  });
});
