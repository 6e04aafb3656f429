import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AT_ONCE, echo, read, run, startForTest, submit, textToImage } from './orchestration-calls.js';

interface Event {
  readonly $type: string;
  readonly workflowId: string;
  readonly status: string;
  readonly timestamp?: string;
  readonly name?: string;
  readonly stepName?: string;
  readonly jobId?: string;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** An application that takes every event. */
async function startApplication(): Promise<{ readonly url: string; readonly events: readonly Event[] }> {
  const events: Event[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => {
      events.push(JSON.parse(text) as Event);
      response.end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?secret=s`, events };
}

const QUICK = { orchestration: AT_ONCE };
const EVERYTHING = ['workflow:*', 'step:*', 'job:*'];

describe('callbacks', () => {
  it('tell of every status of workflow, step and job, in order', async () => {
    const emulator = await startForTest();
    const { url, events } = await startApplication();
    const { id } = await run(emulator, textToImage('a', { callbacks: [{ url, type: EVERYTHING }] }));
    await emulator.orchestration.callbacksIdle();
    const statuses = (type: string): readonly string[] => [
      ...new Set(events.filter(({ $type }) => $type === type).map(({ status }) => status)),
    ];
    const all = ['unassigned', 'preparing', 'scheduled', 'processing', 'succeeded'];
    expect(statuses('workflow')).toEqual(all);
    expect(statuses('step')).toEqual(all);
    expect(statuses('job')).toEqual(all.slice(1));
    expect(events.every(({ workflowId }) => workflowId === id)).toBe(true);
    expect(events.every((event) => !('details' in event))).toBe(true);
    expect(events.at(-1)).toMatchObject({ $type: 'workflow', status: 'succeeded', timestamp: expect.any(String) });
    const [job] = (await read(emulator, id)).json.steps[0]?.jobs ?? [];
    expect(events.findLast(({ $type }) => $type === 'job')).toEqual({
      $type: 'job',
      workflowId: id,
      stepName: '0',
      jobId: job?.id,
      status: 'succeeded',
      matureContent: false,
    });
  });

  it('are sent for the named events alone, in any case, to every address', async () => {
    const emulator = await startForTest(QUICK);
    const [one, two] = [await startApplication(), await startApplication()];
    const callbacks = [
      { url: one.url, type: ['workflow:Succeeded', 'step:failed'] },
      { url: two.url, type: ['step:processing'] },
    ];
    await run(emulator, echo('a', { callbacks }));
    await emulator.orchestration.callbacksIdle();
    expect(one.events.map(({ $type, status }) => `${$type}:${status}`)).toEqual(['workflow:succeeded']);
    expect(two.events.map(({ $type, status }) => `${$type}:${status}`)).toEqual(['step:processing']);
  });

  it('say why a job failed, which no workflow does', async () => {
    const emulator = await startForTest(QUICK);
    const { url, events } = await startApplication();
    const failed = await run(
      emulator,
      textToImage('[emulator:block=MatureContent]', { callbacks: [{ url, type: ['job:failed'] }] }),
    );
    await emulator.orchestration.callbacksIdle();
    expect(events).toMatchObject([
      { $type: 'job', status: 'failed', reason: 'blocked', blockedReason: 'MatureContent' },
    ]);
    expect(failed.steps[0]?.jobs[0]).not.toHaveProperty('reason');
  });

  it('have details where they are asked for', async () => {
    const emulator = await startForTest(QUICK);
    const { url, events } = await startApplication();
    const template = echo('hello', {
      metadata: { order: 7 },
      callbacks: [{ url, type: ['workflow:succeeded', 'step:succeeded', 'job:succeeded'], detailed: true }],
    });
    await run(emulator, template);
    await emulator.orchestration.callbacksIdle();
    const details = (type: string): unknown => events.find(({ $type }) => $type === type)?.details;
    expect(details('workflow')).toMatchObject({
      metadata: { order: 7 },
      createdAt: expect.any(String),
      steps: [{ name: '0', status: 'succeeded', output: { message: 'hello' }, cost: 1 }],
    });
    expect(details('step')).toMatchObject({ input: { message: 'hello' }, output: { message: 'hello' }, retries: 0 });
    expect(details('job')).toBeUndefined();
  });

  it('come for ephemeral workflows too, and never for previews', async () => {
    const emulator = await startForTest(QUICK);
    const { url, events } = await startApplication();
    const template = echo('a', { ephemeral: true, callbacks: [{ url, type: ['workflow:succeeded'] }] });
    expect((await submit(emulator, template, '?whatif=true')).status).toBe(200);
    expect((await submit(emulator, template)).status).toBe(200);
    const ended = (): boolean => emulator.orchestration.workflows()[0]?.status === 'succeeded';
    while (!ended()) await new Promise((resolve) => setImmediate(resolve));
    await emulator.orchestration.callbacksIdle();
    expect(events).toHaveLength(1);
  });
});
