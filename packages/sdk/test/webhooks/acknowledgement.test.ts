import { createWebhookHandler, jobEvent, stepEvent, workflowEvent } from '@civitkit/sdk/webhooks';
import { describe, expect, it, vi } from 'vitest';
import { gate, posted, receive, secret } from './support.js';

const event = workflowEvent();

describe('acknowledging before the work', () => {
  it('answers while the application is still at it, and hands the next event of the workflow over afterwards', async () => {
    const work = gate();
    const order: string[] = [];
    const webhooks = receive({
      onEvent: async ({ status }) => {
        order.push(`begin ${status}`);
        await work.opened;
        order.push(`end ${status}`);
      },
    });
    const statuses = ['processing', 'succeeded'];
    for (const [index, status] of statuses.entries()) {
      const next = workflowEvent({ status, timestamp: `2026-01-01T00:00:0${index}Z` });
      await expect(webhooks.handle(posted(next))).resolves.toMatchObject({ status: 204 });
    }
    await webhooks.handle(posted(workflowEvent({ workflowId: 'another', status: 'failed' })));
    expect(webhooks.pending).toBe(3);
    await vi.waitFor(() => expect(order).toEqual(['begin processing', 'begin failed']));
    work.open();
    await webhooks.idle();
    expect(order.filter((line) => !line.includes('failed'))).toEqual([
      'begin processing',
      'end processing',
      'begin succeeded',
      'end succeeded',
    ]);
    expect(webhooks.pending).toBe(0);
  });

  it('reports what the application fails with, and goes on', async () => {
    const failure = new Error('the database is away');
    const onError = vi.fn<(error: unknown, event: unknown) => void>();
    const webhooks = receive({
      onError,
      onEvent: ({ kind }) => {
        if (kind === 'step') throw failure;
      },
    });
    for (const one of [stepEvent(), event]) {
      await expect(webhooks.handle(posted(one))).resolves.toMatchObject({ status: 204 });
    }
    await webhooks.idle();
    expect(onError).toHaveBeenCalledExactlyOnceWith(failure, stepEvent());
    expect(webhooks.events).toEqual([event]);
  });

  it('warns where nobody listens to errors, or the listener fails itself', async () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    const onEvent = (): never => {
      throw new RangeError('too far');
    };
    const onError = (): never => {
      throw new TypeError('and this');
    };
    for (const options of [
      { secret, onEvent },
      { secret, onEvent, onError },
    ]) {
      const webhooks = createWebhookHandler(options);
      await webhooks.handle(posted(jobEvent({ reason: 'private' })));
      await webhooks.idle();
    }
    const lines = warn.mock.calls.map(([line]) => line);
    warn.mockRestore();
    expect(lines).toEqual([
      'A webhook event was not handled: RangeError: too far',
      'A webhook event was not handled: TypeError: and this',
    ]);
  });

  it('refuses more than it may hold, so that the server comes again', async () => {
    const work = gate();
    const webhooks = receive({ maxPending: 2, onEvent: () => work.opened });
    const answers: number[] = [];
    for (const workflowId of ['1', '2', '3']) {
      answers.push((await webhooks.handle(posted(workflowEvent({ workflowId })))).status);
    }
    expect(answers).toEqual([204, 204, 503]);
    work.open();
    await webhooks.idle();
    await expect(webhooks.handle(posted(workflowEvent({ workflowId: '3' })))).resolves.toMatchObject({ status: 204 });
  });
});

describe('acknowledging after the work', () => {
  it('answers 500 when it fails, and takes the event when it comes again', async () => {
    let fails = true;
    const webhooks = receive({
      acknowledge: 'after',
      onEvent: () => {
        if (fails) throw new Error('not now');
      },
    });
    await expect(webhooks.handle(posted(event))).resolves.toMatchObject({ status: 500 });
    fails = false;
    await expect(webhooks.handle(posted(event))).resolves.toMatchObject({ status: 204 });
    await expect(webhooks.handle(posted(event))).resolves.toMatchObject({ status: 204 });
    expect(webhooks.events).toEqual([event]);
    expect(webhooks.skipped).toEqual(['duplicate']);
    expect(webhooks.errors).toHaveLength(1);
  });

  it('lets a second delivery wait for what becomes of the first', async () => {
    const work = gate();
    let tries = 0;
    const webhooks = receive({
      acknowledge: 'after',
      onEvent: async () => {
        tries += 1;
        await work.opened;
        if (tries === 1) throw new Error('the first time');
      },
    });
    const answers = [webhooks.handle(posted(event)), webhooks.handle(posted(event))];
    work.open();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([500, 204]);
    expect(webhooks.events).toHaveLength(1);
  });
});
