import { createModelsLabClient, type ModelsLabClient } from '@civitkit/sdk/modelslab/client';
import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cut, type CuttingProxy, startCuttingProxy } from '../support/cutting-proxy.js';
import { seededRandom } from '../support/seeded-random.js';
import { TestClock } from '../support/test-clock.js';

/** Long enough to leave in several pieces. */
const parameters = { model_id: 'flux', prompt: 'a lighthouse', negative_prompt: 'x'.repeat(40_000) };

let emulator: RunningEmulator;
let proxy: CuttingProxy;
let client: ModelsLabClient;
beforeAll(async () => {
  emulator = await startEmulator({ modelCount: 1, imageCount: 0, modelslab: { workMs: 0, balance: 1000, stepMs: 1 } });
  proxy = await startCuttingProxy(new URL(emulator.modelslabUrl).origin);
  client = createModelsLabClient(
    {
      baseUrl: `${proxy.origin}/api`,
      apiKey: emulator.modelslabKey,
      agentToken: emulator.modelslabAgentToken,
      proxy: 'none',
    },
    { clock: new TestClock(32_000) },
  );
});
afterAll(async () => {
  client.close();
  await proxy.close();
  await emulator.close();
});

/** Cuts where the work sends or is answered next; gives what was paid meanwhile, and how it ended. */
async function over(
  cut: Cut,
  work: () => PromiseLike<unknown>,
): Promise<{ readonly paid: readonly string[]; readonly error: unknown }> {
  const before = emulator.modelslab.charges.length;
  const cutsBefore = proxy.cuts;
  proxy.cutNext(cut);
  const error = await work().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(proxy.cuts).toBe(cutsBefore + 1);
  return { paid: emulator.modelslab.charges.slice(before).map(({ operation }) => operation), error };
}

describe('a job over a connection that is cut while it is submitted', () => {
  const random = seededRandom(20_261_121);
  let size: Readonly<Record<Cut['direction'], number>>;
  beforeAll(async () => {
    proxy.takePassed();
    await client.images.text2img(parameters);
    size = proxy.takePassed();
  });

  const spots = Array.from({ length: 40 }, (_, index) => {
    const direction = index % 2 === 0 ? ('request' as const) : ('response' as const);
    return { direction, part: random(), inHeaders: index % 4 === 0, how: random() < 0.5 ? 'reset' : 'end' } as const;
  });

  it.each(spots)('once in the $direction at $part ($how) is paid once at most', async (spot) => {
    const within = spot.inHeaders ? 300 : size[spot.direction] - 20;
    const afterBytes = Math.floor(spot.part * within);
    const { error, paid } = await over({ direction: spot.direction, afterBytes, how: spot.how }, () =>
      client.images.text2img(parameters),
    );
    // Only when the whole request has arrived is it done.
    expect(paid).toHaveLength(spot.direction === 'response' ? 1 : 0);
    expect(error).toMatchObject({ attempts: 1, details: { maybeAccepted: true } });
    expect((error as Error).message).toContain('not sent again');
  });

  it.each([
    ['when all is sent', 'request', 'all'],
    ['when the server has answered, before a byte of it', 'response', 'nothing'],
    // Answers differ by a few bytes in how long it took.
    ['shortly before the end of the answer', 'response', 'nearly all'],
  ] as const)('%s is paid once, and never sent again', async (_name, direction, passes) => {
    const afterBytes = passes === 'nothing' ? 0 : size[direction] - (passes === 'all' ? 0 : 20);
    const before = emulator.modelslab.charges.length;
    const { error } = await over({ direction, afterBytes, how: 'reset' }, () => client.images.text2img(parameters));
    expect(error).toMatchObject({ attempts: 1, details: { maybeAccepted: true } });
    await expect.poll(() => emulator.modelslab.charges.length).toBe(before + 1);
  });
});

describe('a job over a connection that is cut while it is fetched', () => {
  it.each(['request', 'response'] as const)('in the %s arrives all the same, and is paid once', async (direction) => {
    emulator.modelslab.planJob({ workMs: 3_600_000, polls: 2 });
    const job = client.images.text2img(parameters);
    await job.submitted();
    const { error, paid } = await over({ direction, afterBytes: 40, how: 'reset' }, () => job);
    expect({ error, paid }).toEqual({ error: undefined, paid: [] });
    expect((await job).outputs).toHaveLength(1);
  });
});

describe('whatever else is paid for is sent once, although its answer is lost', () => {
  const calls: Readonly<Record<string, (one: ModelsLabClient) => PromiseLike<unknown>>> = {
    buy_model: (one) => one.account.buyModel(1),
    buy_subscription: (one) => one.account.buySubscription('basic_monthly'),
    lora_fine_tune: (one) =>
      one.training.start({
        instance_prompt: 'a photo of zzk',
        class_prompt: 'a photo',
        images: ['https://files.example.com/1.png'],
        training_type: 'null',
        max_train_steps: 18,
      }),
    'workflows.run': (one) => one.workflows.run('0b6f7a3e-9f55-4b1a-9f0e-4a1d7e1c2d33', { prompt: 'a poster' }),
  };

  it.each(Object.entries(calls))('%s', async (operation, call) => {
    const { error, paid } = await over({ direction: 'response', afterBytes: 20, how: 'reset' }, () => call(client));
    expect(paid).toEqual([operation]);
    expect(error).toMatchObject({ code: 'connection_failed', attempts: 1 });
  });

  it('filling the wallet: again with the same key of the error, it is filled once', async () => {
    const { modelslab } = emulator;
    const before = modelslab.balance;
    const fund = { amount: 25, payment_method_id: 'pm_card' };
    const lost = await over({ direction: 'response', afterBytes: 20, how: 'reset' }, () =>
      client.agents.fundWallet(fund),
    );
    expect(lost.error).toMatchObject({ attempts: 1, details: { idempotencyKey: expect.any(String) } });
    expect(modelslab.balance - before).toBeCloseTo(25);
    const { idempotencyKey } = (lost.error as { readonly details: { readonly idempotencyKey: string } }).details;
    await client.agents.fundWallet(fund, { idempotencyKey });
    expect(modelslab.balance - before).toBeCloseTo(25);
  });
});
