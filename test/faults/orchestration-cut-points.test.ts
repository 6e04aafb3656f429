import { createOrchestrationClient, type OrchestrationClient, type WorkflowTemplate } from '@civitkit/sdk/client';
import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cut, type CuttingProxy, startCuttingProxy } from '../support/cutting-proxy.js';
import { seededRandom } from '../support/seeded-random.js';

/** Long enough to leave in several pieces. */
const template: WorkflowTemplate = {
  metadata: { note: 'x'.repeat(40_000) },
  steps: [{ $type: 'textToImage', input: { prompt: 'a lighthouse at dusk' } }],
};

let emulator: RunningEmulator;
let proxy: CuttingProxy;
let client: OrchestrationClient;
beforeAll(async () => {
  emulator = await startEmulator({ modelCount: 5, imageCount: 5 });
  proxy = await startCuttingProxy(emulator.orchestrationUrl);
  client = createOrchestrationClient({
    baseUrl: proxy.origin,
    apiToken: emulator.apiToken,
    proxy: 'none',
    retry: { initialDelaySeconds: 0, maxDelaySeconds: 0 },
  });
});
afterAll(async () => {
  client.close();
  await proxy.close();
  await emulator.close();
});

/** What one submit left on the server. */
interface Submitted {
  readonly workflowIds: readonly string[];
  readonly charged: number;
  readonly requests: number;
}

/** Submits with the connection cut once, and looks at what became of it. */
async function submitOver(cut: Cut): Promise<Submitted> {
  const { orchestration, requests } = emulator;
  const before = {
    workflows: orchestration.workflows().length,
    charged: orchestration.charged,
    requests: requests.length,
  };
  proxy.cutNext(cut);
  const { externalId, id } = await client.workflows.submit(template);
  const made = orchestration.workflows().slice(before.workflows);
  expect(made).toMatchObject([{ id, externalId }]);
  return {
    workflowIds: made.map((workflow) => workflow.id),
    charged: orchestration.charged - before.charged,
    requests: requests.length - before.requests,
  };
}

describe('a submit over a connection that is cut', () => {
  const random = seededRandom(20_261_121);
  let size: Readonly<Record<Cut['direction'], number>>;
  let price: number;
  let acceptedTwice = 0;

  beforeAll(async () => {
    proxy.takePassed();
    const { cost } = await client.workflows.submit(template);
    size = proxy.takePassed();
    price = cost.total;
  });

  const spots = Array.from({ length: 100 }, (_, index) => {
    const direction = index % 2 === 0 ? ('request' as const) : ('response' as const);
    // Every other cut of a request lies in its headers, which are a hundredth of it.
    return { direction, part: random(), inHeaders: index % 4 === 0, how: random() < 0.5 ? 'reset' : 'end' } as const;
  });

  it.each(spots)('once in the $direction at $part ($how) makes one workflow and one charge', async (spot) => {
    const within = spot.inHeaders ? 400 : size[spot.direction];
    const afterBytes = Math.floor(spot.part * (within + 1));
    const cutsBefore = proxy.cuts;
    const { charged, requests } = await submitOver({ direction: spot.direction, afterBytes, how: spot.how });
    expect(proxy.cuts).toBe(cutsBefore + 1);
    expect(charged).toBe(price);
    // Before the answer's last byte is there, the server has accepted it and nobody knows.
    const unknown = spot.direction === 'response' && afterBytes < size.response;
    if (!unknown) return;
    expect(requests).toBe(2);
    acceptedTwice += 1;
  });

  it.each([
    ['before anything is sent', { direction: 'request', afterBytes: 0 }],
    ['when all is sent', { direction: 'request', afterBytes: -1 }],
    ['when the server has answered, before a byte of it', { direction: 'response', afterBytes: 0 }],
    ['before the last byte of the answer', { direction: 'response', afterBytes: -2 }],
  ] as const)('%s, too', async (_name, { afterBytes, direction }) => {
    const at = afterBytes < 0 ? size[direction] + afterBytes + 1 : afterBytes;
    const { charged } = await submitOver({ direction, afterBytes: at, how: 'reset' });
    expect(charged).toBe(price);
  });

  it('adds up: as many charges as workflows, although the server was asked for some of them twice', () => {
    const { charged, ledger } = emulator.orchestration;
    expect(emulator.orchestration.workflows()).toHaveLength(105);
    expect(price).toBeGreaterThan(0);
    expect(charged).toBe(105 * price);
    expect(ledger.filter(({ type }) => type === 'debit')).toHaveLength(105);
    expect(acceptedTwice).toBeGreaterThan(20);
  });
});
