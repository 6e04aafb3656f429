import {
  createWebhookDeduplicator,
  jobEvent,
  type StepWebhookEvent,
  stepEvent,
  type WebhookEvent,
  type WebhookStore,
  workflowEvent,
} from '@civitkit/sdk/webhooks';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestClock } from '../../../../test/support/test-clock.js';
import { posted, type Received, receive } from './support.js';

async function deliver(webhooks: Received, events: readonly unknown[]): Promise<void> {
  for (const event of events) await webhooks.handle(posted(event));
  await webhooks.idle();
}

/** What is handed over of these, by their place. */
async function handedOver(events: readonly WebhookEvent[]): Promise<number[]> {
  const seen: string[] = [];
  const webhooks = receive({ onEvent: (event) => void seen.push(JSON.stringify(event)) });
  await deliver(webhooks, events);
  expect(webhooks.errors).toEqual([]);
  let from = 0;
  return seen.map((text) => {
    const index = events.findIndex((event, at) => at >= from && JSON.stringify(event) === text);
    from = index + 1;
    return index;
  });
}

const at = (second: number): string => `2026-01-01T00:00:0${second}.0000000Z`;
const preparing = (progress: number): StepWebhookEvent =>
  stepEvent({
    status: 'preparing',
    preparation: { resource: 'urn:air:sdxl:lora:civitai:1@2', queuePosition: 0, progress },
  });

describe('what was handed over before', () => {
  it.each<[string, readonly WebhookEvent[], readonly number[]]>([
    ['a workflow at the same time', [workflowEvent(), workflowEvent()], [0]],
    [
      'a workflow that goes on and is repeated',
      [1, 2, 1, 2].map((second) => workflowEvent({ status: 'processing', timestamp: at(second) })),
      [0, 1],
    ],
    ['another workflow', [workflowEvent(), workflowEvent({ workflowId: 'other' })], [0, 1]],
    ['a step that comes further', [preparing(0.1), preparing(0.1), preparing(0.2)], [0, 2]],
    [
      'a step that waits again, and again with its progress',
      [preparing(0), stepEvent({ status: 'scheduled' }), preparing(0), preparing(0)],
      [0, 1, 2],
    ],
    ['another step', [stepEvent(), stepEvent({ name: 'second' })], [0, 1]],
    [
      'a step in its next try',
      [0, 0, 1].map((retries) => stepEvent({ status: 'processing', details: { retries } })),
      [0, 2],
    ],
    [
      'the end of a step with other URLs in its output',
      ['a', 'b'].map((url) => stepEvent({ details: { retries: 0, output: { url } } })),
      [0],
    ],
    [
      'a job that comes further',
      [0.1, 0.1, 0.5].map((progress) => jobEvent({ status: 'processing', progress })),
      [0, 2],
    ],
    ['another job of the step', [jobEvent(), jobEvent({ jobId: 'second' })], [0, 1]],
    ['the same job of another workflow', [jobEvent(), jobEvent({ workflowId: 'other' })], [0, 1]],
    [
      'kinds to come, by all they hold',
      [1, 1, 2].map((count): WebhookEvent => ({ kind: 'unlisted', $type: 'blob', count })),
      [0, 2],
    ],
  ])('%s', async (_name, events, expected) => {
    await expect(handedOver(events)).resolves.toEqual(expected);
  });
});

