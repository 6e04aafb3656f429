import {
  type CivitaiSdkOptions,
  createOrchestrationClient,
  newExternalId,
  type OrchestrationClient,
  type WorkflowTemplate,
} from '@civitkit/sdk/client';
import { type Fault, type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ForwardedAnswer, forwarding, passOn } from '../support/forwarding.js';
import { type LoopbackServer, type Responder, reset, startLoopback } from '../support/loopback-server.js';
import { TestClock } from '../support/test-clock.js';

const template: WorkflowTemplate = { steps: [{ $type: 'textToImage', input: { prompt: 'a lighthouse at dusk' } }] };
const submits = { method: 'POST', path: '/v2/consumer/workflows' };

let emulator: RunningEmulator;
let between: LoopbackServer | undefined;
let client: OrchestrationClient | undefined;
beforeEach(async () => {
  emulator = await startEmulator({ modelCount: 5, imageCount: 5 });
});
afterEach(async () => {
  client?.close();
  await between?.close();
  await emulator.close();
  between = undefined;
  client = undefined;
});

function connect(baseUrl: string, clock?: TestClock, options: CivitaiSdkOptions = {}): OrchestrationClient {
  const { apiToken } = emulator;
  const retry = { initialDelaySeconds: 0, maxDelaySeconds: 0 };
  client = createOrchestrationClient({ baseUrl, apiToken, proxy: 'none', retry, ...options }, { clock });
  return client;
}

/** A client whose requests reach the emulator; the first answer is lost in `lose`, the others pass. */
async function losing(
  lose: (answer: ForwardedAnswer, ...call: Parameters<Responder>) => void,
  clock?: TestClock,
): Promise<OrchestrationClient> {
  between = await startLoopback([
    forwarding(emulator.orchestrationUrl, lose),
    forwarding(emulator.orchestrationUrl, passOn),
  ]);
  return connect(between.origin, clock);
}

/** One workflow, charged once, and its id. */
function theOnlyWorkflow(): { readonly id: string; readonly externalId?: string } {
  const { charged, ledger } = emulator.orchestration;
  const [workflow, ...more] = emulator.orchestration.workflows();
  expect(more).toEqual([]);
  expect(ledger.filter(({ type }) => type === 'debit')).toHaveLength(1);
  expect(charged).toBeGreaterThan(0);
  if (workflow === undefined) throw new Error('there is no workflow');
  return workflow;
}

describe('a submit that the server accepted', () => {
  it.each([500, 502, 503, 504, 429, 408, 524])('and answered with %i makes one workflow', async (status) => {
    const { workflows } = await losing((_answer, _exchange, response) => {
      response.writeHead(status).end();
    });
    const { id } = await workflows.submit(template);
    expect(theOnlyWorkflow().id).toBe(id);
    expect(between?.exchanges).toHaveLength(2);
  });

  it('over a connection that was lost before the server answered makes one workflow', async () => {
    const { workflows } = await losing((_answer, ...call) => {
      void reset(...call);
    });
    const { id } = await workflows.submit(template);
    expect(theOnlyWorkflow().id).toBe(id);
  });

  const garbled: readonly Fault['kind'][] = ['resetAfter', 'resetMidBody', 'truncatedBody'];
  it.each(garbled)('with an answer lost to %s makes one workflow', async (kind) => {
    emulator.addFault({ match: submits, times: 2, fault: { kind } as Fault });
    const { id } = await connect(emulator.orchestrationUrl).workflows.submit(template);
    expect(theOnlyWorkflow().id).toBe(id);
  });

  const unreadable: readonly Fault['kind'][] = ['brokenJson', 'wrongContentType', 'emptyBody'];
  it.each(unreadable)(
    'with an answer that cannot be read (%s) is found again by the key of the error',
    async (kind) => {
      const { workflows } = connect(emulator.orchestrationUrl);
      emulator.addFault({ match: submits, times: 1, fault: { kind } as Fault });
      const outcome = await workflows.submit(template).asResult();
      if (outcome.ok) throw new Error('the answer should not have been read');
      expect(outcome.error).toMatchObject({ name: 'InvalidResponseError', attempts: 1 });
      const externalId = String(outcome.error.details?.['externalId']);
      expect(outcome.error.message).toContain(externalId);
      const { id } = await workflows.submit({ ...template, externalId });
      expect(theOnlyWorkflow()).toMatchObject({ id, externalId });
    },
  );

  it('and did not answer in time is found again by the key of the error, by another process too', async () => {
    const clock = new TestClock(0);
    const { workflows } = await losing(() => {
      clock.advance(10_000);
    }, clock);
    const outcome = await workflows.submit(template, { timeoutMs: 10_000 }).asResult();
    if (outcome.ok) throw new Error('there should have been no answer');
    expect(outcome.error).toMatchObject({ name: 'TimeoutError', code: 'timeout' });
    client?.close();
    const externalId = String(outcome.error.details?.['externalId']);
    const { id } = await connect(emulator.orchestrationUrl).workflows.submit({ ...template, externalId });
    expect(theOnlyWorkflow()).toMatchObject({ id, externalId });
  });

  it('with an attempt that took too long makes one workflow', async () => {
    const clock = new TestClock(0);
    between = await startLoopback([
      forwarding(emulator.orchestrationUrl, () => {
        clock.advance(5000);
      }),
      forwarding(emulator.orchestrationUrl, passOn),
    ]);
    const retry = { attemptTimeoutSeconds: 5, initialDelaySeconds: 0, maxDelaySeconds: 0 };
    const { workflows } = connect(between.origin, clock, { retry });
    const { id } = await workflows.submit(template);
    expect(theOnlyWorkflow().id).toBe(id);
    expect(between.exchanges).toHaveLength(2);
  });

  it('is the same for many who submit with one key at once', async () => {
    const { workflows } = connect(emulator.orchestrationUrl);
    const keyed = { ...template, externalId: newExternalId() };
    const submitted = await Promise.all(Array.from({ length: 20 }, () => workflows.submit(keyed)));
    expect(new Set(submitted.map(({ id }) => id))).toEqual(new Set([theOnlyWorkflow().id]));
  });
});

