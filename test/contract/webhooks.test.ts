import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createOrchestrationClient, type OrchestrationClient, steps } from '@civitkit/sdk/client';
import {
  confirmEvent,
  createJobReasons,
  createWebhookHandler,
  generateWebhookSecret,
  jobFailureTypes,
  mintCallbackUrl,
  nodeWebhook,
  type WebhookEvent,
  type WebhookHandler,
  type WebhookHandlerOptions,
  webhookCallback,
} from '@civitkit/sdk/webhooks';
import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

interface Listening {
  readonly webhooks: WebhookHandler;
  readonly events: WebhookEvent[];
  readonly skipped: string[];
  /** The callback URL. */
  readonly url: string;
}

let emulator: RunningEmulator;
let generation: OrchestrationClient;
const listening: Server[] = [];

beforeEach(async () => {
  const orchestration = { callbackRetryMs: 5, maxWaitMs: 10_000 };
  emulator = await startEmulator({ modelCount: 5, imageCount: 0, orchestration });
  generation = createOrchestrationClient({ baseUrl: emulator.orchestrationUrl, apiToken: emulator.apiToken });
});
afterEach(async () => {
  generation.close();
  await emulator.close();
  for (const server of listening.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** An application that receives callbacks. */
async function listen(options: Partial<WebhookHandlerOptions> = {}): Promise<Listening> {
  const secret = generateWebhookSecret();
  const events: WebhookEvent[] = [];
  const skipped: string[] = [];
  const webhooks = createWebhookHandler({
    secret,
    onSkipped: (_, verdict) => skipped.push(verdict),
    onError: () => undefined,
    ...options,
    onEvent: async (event) => {
      await options.onEvent?.(event);
      events.push(event);
    },
  });
  const server = createServer((request, response) => void nodeWebhook(webhooks)(request, response));
  listening.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { webhooks, events, skipped, url: mintCallbackUrl({ baseUrl, path: 'hooks', secret }) };
}

/** Everything the emulator sends is delivered and handled. */
async function settled({ webhooks }: Listening): Promise<void> {
  await emulator.orchestration.callbacksIdle();
  await webhooks.idle();
}

const statusesOf = (events: readonly WebhookEvent[], kind: WebhookEvent['kind']): unknown[] =>
  events.filter((event) => event.kind === kind).map(({ status }) => status);

describe('callbacks of a workflow', () => {
  it('arrive once each and in order, although the server repeats some', async () => {
    const application = await listen();
    const callbacks = [webhookCallback({ url: application.url, types: ['workflow:*', 'step:*', 'job:*'] })];
    const template = { steps: [steps.echo({ message: 'hello' }, { name: 'first' })], callbacks };
    const { id } = await generation.workflows.submit(template, { waitSeconds: 10 });
    await settled(application);
    const { events, skipped } = application;
    const sent = emulator.orchestration.callbacks;
    expect(sent.every(({ status, attempt }) => status === 204 && attempt === 1)).toBe(true);
    expect(events.length + skipped.length).toBe(sent.length);
    expect(skipped).toContain('duplicate');
    for (const kind of ['workflow', 'step', 'job'] as const) {
      const statuses = statusesOf(events, kind);
      expect([kind, statuses.indexOf('succeeded')]).toEqual([kind, statuses.length - 1]);
    }
    expect(new Set(events.map((event) => JSON.stringify(event))).size).toBe(events.length);
    expect(new Set(events.map(({ workflowId }) => workflowId))).toEqual(new Set([id]));
    const verdicts = await Promise.all(events.map(async (event) => (await confirmEvent(event, generation)).verdict));
    expect(verdicts.at(-1)).toBe('confirmed');
    expect(new Set(verdicts)).toEqual(new Set(['confirmed', 'passed']));
  });

  it('carry inputs and outputs when they are detailed', async () => {
    const application = await listen();
    const callbacks = [webhookCallback({ url: application.url, types: ['workflow:succeeded'], detailed: true })];
    const template = { steps: [steps.echo({ message: 'hello' }, { name: 'first' })], callbacks };
    await generation.workflows.submit(template, { waitSeconds: 10 });
    await settled(application);
    expect(application.events).toMatchObject([
      {
        kind: 'workflow',
        details: { steps: [{ name: 'first', status: 'succeeded', output: { message: 'hello' } }] },
      },
    ]);
  });

  it('say why jobs failed, which the workflow itself does not', async () => {
    const jobReasons = createJobReasons();
    const application = await listen({ jobReasons });
    const callbacks = [webhookCallback({ url: application.url, types: ['workflow:failed', ...jobFailureTypes] })];
    emulator.orchestration.holdAt('processing');
    const { id } = await generation.workflows.submit({ steps: [steps.echo({ message: 'x' })], callbacks });
    const workflowId = id ?? '';
    await expect.poll(() => emulator.orchestration.fail(workflowId, { reason: 'no_provider_available' })).toBe(true);
    await settled(application);
    expect(statusesOf(application.events, 'workflow')).toEqual(['failed']);
    expect(jobReasons.reasonsFor(workflowId)).toMatchObject([{ status: 'failed', reason: 'no_provider_available' }]);
  });

  it('come again until the work is done, when that is what they wait for', async () => {
    let failures = 2;
    const application = await listen({
      acknowledge: 'after',
      onEvent: () => {
        failures -= 1;
        if (failures >= 0) throw new Error('the database is away');
      },
    });
    const callbacks = [webhookCallback({ url: application.url, types: ['workflow:succeeded'] })];
    await generation.workflows.submit({ steps: [steps.echo({ message: 'x' })], callbacks }, { waitSeconds: 10 });
    await settled(application);
    expect(emulator.orchestration.callbacks.map(({ status }) => status)).toEqual([500, 500, 204]);
    expect(statusesOf(application.events, 'workflow')).toEqual(['succeeded']);
  });

  it('are refused with another secret, and given up', async () => {
    const application = await listen();
    const url = `${application.url}x`;
    const callbacks = [webhookCallback({ url, types: ['workflow:succeeded'] })];
    await generation.workflows.submit({ steps: [steps.echo({ message: 'x' })], callbacks }, { waitSeconds: 10 });
    await settled(application);
    expect(new Set(emulator.orchestration.callbacks.map(({ status }) => status))).toEqual(new Set([403]));
    expect(application.events).toEqual([]);
  });
});
