import { describe, expect, it } from 'vitest';
import { AT_ONCE, echo, read, startForTest, submit, WORKFLOWS } from './orchestration-calls.js';

const QUICK = { orchestration: AT_ONCE };

describe('waiting for a submit', () => {
  it('is answered with 200 and the end, or with 202 when it takes longer', async () => {
    const emulator = await startForTest({ orchestration: { ...AT_ONCE, maxWaitMs: 20 } });
    emulator.orchestration.holdAt('processing');
    const late = await submit(emulator, echo(), '?wait=30');
    expect([late.status, late.json.status]).toEqual([202, 'processing']);
    emulator.orchestration.release();
    const quick = await startForTest(QUICK);
    const { status, json } = await submit(quick, echo(), '?wait=30');
    expect([status, json.status, json.steps[0]?.output?.message]).toEqual([200, 'succeeded', 'hello']);
  });

  it('takes no time without being asked for', async () => {
    const emulator = await startForTest();
    emulator.orchestration.holdAt('unassigned');
    const { status, json } = await submit(emulator, echo());
    expect([status, json.status]).toEqual([200, 'unassigned']);
  });

  it.each(['wait=abc', 'wait=-1', 'whatif=maybe', 'wait=1.5'])('refuses ?%s', async (query) => {
    const emulator = await startForTest();
    const { status, json } = await submit<{ errors: object }>(emulator, echo(), `?${query}`);
    expect(status).toBe(400);
    expect(Object.keys(json.errors)).toEqual([query.split('=')[0]]);
    expect(emulator.orchestration.workflows()).toEqual([]);
  });
});

describe('waiting for a read', () => {
  it('ends with the workflow, or with the first change when that is asked for', async () => {
    const emulator = await startForTest(QUICK);
    const { orchestration } = emulator;
    orchestration.holdAt('unassigned');
    const { json } = await submit(emulator, echo());
    const completion = read(emulator, json.id, '?wait=30');
    const change = read(emulator, json.id, '?wait=30&until=Change');
    const held = emulator.requests.length + 2;
    while (emulator.requests.length < held) await read(emulator, json.id);
    orchestration.release();
    orchestration.holdAt('processing');
    const changed = await change;
    expect([changed.status, changed.json.status]).toEqual([202, 'processing']);
    orchestration.release();
    const ended = await completion;
    expect([ended.status, ended.json.status]).toEqual([200, 'succeeded']);
  });

  it('is over at once for a workflow that has ended', async () => {
    const emulator = await startForTest(QUICK);
    const { json } = await submit(emulator, echo(), '?wait=30');
    for (const query of ['?wait=30', '?wait=30&until=change', '']) {
      expect(await read(emulator, json.id, query)).toMatchObject({ status: 200, json: { status: 'succeeded' } });
    }
  });

  it('knows two things to wait for, and an older server one', async () => {
    const emulator = await startForTest(QUICK);
    const { json } = await submit(emulator, echo(), '?wait=30');
    expect((await read(emulator, json.id, '?until=never')).status).toBe(400);
    const older = await startForTest({ orchestration: { ...AT_ONCE, release: 'august', maxWaitMs: 30 } });
    older.orchestration.holdAt('processing');
    const running = await submit(older, echo());
    // The only change there will be is ignored: this is held for as long as it may be.
    const held = await read(older, running.json.id, '?wait=30&until=change');
    expect([held.status, held.json.status]).toEqual([202, 'processing']);
  });

  it('ends with the connection, and with the emulator', async () => {
    const emulator = await startForTest();
    emulator.orchestration.holdAt('unassigned');
    const { json } = await submit(emulator, echo());
    const leaving = new AbortController();
    const url = `${emulator.orchestrationUrl}${WORKFLOWS}/${json.id}?wait=600`;
    const headers = { authorization: `Bearer ${emulator.apiToken}` };
    const left = fetch(url, { headers, signal: leaving.signal });
    const closed = fetch(url, { headers });
    while (emulator.requests.length < 3) await new Promise((resolve) => setImmediate(resolve));
    leaving.abort();
    await expect(left).rejects.toThrow('aborted');
    const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = timers();
    await Promise.all([expect(closed).rejects.toThrow('fetch failed'), emulator.close()]);
    expect(timers()).toBeLessThanOrEqual(before);
  });

  it('is cheap: a thousand workflows, each held by a read of its own', async () => {
    const emulator = await startForTest(QUICK);
    emulator.orchestration.holdAt('unassigned');
    const ids = await Promise.all(Array.from({ length: 1000 }, async () => (await submit(emulator, echo())).json.id));
    const reads = ids.map((id) => read(emulator, id, '?wait=30'));
    emulator.orchestration.release();
    const ended = await Promise.all(reads);
    expect(ended.every(({ json }) => json.status === 'succeeded')).toBe(true);
    expect(new Set(ended.map(({ json }) => json.id)).size).toBe(1000);
  });
});
