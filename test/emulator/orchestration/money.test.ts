import { describe, expect, it } from 'vitest';
import {
  AT_ONCE,
  call,
  echo,
  type Problem,
  reach,
  read,
  run,
  send,
  startForTest,
  submit,
  textToImage,
  WORKFLOWS,
} from './orchestration-calls.js';

const EMPTY = { blue: 0, green: 0, yellow: 0 };
const quick = (more: object = {}): object => ({ orchestration: { ...AT_ONCE, ...more } });
const image = (input: object): object => ({
  steps: [{ $type: 'textToImage', input: { prompt: 'a', cfgScale: 7, seed: 1, ...input } }],
});

describe('the cost', () => {
  it('is base times factors, and the same for the same template', async () => {
    const emulator = await startForTest(quick());
    const { cost } = await run(emulator, image({ quantity: 4, width: 1024, height: 1024, steps: 45 }));
    expect(cost).toMatchObject({ base: 4, factors: { quantity: 4, size: 1, steps: 1.5 }, fixed: {}, total: 24 });
    expect((await run(emulator, image({ width: 512, height: 512 }))).cost.total).toBe(1);
    expect((await run(emulator, image({}))).cost.total).toBe(4);
  });

  it('of several steps is what they cost together, with arguments counted', async () => {
    const emulator = await startForTest(quick());
    const quantity = { $ref: '$arguments', path: 'count' };
    const steps = [
      { $type: 'textToImage', input: { prompt: 'a', cfgScale: 7, seed: 1, quantity } },
      { $type: 'echo', input: { message: 'a' } },
    ];
    const { cost } = await run(emulator, { arguments: { count: 3 }, steps });
    expect(cost).toMatchObject({ base: 13, factors: {}, total: 13 });
  });

  it('has tips, and fees of resources', async () => {
    const emulator = await startForTest({ ...quick(), modelCount: 60 });
    const { cost } = await run(emulator, { ...image({ quantity: 10 }), tips: { civitai: 0.25, creators: 0.5 } });
    expect(cost).toMatchObject({ tips: { civitai: 10, creators: 20 }, total: 70 });
    const list = await call<{ items: { air: string; fee?: { amount: number } }[] }>(
      emulator,
      '/v2/resources?view=loaded&take=100',
    );
    const { air = '', fee = { amount: 0 } } = list.json.items.find((item) => item.fee !== undefined) ?? {};
    const { cost: more } = await run(emulator, image({ quantity: 3, additionalNetworks: { [air]: { strength: 1 } } }));
    expect(more.fees).toEqual({ [air]: 3 * fee.amount });
    expect(more.total).toBe(12 + Math.ceil(3 * fee.amount));
  });

  it('is previewed without running or charging, with what would be taken and whether it is there', async () => {
    const emulator = await startForTest(quick());
    const { status, json } = await submit(emulator, image({ quantity: 2 }), '?whatif=true');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      id: null,
      cost: { total: 8 },
      transactions: { list: [{ type: 'debit', amount: 8, id: null, accountType: 'blue' }], insufficientBuzz: false },
      steps: [{ jobs: [{ queuePosition: { support: 'available' } }] }],
    });
    emulator.orchestration.setBalances(EMPTY);
    const poor = await submit(emulator, image({}), '?whatif=true');
    expect(poor.json.transactions).toEqual({ list: [], insufficientBuzz: true });
    expect(emulator.orchestration.ledger).toEqual([]);
  });
});

