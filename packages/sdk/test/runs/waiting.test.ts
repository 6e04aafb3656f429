import { describe, expect, it } from 'vitest';
import { json, type Responder, reset } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { useServedClient } from '../support/served-client.js';
import { noContent, problem, template, workflow } from '../workflows/samples.js';
import { WorkflowServer, withStep } from './workflow-server.js';

const served = useServedClient();
const done = { status: 'succeeded' };

/** Pauses, up to 30 s, are over at once; the time that a read may take (35 s and more) and deadlines are not. */
const instantPauses = 30_000;

async function start(script: WorkflowServer, random = 1 - Number.EPSILON) {
  const clock = new TestClock(instantPauses);
  const client = await served.serve(script.respond, { clock, random: () => random });
  return { client, clock };
}

async function reads(script: WorkflowServer, count: number): Promise<void> {
  await expect.poll(() => script.reads.length).toBeGreaterThanOrEqual(count);
}

describe('a server that holds', () => {
  it.each([200, 202])('may answer %i for a workflow that still runs', async (status) => {
    const script = new WorkflowServer();
    const { client } = await start(script);
    const run = client.run(template);
    const ended = run.then(({ status: end }) => end);
    await reads(script, 1);
    script.answer({ status: 'processing' }, status);
    await reads(script, 2);
    script.answer(done);
    expect(await ended).toBe('succeeded');
    expect(script.reads).toEqual(['wait=30', 'wait=30']);
  });

  it('is asked for the end only, until somebody iterates', async () => {
    const script = new WorkflowServer();
    const { client } = await start(script);
    const run = client.run(template);
    const ended = run.then(({ status }) => status);
    await reads(script, 1);
    const progress = run[Symbol.asyncIterator]();
    expect((await progress.next()).value?.status).toBe('unassigned');
    await reads(script, 2);
    expect(script.reads).toEqual(['wait=30', 'wait=2&until=change']);
    await expect.poll(() => script.held.length).toBe(1);
    script.answer(done);
    expect((await progress.next()).value?.status).toBe('succeeded');
    expect((await progress.next()).done).toBe(true);
    expect(await ended).toBe('succeeded');
  });

  it('is asked for longer and longer while nothing changes, and reports changes at once', async () => {
    const script = new WorkflowServer();
    const { client, clock } = await start(script);
    const run = client.run(template);
    const seen: string[] = [];
    const loop = (async () => {
      for await (const { status } of run) seen.push(status);
    })();
    for (const [index, seconds] of [2, 5, 10, 10].entries()) {
      await reads(script, index + 1);
      clock.advance(seconds * 1000);
      script.answer();
    }
    await reads(script, 5);
    // News long before the time is over: the server knows until=change, and may be trusted with longer holds.
    script.answer(withStep({ status: 'processing' }));
    for (const [index, seconds] of [2, 5, 10, 20, 20].entries()) {
      await reads(script, index + 6);
      clock.advance(seconds * 1000);
      script.answer();
    }
    await reads(script, 11);
    script.answer(done);
    await loop;
    expect(seen).toEqual(['unassigned', 'processing', 'succeeded']);
    const waits = script.reads.map((query) => Number(/wait=(\d+)/.exec(query)?.[1]));
    expect(waits).toEqual([2, 5, 10, 10, 10, 2, 5, 10, 20, 20, 20]);
  });

  it('without until=change is found out by news that come with the end of a hold, and asked for short holds', async () => {
    const script = new WorkflowServer();
    const { client, clock } = await start(script);
    const run = client.run(template);
    const loop = (async () => {
      for await (const { status } of run) if (status === 'succeeded') return;
    })();
    await reads(script, 1);
    clock.advance(2000);
    script.answer(withStep({ status: 'processing' }));
    for (const [index, seconds] of [2, 5, 5].entries()) {
      await reads(script, index + 2);
      clock.advance(seconds * 1000);
      script.answer();
    }
    await reads(script, 5);
    script.answer(done);
    await loop;
    const waits = script.reads.map((query) => Number(/wait=(\d+)/.exec(query)?.[1]));
    expect(waits).toEqual([2, 2, 5, 5, 5]);
  });
});

describe('a server that does not hold', () => {
  it('is asked at growing intervals, not in a busy loop', async () => {
    const script = new WorkflowServer(workflow({ status: 'processing' }));
    let answered = 0;
    script.atOnce = (...call) => {
      answered += 1;
      return json(workflow(answered > 7 ? done : { status: 'processing' }))(...call);
    };
    const { client, clock } = await start(script);
    await client.run(template);
    expect(clock.delays).toEqual([2000, 5000, 10_000, 15_000, 30_000, 30_000, 30_000]);
  });

  it('is not asked faster than four times a second for news either', async () => {
    const script = new WorkflowServer();
    let answered = 0;
    script.atOnce = (...call) => {
      answered += 1;
      return json(workflow(answered > 4 ? done : withStep({ estimatedProgressRate: answered / 10 })))(...call);
    };
    const { client, clock } = await start(script);
    const seen: (number | undefined)[] = [];
    for await (const { progress } of client.run(template)) seen.push(progress);
    expect(seen).toEqual([0, 0.1, 0.2, 0.3, 0.4, 1]);
    expect(clock.delays).toEqual([250, 250, 250, 250]);
  });
});

