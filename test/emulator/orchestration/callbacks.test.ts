import { describe, expect, it, onTestFinished } from 'vitest';
import type { RecordingCallbackQueue } from '../../../src/emulator/orchestration/callbacks/callback-queue.js';
import {
  type CallbackQueueOptions,
  createCallbackQueue,
} from '../../../src/emulator/orchestration/callbacks/create-callback-queue.js';
import {
  type LoopbackServer,
  type Responder,
  reset,
  stallHeaders,
  startLoopback,
  text,
} from '../../support/loopback-server.js';

async function application(script: Responder | readonly Responder[]): Promise<LoopbackServer> {
  const server = await startLoopback(script);
  onTestFinished(() => server.close());
  return server;
}

function queueOf(options: CallbackQueueOptions = {}): RecordingCallbackQueue {
  const queue = createCallbackQueue({ retryDelayMs: 1, progressCopies: 1, ...options });
  onTestFinished(() => queue.close());
  return queue;
}

/** Looks again and again; the test's own limit of time is the end. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}

const ok = text('thanks', 'text/plain');
const status = (code: number, headers: Record<string, string> = {}): Responder => text('', 'text/plain', code, headers);
const numbersIn = ({ exchanges }: LoopbackServer): readonly unknown[] =>
  exchanges.map(({ body }) => (JSON.parse(body) as { n: unknown }).n);

describe('callbacks', () => {
  it('are JSON posts, in order for each workflow, one at a time', async () => {
    let open = 0;
    let most = 0;
    const server = await application(async (_, response) => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setImmediate(resolve));
      open -= 1;
      response.end();
    });
    const queue = queueOf();
    const sent = Array.from({ length: 20 }, (_, n) => n);
    for (const n of sent) queue.deliver({ workflowId: 'w', url: `${server.origin}/hook?secret=1`, event: { n } });
    await queue.idle();
    expect([numbersIn(server), most]).toEqual([sent, 1]);
    const [first] = server.exchanges;
    expect([first?.method, first?.url, first?.headers['content-type']]).toEqual([
      'POST',
      '/hook?secret=1',
      'application/json',
    ]);
    expect(queue.attempts.map(({ attempt, status: code, last }) => [attempt, code, last])).toEqual(
      sent.map(() => [1, 200, true]),
    );
  });

  it('are tried again, before any later one, until an application takes them', async () => {
    const server = await application([status(500), reset, status(302, { location: '/elsewhere' }), ok]);
    const queue = queueOf();
    for (const n of [1, 2]) queue.deliver({ workflowId: 'w', url: server.origin, event: { n } });
    await queue.idle();
    expect(numbersIn(server)).toEqual([1, 1, 1, 1, 2]);
    expect(server.exchanges.map(({ url }) => url)).toEqual(['/', '/', '/', '/', '/']);
    expect(queue.attempts.map(({ attempt, status: code, last }) => [attempt, code, last])).toEqual([
      [1, 500, false],
      [2, undefined, false],
      [3, 302, false],
      [4, 200, true],
      [1, 200, true],
    ]);
    expect(queue.attempts[1]?.error).toContain('ECONNRESET');
  });

  it('are given up after the last try, when nobody listens and when nobody answers', async () => {
    const server = await application(stallHeaders);
    const queue = queueOf({ maxAttempts: 2, timeoutMs: 20 });
    queue.deliver({ workflowId: 'w', url: server.origin, event: { n: 1 } });
    queue.deliver({ workflowId: 'v', url: 'http://127.0.0.1:9/', event: { n: 2 } });
    queue.deliver({ workflowId: 'u', url: 'nonsense', event: { n: 3 } });
    await queue.idle();
    const last = queue.attempts.filter((attempt) => attempt.last);
    expect(last.map(({ attempt }) => attempt)).toEqual([2, 2, 2]);
    const errors = new Map(last.map(({ delivery, error }) => [delivery.workflowId, error]));
    expect(errors.get('w')).toBe('No answer in 20 ms.');
    expect(errors.get('v')).toContain('ECONNREFUSED');
    expect(errors.get('u')).toBe('"nonsense" is no URL.');
  });

  it('of one workflow do not wait for those of another', async () => {
    const stalled = await application(stallHeaders);
    const server = await application(ok);
    const queue = queueOf();
    queue.deliver({ workflowId: 'stuck', url: stalled.origin, event: { n: 0 } });
    for (let n = 0; n < 30; n += 1) queue.deliver({ workflowId: `w${n}`, url: server.origin, event: { n } });
    await until(() => server.exchanges.length === 30);
    expect(queue.attempts.some(({ delivery }) => delivery.workflowId === 'stuck')).toBe(false);
  });

  it('about progress come more than once', async () => {
    const server = await application(ok);
    const queue = queueOf({ progressCopies: 2 });
    for (const state of ['preparing', 'processing', 'succeeded']) {
      queue.deliver({ workflowId: 'w', url: server.origin, event: { n: state, status: state } });
    }
    await queue.idle();
    expect(numbersIn(server)).toEqual(['preparing', 'preparing', 'processing', 'processing', 'succeeded']);
  });

  it('end with the queue, which lets no connection and no timer live on', async () => {
    const server = await application(stallHeaders);
    const queue = queueOf({ retryDelayMs: 1_000_000 });
    queue.deliver({ workflowId: 'w', url: server.origin, event: { n: 1 } });
    queue.deliver({ workflowId: 'w', url: server.origin, event: { n: 2 } });
    queue.deliver({ workflowId: 'v', url: 'http://127.0.0.1:9/', event: { n: 3 } });
    await until(() => server.exchanges.length > 0 && queue.attempts.length > 0);
    queue.close();
    await queue.idle();
    queue.deliver({ workflowId: 'w', url: server.origin, event: { n: 4 } });
    await queue.idle();
    expect(server.exchanges.length).toBe(1);
    await until(() => server.openSockets.size === 0);
  });
});
