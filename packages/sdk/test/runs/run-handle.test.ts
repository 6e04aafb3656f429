import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { json, reset } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { useServedClient } from '../support/served-client.js';
import { problem, template, workflow } from '../workflows/samples.js';
import { WorkflowServer, withStep } from './workflow-server.js';

const served = useServedClient();
const done = { status: 'succeeded' };

/** The usual pauses are over at once; reads and deadlines have all the time that the test gives them. */
async function start(script: WorkflowServer) {
  const clock = new TestClock(30_000);
  return { clock, client: await served.serve(script.respond, { clock, random: () => 0 }) };
}

describe('a run that nobody waits for', () => {
  it('is submitted and then left alone: no reads, no timers, no listeners, no open connections', async () => {
    const script = new WorkflowServer();
    const { client, clock } = await start(script);
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, 'addEventListener');
    const remove = vi.spyOn(signal, 'removeEventListener');
    const run = client.run(template, { signal, timeoutMs: 100_000 });
    await expect.poll(() => run.id).toBe('0-0001');
    await setImmediate();
    expect(script.reads).toEqual([]);
    await expect.poll(() => clock.pending).toBe(0);
    expect(remove).toHaveBeenCalledTimes(add.mock.calls.length);
  });

  it('does not make its failure an unhandled rejection', async () => {
    const unhandled = vi.fn<() => void>();
    process.on('unhandledRejection', unhandled);
    try {
      const script = new WorkflowServer();
      script.onSubmit = problem(400);
      const { client } = await start(script);
      const run = client.run(template);
      await expect.poll(() => script.submits).toBe(1);
      await expect(run.submitted()).rejects.toMatchObject({ name: 'ValidationError' });
      await setImmediate();
      expect(unhandled).not.toHaveBeenCalled();
      await expect(Promise.resolve(run)).rejects.toMatchObject({ name: 'ValidationError' });
    } finally {
      process.off('unhandledRejection', unhandled);
    }
  });

  it('when it is resumed, asks nothing', async () => {
    const script = new WorkflowServer();
    const { client } = await start(script);
    const run = client.resume('0-0001');
    await setImmediate();
    expect([run.id, run.state, served.server.exchanges.length]).toEqual(['0-0001', undefined, 0]);
    await run.cancel();
    expect([script.cancels, script.reads.length]).toEqual([1, 0]);
  });
});

describe('loops over one run', () => {
  it('each have everything, begin with the newest state, and leave the workflow alone when they are left', async () => {
    const script = new WorkflowServer();
    const { client } = await start(script);
    const run = client.run(template);
    const first = run[Symbol.asyncIterator]();
    expect((await first.next()).value?.status).toBe('unassigned');
    await expect.poll(() => script.held.length).toBe(1);
    script.answer(withStep({ status: 'processing' }));
    expect((await first.next()).value?.status).toBe('processing');
    const late = run[Symbol.asyncIterator]();
    expect((await late.next()).value?.status).toBe('processing');
    await late.return?.();
    await first.return?.();
    await expect.poll(() => script.held.length).toBe(0);
    expect(script.cancels).toBe(0);
    const again = run[Symbol.asyncIterator]();
    expect((await again.next()).value?.status).toBe('processing');
    await expect.poll(() => script.held.length).toBe(1);
    script.answer(done);
    expect((await again.next()).value?.status).toBe('succeeded');
    expect(await again.next()).toEqual({ done: true, value: undefined });
    const after = run[Symbol.asyncIterator]();
    expect((await after.next()).value?.status).toBe('succeeded');
    expect((await after.next()).done).toBe(true);
  });

  it('get the newest only when they are slow', async () => {
    const script = new WorkflowServer();
    const { client } = await start(script);
    const run = client.run(template);
    const slow = run[Symbol.asyncIterator]();
    await slow.next();
    for (const estimatedProgressRate of [0.1, 0.2, 0.3]) {
      await expect.poll(() => script.held.length).toBe(1);
      script.answer(withStep({ estimatedProgressRate }));
    }
    await expect.poll(() => run.state?.progress).toBe(0.3);
    expect((await slow.next()).value?.progress).toBe(0.3);
    await slow.return?.();
  });

  it('end with a workflow that fails, after its last state; awaiting it rejects', async () => {
    const script = new WorkflowServer(workflow({ status: 'failed' }));
    const { client } = await start(script);
    const run = client.run(template);
    const statuses: string[] = [];
    for await (const { status } of run) statuses.push(status);
    expect(statuses).toEqual(['failed']);
    await expect(Promise.resolve(run)).rejects.toMatchObject({ code: 'workflow_failed' });
  });

  it('throw when the workflow cannot be followed', async () => {
    const script = new WorkflowServer();
    script.atOnce = problem(401);
    const { client } = await start(script);
    const loop = async (): Promise<void> => {
      for await (const { status } of client.run(template)) expect(status).toBe('unassigned');
    };
    await expect(loop()).rejects.toMatchObject({ name: 'AuthenticationError' });
  });
});