describe('after the end', () => {
  it.each<[string, readonly WebhookEvent[], readonly number[]]>([
    [
      'a workflow does not begin again',
      [
        workflowEvent({ status: 'failed', timestamp: at(1) }),
        workflowEvent({ status: 'processing', timestamp: at(2) }),
      ],
      [0],
    ],
    [
      'a workflow does not end in another way',
      [workflowEvent({ status: 'failed', timestamp: at(1) }), workflowEvent({ status: 'succeeded', timestamp: at(2) })],
      [0],
    ],
    ['a step does not begin again', [stepEvent({ status: 'canceled' }), preparing(0.1)], [0]],
    ['a job does not begin again', [jobEvent({ status: 'expired' }), jobEvent({ status: 'processing' })], [0]],
    ['other steps and jobs go on', [workflowEvent(), stepEvent(), jobEvent(), preparing(0.5)], [0, 1, 2]],
    ['a status to come is no end', [stepEvent({ status: 'paused' }), preparing(0.1)], [0, 1]],
  ])('%s', async (_name, events, expected) => {
    await expect(handedOver(events)).resolves.toEqual(expected);
  });

  it('says why an event was left out', async () => {
    const webhooks = receive();
    await deliver(webhooks, [stepEvent(), stepEvent(), preparing(0.1), stepEvent({ status: 'failed' })]);
    expect(webhooks.skipped).toEqual(['duplicate', 'outdated', 'outdated']);
  });

  it('holds whatever the server repeats', async () => {
    const statuses = ['unassigned', 'preparing', 'scheduled', 'processing', 'succeeded', 'failed', 'paused'];
    const events = fc.array(
      fc.record({
        status: fc.constantFrom(...statuses),
        kind: fc.constantFrom('workflow', 'step', 'job'),
        second: fc.nat(3),
      }),
    );
    const property = fc.asyncProperty(events, async (drawn) => {
      const webhooks = receive();
      const make = { workflow: workflowEvent, step: stepEvent, job: jobEvent };
      await deliver(
        webhooks,
        drawn.map(({ kind, status, second }) =>
          kind === 'workflow' ? workflowEvent({ status, timestamp: at(second) }) : make[kind as 'step']({ status }),
        ),
      );
      for (const kind of ['workflow', 'step', 'job']) {
        const seen = webhooks.events.filter((event) => event.kind === kind).map(({ status = '' }) => status);
        const end = seen.findIndex((status) => ['succeeded', 'failed'].includes(status));
        expect([-1, seen.length - 1]).toContain(end);
        const sent = drawn.filter((event) => event.kind === kind).map(({ status }) => status);
        expect(new Set(seen).size === 0).toBe(sent.length === 0);
        expect(seen.at(-1) ?? '').toBe(
          sent.find((status) => ['succeeded', 'failed'].includes(status)) ?? seen.at(-1) ?? '',
        );
      }
    });
    await expect(fc.assert(property, { numRuns: 100 })).resolves.toBeUndefined();
  });
});

describe('a store', () => {
  it('is shared by replicas: each event is handed over by one of them', async () => {
    const entries = new Map<string, string>();
    const store: WebhookStore = {
      get: async (key) => entries.get(key) ?? null,
      set: async (key, value) => void entries.set(key, value),
      delete: async (key) => void entries.delete(key),
    };
    const [first, second] = [1, 2].map(() => receive({ deduplicator: createWebhookDeduplicator({ store }) }));
    await deliver(first as Received, [workflowEvent({ status: 'processing' }), stepEvent()]);
    await deliver(second as Received, [
      workflowEvent({ status: 'processing' }),
      stepEvent(),
      preparing(0.1),
      workflowEvent(),
    ]);
    await deliver(first as Received, [workflowEvent(), workflowEvent({ status: 'processing', timestamp: at(9) })]);
    expect(first?.events.map(({ kind }) => kind)).toEqual(['workflow', 'step']);
    expect(second?.events).toEqual([workflowEvent()]);
    expect([...entries.keys(), ...entries.values()].join()).not.toContain(workflowEvent().workflowId);
  });

  it('keeps a second replica away while the first is at work, and lets it in when that has died', async () => {
    const clock = new TestClock(0);
    const deduplicator = createWebhookDeduplicator({ clock, handlingMs: 1000, rememberMs: 5000 });
    await expect(deduplicator.begin(workflowEvent())).resolves.toBe('new');
    const second = receive({ deduplicator, acknowledge: 'after' });
    await expect(second.handle(posted(workflowEvent()))).resolves.toMatchObject({
      status: 503,
      headers: { 'retry-after': '5' },
    });
    clock.advance(1001);
    await expect(second.handle(posted(workflowEvent()))).resolves.toMatchObject({ status: 204 });
    clock.advance(4999);
    await expect(deduplicator.begin(workflowEvent())).resolves.toBe('duplicate');
    clock.advance(2);
    await expect(deduplicator.begin(workflowEvent())).resolves.toBe('new');
  });

  it.each<[string, Partial<WebhookStore>]>([
    ['fails', { get: () => Promise.reject(new Error('no connection')) }],
    [
      'throws',
      {
        set: () => {
          throw new Error('read only');
        },
      },
    ],
  ])('that %s loses no event, and is reported', async (_name, broken) => {
    const store: WebhookStore = { get: () => null, set: () => undefined, delete: () => undefined, ...broken };
    const webhooks = receive({ deduplicator: createWebhookDeduplicator({ store }), acknowledge: 'after' });
    await expect(webhooks.handle(posted(stepEvent()))).resolves.toMatchObject({ status: 204 });
    expect(webhooks.events).toEqual([stepEvent()]);
    expect(webhooks.errors).not.toEqual([]);
  });

  it('needs times above 0', () => {
    expect(() => createWebhookDeduplicator({ rememberMs: 0 })).toThrow(/rememberMs must be a number above 0/);
    expect(() => createWebhookDeduplicator({ handlingMs: Number.NaN })).toThrow(/handlingMs/);
  });
});