describe('paying', () => {
  it('takes blue, then green, then yellow', async () => {
    const emulator = await startForTest(quick({ balances: { blue: 5, green: 6, yellow: 100 } }));
    const { transactions } = await run(emulator, image({ quantity: 4 }));
    expect(transactions.list.map(({ accountType, amount }) => [accountType, amount])).toEqual([
      ['blue', 5],
      ['green', 6],
      ['yellow', 5],
    ]);
    expect(emulator.orchestration.balances()).toMatchObject({ blue: 0, green: 0, yellow: 95 });
    expect(emulator.orchestration.charged).toBe(16);
  });

  it('takes what the template names alone, and yellow for mature content', async () => {
    const emulator = await startForTest(quick());
    const green = await run(emulator, echo('a', { currencies: ['green'] }));
    expect(green.transactions.list).toMatchObject([{ accountType: 'green' }]);
    const mature = await run(emulator, echo('a', { allowMatureContent: true }));
    expect(mature.transactions.list).toMatchObject([{ accountType: 'yellow' }]);
    const neither = await submit<Problem>(emulator, echo('a', { allowMatureContent: true, currencies: ['blue'] }));
    expect(Object.keys(neither.json.errors)).toEqual(['currencies']);
  });

  const text = expect.stringContaining('4 Buzz');
  it.each([
    [{}, 400, { status: 400, detail: text, requiredBuzz: 4, availableBuzz: 3 }],
    [{ lowBalance: 402 }, 402, { status: 402, detail: text }],
    [{ lowBalance: 403 }, 403, text],
    [{ release: 'august' }, 403, text],
  ])('is refused for lack of Buzz: %j, %i', async (options, wanted, body) => {
    const emulator = await startForTest(quick({ ...options, balances: { ...EMPTY, yellow: 3 } }));
    const { status, json } = await submit<Problem | string>(emulator, textToImage());
    expect([status, json]).toMatchObject([wanted, body]);
    expect(emulator.orchestration.workflows()).toEqual([]);
    expect(emulator.orchestration.balances().yellow).toBe(3);
  });
});

describe('refunds', () => {
  it.each(['[emulator:fail]', '[emulator:expire]'])('give back everything when all is lost: %s', async (prompt) => {
    const emulator = await startForTest(quick({ balances: { blue: 1, green: 0, yellow: 10 } }));
    const { transactions } = await run(emulator, textToImage(prompt));
    expect(transactions.list).toMatchObject([
      { type: 'debit', amount: 1, accountType: 'blue' },
      { type: 'debit', amount: 3, accountType: 'yellow' },
      { type: 'credit', amount: 3, accountType: 'yellow' },
      { type: 'credit', amount: 1, accountType: 'blue' },
    ]);
    expect(emulator.orchestration.charged).toBe(0);
    expect(emulator.orchestration.balances()).toMatchObject({ blue: 1, yellow: 10 });
  });

  it('give back the steps that came to nothing', async () => {
    const emulator = await startForTest(quick());
    const failing = { $type: 'textToImage', input: { prompt: '[emulator:fail]', cfgScale: 7, seed: 1 } };
    const { transactions } = await run(emulator, { steps: [{ $type: 'echo', input: { message: 'a' } }, failing] });
    expect(transactions.list.map(({ type, amount }) => [type, amount])).toEqual([
      ['debit', 5],
      ['credit', 4],
    ]);
  });

  it('are made for canceled and deleted workflows whose work has not begun, and not for others', async () => {
    const emulator = await startForTest(quick());
    const { orchestration } = emulator;
    const cancel = (id: string): Promise<unknown> =>
      send(emulator, 'PUT', `${WORKFLOWS}/${id}`, { status: 'canceled' });
    orchestration.holdAt('unassigned');
    const [one, two] = [await submit(emulator, textToImage()), await submit(emulator, textToImage())];
    await cancel(one.json.id);
    await call(emulator, `${WORKFLOWS}/${two.json.id}`, { method: 'DELETE' });
    expect(orchestration.charged).toBe(0);
    orchestration.release();
    orchestration.holdAt('processing');
    const { json } = await submit(emulator, textToImage());
    await reach(emulator, json.id, 'processing');
    await cancel(json.id);
    expect((await read(emulator, json.id)).json).toMatchObject({ status: 'canceled', cost: { total: 4 } });
    expect(orchestration.charged).toBe(4);
  });
});

describe('the free tier', () => {
  it('runs its models for nothing, counts, and gives back what failed', async () => {
    const emulator = await startForTest(quick({ freeTierQuota: 2, balances: EMPTY }));
    const left = async (): Promise<unknown> =>
      (await call<{ models: { remaining: number }[] }>(emulator, '/v2/consumer/free-tier')).json.models[0]?.remaining;
    expect(await run(emulator, textToImage('a', { tier: 'free' }))).toMatchObject({
      status: 'succeeded',
      tier: 'free',
      cost: { total: 0 },
    });
    expect(await left()).toBe(1);
    await run(emulator, textToImage('[emulator:fail]', { tier: 'free' }));
    expect(await left()).toBe(1);
    const video = { steps: [{ $type: 'videoGen', input: { engine: 'wan', prompt: 'a' } }], tier: 'free' };
    expect((await submit<Problem>(emulator, video)).json.errors).toHaveProperty('steps[0]');
    await run(emulator, textToImage('b', { tier: 'free' }));
    expect((await submit(emulator, textToImage('c', { tier: 'free' }))).status).toBe(400);
  });
});
