import { getEventListeners } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Middleware } from '@civitkit/core/client';
import { createModelsLabClient } from '@civitkit/sdk/modelslab/client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { TestClock } from '../support/test-clock.js';
import { endWithPoll, startModelsLab } from './support.js';

/** 24 submissions and 16 reads. */
const mostConnections = 40;
const count = 500;
const patient = { timeout: 30_000 };

/** A server that makes no job before it is told to, counts connections, and remembers nothing else. */
async function startJobServer(): Promise<{
  readonly origin: string;
  submitted: number;
  done: boolean;
  most: number;
  readonly open: () => number;
}> {
  let open = 0;
  const state = { submitted: 0, done: false, most: 0, origin: '', open: () => open };
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      const [, id] = /fetch\/(\d+)$/.exec(request.url ?? '') ?? [];
      if (id === undefined) state.submitted += 1;
      const done = id !== undefined && state.done;
      response.writeHead(200, { 'content-type': 'application/json' }).end(
        JSON.stringify({
          status: done ? 'success' : 'processing',
          id: Number(id ?? state.submitted),
          eta: 5,
          output: done ? [`https://assets.example.test/${id}.png`] : '',
          meta: { prompt: 'x'.repeat(2000) },
        }),
      );
    });
  });
  server.on('connection', (socket) => {
    open += 1;
    state.most = Math.max(state.most, open);
    socket.once('close', () => {
      open -= 1;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  );
  return state;
}

/** Counts submissions on their way. */
function counting(): { count: number; readonly middleware: readonly Middleware[] } {
  const state = {
    count: 0,
    middleware: [
      (request, next) => {
        if (request.url.endsWith('/text2img')) state.count += 1;
        return next(request);
      },
    ] as readonly Middleware[],
  };
  return state;
}

function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

describe('500 jobs at a time', () => {
  it('against the limit of the account: each is made and paid once, and none is refused', {
    timeout: 120_000,
  }, async () => {
    const submissions = counting();
    const { client, emulator } = await startModelsLab({ balance: 1000 }, {}, submissions);
    endWithPoll(emulator, 1);
    const jobs = Array.from({ length: count }, (_, index) =>
      client.images.text2img({ model_id: 'flux', prompt: `lighthouse ${index}` }),
    );
    const results = await Promise.all(jobs);
    expect(new Set(results.map(({ id }) => id)).size).toBe(count);
    expect(results.every(({ outputs }) => outputs.length === 1)).toBe(true);
    expect(emulator.modelslab.jobs()).toHaveLength(count);
    expect(emulator.modelslab.charges).toHaveLength(count);
    expect(submissions.count).toBe(count);
  });

  it('beyond the limit of the account: refusals are waited out, and still each is made and paid once', {
    timeout: 120_000,
  }, async () => {
    const submissions = counting();
    const { client, emulator } = await startModelsLab({ errorsAt: 'ok' }, { maxUnfinishedJobs: 20 }, submissions);
    endWithPoll(emulator, 1);
    const picture = { model_id: 'flux', prompt: 'a lighthouse' };
    await Promise.all(Array.from({ length: 60 }, () => client.images.text2img(picture, { timeoutMs: null })));
    expect(emulator.modelslab.charges).toHaveLength(60);
    expect(submissions.count).toBeGreaterThan(60);
  });

  it('all unfinished: connections and memory are bounded, and all arrive', { timeout: 120_000 }, async () => {
    const server = await startJobServer();
    const clock = new TestClock(0);
    using client = createModelsLabClient(
      { baseUrl: `${server.origin}/api`, apiKey: 'soak', maxUnfinishedJobs: count },
      { clock },
    );
    const before = heapBytes();
    const jobs = Array.from({ length: count }, () =>
      client.images.text2img({ model_id: 'flux', prompt: 'a lighthouse' }),
    );
    const results = Promise.all(jobs);
    await expect.poll(() => server.submitted, patient).toBe(count);
    await expect.poll(() => jobs.every(({ id }) => id !== undefined), patient).toBe(true);
    // What a job holds while it waits: its last answer, a timer, a handle.
    expect((heapBytes() - before) / count).toBeLessThan(60_000);
    server.done = true;
    clock.advance(5000);
    expect(new Set((await results).map(({ id }) => id)).size).toBe(count);
    expect(server.most).toBeLessThanOrEqual(mostConnections);
    expect(clock.pending).toBe(0);
  });

  it('aborted together: no connection, timer or listener is left, and what was submitted can be resumed', {
    timeout: 120_000,
  }, async () => {
    const server = await startJobServer();
    const clock = new TestClock(0);
    using client = createModelsLabClient(
      { baseUrl: `${server.origin}/api`, apiKey: 'soak', maxUnfinishedJobs: 100 },
      { clock },
    );
    const controller = new AbortController();
    const { signal } = controller;
    const jobs = Array.from({ length: count }, () =>
      client.images.text2img({ model_id: 'flux', prompt: 'a lighthouse' }, { signal }),
    );
    const outcomes = Promise.allSettled(jobs);
    await expect.poll(() => jobs.filter(({ id }) => id !== undefined).length, patient).toBe(100);
    expect(getEventListeners(signal, 'abort').length).toBeLessThanOrEqual(1);
    const reason = new Error('enough');
    controller.abort(reason);
    for (const outcome of await outcomes) expect(outcome).toEqual({ status: 'rejected', reason });
    expect(server.submitted).toBe(100);
    await expect.poll(() => clock.pending).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    server.done = true;
    const references = jobs.map(({ reference }) => reference).filter((reference) => reference !== undefined);
    const resumed = await Promise.all(references.map((reference) => client.resume(reference)));
    expect(resumed.map(({ reference }) => reference)).toEqual(references);
    client.close();
    await expect.poll(() => server.open()).toBe(0);
  });
});
