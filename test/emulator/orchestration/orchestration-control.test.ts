import type { RunningEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { echo, reach, read, startForTest, submit } from './orchestration-calls.js';

const control = (emulator: RunningEmulator, method: string, path = '', body?: unknown): Promise<Response> =>
  fetch(`${emulator.orchestrationUrl}/__emulator/orchestration${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

describe('the generation API from another process', () => {
  it('is held, let go, failed and expired', async () => {
    const emulator = await startForTest();
    expect((await control(emulator, 'POST', '/hold', { status: 'scheduled' })).status).toBe(204);
    const [one, two, three] = [
      await submit(emulator, echo()),
      await submit(emulator, echo()),
      await submit(emulator, echo()),
    ];
    await reach(emulator, three.json.id, 'scheduled');
    const failing = { workflowId: one.json.id, reason: 'no luck', stepName: '0' };
    expect((await control(emulator, 'POST', '/fail', failing)).status).toBe(204);
    expect((await control(emulator, 'POST', '/expire', { workflowId: two.json.id })).status).toBe(204);
    expect((await control(emulator, 'POST', '/expire', { workflowId: two.json.id })).status).toBe(404);
    expect((await control(emulator, 'POST', '/release')).status).toBe(204);
    await read(emulator, three.json.id, '?wait=30');
    const state = (await (await control(emulator, 'GET')).json()) as {
      readonly workflows: { readonly status: string }[];
    };
    expect(state).toMatchObject({ charged: 1, balances: { blue: 9999 } });
    expect(state.workflows.map(({ status }) => status)).toEqual(['failed', 'expired', 'succeeded']);
  });

  it('gives and takes Buzz', async () => {
    const emulator = await startForTest();
    expect((await control(emulator, 'POST', '/balances', { blue: 5, yellow: 0 })).status).toBe(204);
    expect(emulator.orchestration.balances()).toEqual({ blue: 5, green: 10_000, yellow: 0, fakeRed: 0 });
    expect((await control(emulator, 'POST', '/balances', { green: 1, userId: 777 })).status).toBe(204);
    expect(emulator.orchestration.balances(777).green).toBe(1);
    expect(emulator.orchestration.balances().green).toBe(10_000);
  });

  it.each([
    ['/hold', { status: 'succeeded' }, '"status" must be one of unassigned, preparing, scheduled, processing.'],
    ['/balances', { gold: 1 }, '"gold" must be one of blue, green, yellow, fakeRed.'],
    ['/balances', { blue: -1 }, '"blue" must be a whole number.'],
    ['/balances', { userId: 'me' }, '"userId" must be a number.'],
    ['/fail', { workflowId: 1 }, '"workflowId" must be a text.'],
    ['/expire', {}, '"workflowId" must be a text.'],
  ])('tells what is wrong with %s %j', async (path, body, error) => {
    const emulator = await startForTest();
    const answer = await control(emulator, 'POST', path, body);
    expect([answer.status, await answer.json()]).toEqual([400, { error }]);
  });
});
