import { describe, expect, it } from 'vitest';
import { AT_ONCE, call, echo, read, run, startForTest, submit, textToImage, WORKFLOWS } from './orchestration-calls.js';

const QUICK = { orchestration: AT_ONCE };
const KEYED = { externalId: 'order-1' };

describe('an external id', () => {
  it('gives the same workflow again, even for another template, and charges once', async () => {
    const emulator = await startForTest(QUICK);
    const [one, two] = await Promise.all([submit(emulator, echo('a', KEYED)), submit(emulator, echo('b', KEYED))]);
    expect(two.json.id).toBe(one.json.id);
    const later = await run(emulator, echo('c', KEYED));
    expect(later).toMatchObject({ id: one.json.id, status: 'succeeded', externalId: 'order-1' });
    expect(emulator.orchestration.workflows()).toHaveLength(1);
    expect(emulator.orchestration.charged).toBe(1);
  });

  it("is one's own, and free again once its workflow is deleted", async () => {
    const emulator = await startForTest(QUICK);
    const { json } = await submit(emulator, echo('a', KEYED));
    const authorization = `Bearer ${emulator.addKey({ userId: 777 })}`;
    const other = await call(emulator, WORKFLOWS, {
      method: 'POST',
      body: JSON.stringify(echo('a', KEYED)),
      headers: { authorization, 'content-type': 'application/json' },
    });
    expect(other.json.id).not.toBe(json.id);
    expect((await call(emulator, `${WORKFLOWS}/${json.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await submit(emulator, echo('a', KEYED))).json.id).not.toBe(json.id);
  });

  it('of a preview is remembered: the submit after it runs nothing', async () => {
    const emulator = await startForTest(QUICK);
    const preview = await submit(emulator, textToImage('a', KEYED), '?whatif=true');
    expect(preview.json.id).toBeNull();
    const trapped = await submit(emulator, textToImage('a', KEYED), '?wait=30');
    expect(trapped).toMatchObject({ status: 200, json: { id: null, status: 'unassigned', cost: preview.json.cost } });
    expect(emulator.orchestration.workflows()).toEqual([]);
    expect(emulator.orchestration.charged).toBe(0);
  });

  it('that is absent means another workflow each time', async () => {
    const emulator = await startForTest(QUICK);
    const ids = [await run(emulator, echo()), await run(emulator, echo())].map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(emulator.orchestration.charged).toBe(2);
  });
});

describe('an ephemeral workflow', () => {
  it('is gone after its end, for reads and for lists', async () => {
    const emulator = await startForTest(QUICK);
    const { orchestration } = emulator;
    orchestration.holdAt('processing');
    const template = echo('a', { ephemeral: true });
    const held = submit(emulator, template, '?wait=30');
    while (orchestration.workflows()[0]?.status !== 'processing') await read(emulator, 'nothing');
    const [{ id } = { id: '' }] = orchestration.workflows();
    expect((await read(emulator, id)).status).toBe(200);
    const reading = read(emulator, id, '?wait=30');
    const count = emulator.requests.length;
    while (emulator.requests.length === count) await read(emulator, 'nothing');
    orchestration.release();
    expect((await held).json).toMatchObject({ status: 'succeeded', ephemeral: true });
    expect([200, 404]).toContain((await reading).status);
    expect((await read(emulator, id)).status).toBe(404);
    expect((await call<{ items: unknown[] }>(emulator, WORKFLOWS)).json.items).toEqual([]);
  });
});
