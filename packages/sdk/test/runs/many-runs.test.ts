import { expect, it } from 'vitest';
import type { Responder } from '../../../../test/support/loopback-server.js';
import { json } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { useServedClient } from '../support/served-client.js';
import { workflow } from '../workflows/samples.js';

const served = useServedClient();

const idOf = (url: string): string => /workflows\/([^?]+)/.exec(url)?.[1] ?? '';

it('many runs have held reads in turn: none is left out, and those without one ask at growing intervals', async () => {
  const held = new Map<string, () => void>();
  const turns = new Map<string, number>();
  const plain = new Map<string, number>();
  const respond: Responder = (...call) => {
    const [{ url }, response] = call;
    const id = idOf(url);
    const answer = (): void => void json(workflow({ id, status: 'processing' }))(...call);
    if (!url.includes('wait=')) {
      plain.set(id, (plain.get(id) ?? 0) + 1);
      answer();
      return;
    }
    turns.set(id, (turns.get(id) ?? 0) + 1);
    held.set(id, answer);
    response.once('close', () => held.delete(id));
  };
  const clock = new TestClock(0);
  const client = await served.serve(respond, { clock, random: () => 0 });
  const outcomes = Array.from({ length: 100 }, (_, index) => client.resume(`w${index}`).asResult());
  await expect.poll(() => plain.size).toBe(100);
  await expect.poll(() => held.size).toBe(32);
  for (let round = 0; round < 4; round += 1) {
    clock.advance(10_000);
    const before = [...held.keys()];
    for (const answer of held.values()) answer();
    await expect.poll(() => before.filter((id) => held.has(id)).length === 0 && held.size === 32).toBe(true);
  }
  expect(turns.size).toBe(100);
  const counts = [...turns.values()];
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  client.close();
  for (const outcome of await Promise.all(outcomes)) expect(outcome).toMatchObject({ ok: false });
  await expect.poll(() => clock.pending).toBe(0);
});

it('a run that has no held read hears of the end by a short one', async () => {
  const ended = new Set<string>();
  const respond: Responder = (...call) => {
    const [{ url }] = call;
    const id = idOf(url);
    if (!url.includes('wait=') || ended.has(id)) {
      void json(workflow({ id, status: ended.has(id) ? 'succeeded' : 'processing' }))(...call);
    }
  };
  const clock = new TestClock(0);
  const client = await served.serve(respond, { clock, random: () => 0 });
  const outcomes = Array.from({ length: 40 }, (_, index) => client.resume(`w${index}`).asResult());
  await expect.poll(() => served.server.exchanges.filter(({ url }) => url.includes('wait=')).length).toBe(32);
  // The times of 32 held reads, and 8 pauses.
  await expect.poll(() => clock.pending).toBe(40);
  const holding = new Set(
    served.server.exchanges.filter(({ url }) => url.includes('wait=')).map(({ url }) => idOf(url)),
  );
  const index = outcomes.findIndex((_, one) => !holding.has(`w${one}`));
  ended.add(`w${index}`);
  clock.advance(2000);
  expect(await outcomes[index]).toMatchObject({ ok: true, value: { status: 'succeeded' } });
  client.close();
  await Promise.all(outcomes);
});