describe('what onProgress throws', () => {
  it('ends the waiting and reaches the caller', async () => {
    const script = new WorkflowServer();
    const { client, clock } = await start(script);
    const bug = new Error('a bug of the caller');
    const run = client.run(template, {
      onProgress: () => {
        throw bug;
      },
    });
    await expect(Promise.resolve(run)).rejects.toBe(bug);
    await expect.poll(() => clock.pending).toBe(0);
  });
});

describe('a submit', () => {
  it('is repeated with the same key when the connection breaks', async () => {
    const script = new WorkflowServer();
    script.onSubmit = (...call) => (script.submits === 1 ? reset : json(workflow(done)))(...call);
    const { client } = await start(script);
    await client.run(template);
    const keys = served.server.exchanges.map(({ body }) => (JSON.parse(body) as { externalId: string }).externalId);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('has read the template at the call, also when it had to wait', async () => {
    const script = new WorkflowServer(workflow(done));
    const { client } = await start(script);
    const changing = { steps: [{ $type: 'echo', input: { message: 'before' } }] } as const;
    const runs = Array.from({ length: 20 }, () => client.run(changing));
    (changing.steps[0].input as { message: string }).message = 'after';
    await Promise.all(runs);
    for (const { body } of served.server.exchanges) expect(body).toContain('before');
  });

  it('without id, and not ended, cannot be followed', async () => {
    const script = new WorkflowServer(workflow({ id: null }));
    const { client } = await start(script);
    await expect(Promise.resolve(client.run({ ...template, ephemeral: true }))).rejects.toMatchObject({
      name: 'WorkflowError',
      code: 'workflow_gone',
    });
  });
});

describe('mistakes in arguments', () => {
  it.each<[string, object, typeof RangeError | typeof TypeError]>([
    ['timeoutMs', { timeoutMs: 0 }, RangeError],
    ['timeoutMs', { timeoutMs: 2 ** 31 }, RangeError],
    ['submitWaitSeconds', { submitWaitSeconds: 1.5 }, RangeError],
    ['maxCost', { maxCost: -1 }, RangeError],
    ['maxRetries', { maxRetries: -1 }, RangeError],
    ['onProgress', { onProgress: 'console.log' }, TypeError],
    ['signal', { signal: 'stop' }, TypeError],
  ])('%s throw at once', async (name, options, kind) => {
    const { client } = await start(new WorkflowServer());
    expect(() => client.run(template, options)).toThrow(kind);
    expect(() => client.run(template, options)).toThrow(name);
    expect(served.server.exchanges).toEqual([]);
  });

  it('such as a template that is none throw at once, however many run', async () => {
    const { client } = await start(new WorkflowServer(workflow(done)));
    const runs = Array.from({ length: 30 }, () => client.run(template));
    expect(() => client.run('a cat' as unknown as typeof template)).toThrow(TypeError);
    await Promise.all(runs);
    expect((await client.run(template)).status).toBe('succeeded');
  });

  it('such as an id that cannot exist reject', async () => {
    const { client } = await start(new WorkflowServer());
    await expect(Promise.resolve(client.resume(' '))).rejects.toMatchObject({ name: 'ValidationError' });
    expect(served.server.exchanges).toEqual([]);
  });
});