describe('what has no key that would be known again', () => {
  it('an ephemeral workflow is submitted once, whatever becomes of the answer', async () => {
    emulator.addFault({ match: submits, fault: { kind: 'resetAfter' } });
    const { workflows } = connect(emulator.orchestrationUrl);
    const outcome = await workflows.submit({ ...template, ephemeral: true }, { waitSeconds: 5 }).asResult();
    expect(outcome).toMatchObject({ ok: false, error: { code: 'connection_failed', attempts: 1 } });
    theOnlyWorkflow();
  });

  it('a recipe is sent once, whatever becomes of the answer', async () => {
    const recipes = { method: 'POST', path: '/v2/consumer/recipes' };
    emulator.addFault({ match: recipes, fault: { kind: 'resetAfter' } });
    const { recipes: calls } = connect(emulator.orchestrationUrl);
    const outcome = await calls.textToImage({ prompt: 'a lighthouse at dusk' }).asResult();
    expect(outcome).toMatchObject({ ok: false, error: { code: 'connection_failed', attempts: 1 } });
    expect(emulator.requests.filter(({ path }) => path.includes('/recipes/'))).toHaveLength(1);
    expect(emulator.orchestration.ledger.filter(({ type }) => type === 'debit').length).toBeLessThanOrEqual(1);
  });
});

describe('a preview', () => {
  it('costs nothing, and leaves the key free for the real submit', async () => {
    const { workflows } = connect(emulator.orchestrationUrl);
    const keyed = { ...template, externalId: newExternalId() };
    const { total, workflow } = await workflows.preview(keyed);
    expect(total).toBeGreaterThan(0);
    expect(workflow.id ?? null).toBeNull();
    expect(emulator.orchestration.charged).toBe(0);
    const { cost, id } = await workflows.submit(keyed);
    expect(theOnlyWorkflow()).toMatchObject({ id, externalId: keyed.externalId });
    expect(cost.total).toBe(total);
  });

  it('that somebody else made with the key is not taken for the workflow', async () => {
    const externalId = newExternalId();
    await fetch(`${emulator.orchestrationUrl}/v2/consumer/workflows?whatif=true`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.apiToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...template, externalId }),
    });
    const submitted = connect(emulator.orchestrationUrl).workflows.submit({ ...template, externalId });
    await expect(submitted).rejects.toMatchObject({ code: 'estimate_returned', details: { externalId } });
    expect(emulator.orchestration.charged).toBe(0);
  });
});

describe('maxCost', () => {
  it('stops what is too dear before anything is charged, and lets the rest pass', async () => {
    const { workflows } = connect(emulator.orchestrationUrl);
    const { total } = await workflows.preview(template);
    const refused = await workflows.submit(template, { maxCost: total - 1 }).asResult();
    expect(refused).toMatchObject({ error: { code: 'max_cost_exceeded', details: { totalCost: total } } });
    expect(emulator.orchestration.charged).toBe(0);
    const { id } = await workflows.submit(template, { maxCost: total });
    expect(theOnlyWorkflow().id).toBe(id);
  });

  it('holds when the connection is lost in both requests', async () => {
    emulator.addFault({ match: submits, times: 1, fault: { kind: 'resetAfter' } });
    const { workflows } = connect(emulator.orchestrationUrl);
    emulator.addFault({ match: submits, times: 1, fault: { kind: 'resetMidBody' } });
    const { id } = await workflows.submit(template, { maxCost: 10_000 });
    expect(theOnlyWorkflow().id).toBe(id);
  });
});