describe('a read that fails', () => {
  const once = (failure: Responder): Responder[] => [failure, json(workflow(done))];

  it.each<[string, Responder]>([
    ['500', problem(500)],
    ['503', problem(503)],
    ['429', problem(429)],
    ['HTML', (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')],
    ['nothing', noContent],
    ['a broken connection', reset],
  ])('with %s is repeated after a pause', async (_name, failure) => {
    const script = new WorkflowServer();
    const answers = once(failure);
    script.atOnce = (...call) => answers[Math.min(script.reads.length - 1, 1)]?.(...call);
    const { client, clock } = await start(script);
    expect((await client.run(template)).status).toBe('succeeded');
    expect(script.reads).toHaveLength(2);
    expect(clock.delays).toEqual([1000]);
  });

  it('because something on the way cuts what is held for long is held for less, and for more little by little', async () => {
    const script = new WorkflowServer();
    const { client, clock } = await start(script);
    const ended = client.run(template).then(({ status }) => status);
    await expect.poll(() => script.held.length).toBe(1);
    clock.advance(24_000);
    for (const { response } of script.held) response.socket?.resetAndDestroy();
    for (const [index, seconds] of [12, 17, 22, 27, 30, 30].entries()) {
      await reads(script, index + 2);
      await expect.poll(() => script.held.length).toBe(1);
      clock.advance(seconds * 1000);
      script.answer();
    }
    await reads(script, 8);
    await expect.poll(() => script.held.length).toBe(1);
    script.answer(done);
    expect(await ended).toBe('succeeded');
    expect(script.reads).toEqual([30, 12, 17, 22, 27, 30, 30, 30].map((seconds) => `wait=${seconds}`));
  });

  it('for a long time is repeated at growing intervals until the deadline', async () => {
    const script = new WorkflowServer();
    script.atOnce = (...call) => (script.reads.length <= 50 ? problem(502) : json(workflow(done)))(...call);
    const { client, clock } = await start(script);
    expect((await client.run(template, { timeoutMs: 100_000_000 })).status).toBe('succeeded');
    expect(clock.delays.slice(0, 7)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(script.reads).toHaveLength(51);
  });

  it('for a long time ends the waiting where there is no deadline; the workflow can be resumed', async () => {
    const script = new WorkflowServer();
    script.atOnce = problem(502);
    const { client } = await start(script);
    const run = client.run(template);
    await expect(Promise.resolve(run)).rejects.toMatchObject({ code: 'bad_gateway' });
    expect(script.reads).toHaveLength(30);
    expect(run.id).toBe('0-0001');
  });

  it('because there were too many stops all reads of the client for as long as the server asks', async () => {
    const script = new WorkflowServer();
    const clock = new TestClock(0);
    const client = await served.serve(script.respond, { clock, random: () => 0 });
    script.atOnce = json({ title: 'Too many', status: 429 }, 429, { 'retry-after': '7' });
    const first = client.resume('0-0001').then(({ status }) => status);
    await expect.poll(() => clock.pending).toBe(2);
    script.atOnce = undefined;
    const second = client.resume('0-0002').then(({ status }) => status);
    clock.advance(6999);
    expect(script.reads).toHaveLength(1);
    clock.advance(1);
    await expect.poll(() => script.held.length).toBe(2);
    script.answer(done);
    expect(await Promise.all([first, second])).toEqual(['succeeded', 'succeeded']);
    expect(clock.pending).toBe(0);
  });

  it.each([
    [401, 'AuthenticationError'],
    [403, 'PermissionError'],
    [400, 'ValidationError'],
  ])('with %i ends the waiting', async (status, name) => {
    const script = new WorkflowServer();
    script.atOnce = problem(status);
    const { client } = await start(script);
    await expect(Promise.resolve(client.run(template))).rejects.toMatchObject({ name });
    expect(script.reads).toHaveLength(1);
  });

  it('with 404 says that the workflow is gone, when it was there before', async () => {
    const script = new WorkflowServer();
    script.atOnce = problem(404);
    const { client } = await start(script);
    await expect(Promise.resolve(client.run(template))).rejects.toMatchObject({
      name: 'WorkflowError',
      code: 'workflow_gone',
      workflowId: '0-0001',
      message: expect.stringContaining('unassigned when it was read last') as string,
    });
    await expect(Promise.resolve(client.resume('nobody'))).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('with 404 explains an ephemeral workflow', async () => {
    const script = new WorkflowServer(workflow({ ephemeral: true }));
    script.atOnce = problem(404);
    const { client } = await start(script);
    await expect(Promise.resolve(client.run({ ...template, ephemeral: true }))).rejects.toMatchObject({
      code: 'workflow_gone',
      message: expect.stringContaining('ephemeral') as string,
    });
  });
});

describe('a clock that is set', () => {
  it.each([
    ['forth', 86_400_000],
    ['back', -86_400_000],
  ])('%s by a day neither ends nor starves the waiting', async (_name, jumpMs) => {
    const script = new WorkflowServer();
    const clock = new TestClock(instantPauses);
    let offsetMs = 0;
    const jumping = {
      now: () => clock.now() + offsetMs,
      schedule: (callback: () => void, delayMs: number) => clock.schedule(callback, delayMs),
    };
    const client = await served.serve(script.respond, { clock: jumping, random: () => 0 });
    const ended = client.run(template, { timeoutMs: 100_000 }).then(({ status }) => status);
    await reads(script, 1);
    offsetMs = jumpMs;
    script.answer({ status: 'processing' });
    await reads(script, 2);
    await expect.poll(() => script.held.length).toBe(1);
    script.answer(done);
    expect(await ended).toBe('succeeded');
    expect(clock.delays.every((delayMs) => delayMs <= 2000)).toBe(true);
  });
});

it('an unknown status is not the end', async () => {
  const script = new WorkflowServer();
  let answered = 0;
  const statuses = ['pondering', 'deleted', 'succeeded'];
  script.atOnce = (...call) => json(workflow({ status: statuses[answered++] }))(...call);
  const { client } = await start(script);
  expect((await client.run(template)).status).toBe('succeeded');
  expect(answered).toBe(3);
});
