import { inspect } from 'node:util';
import { createLegacyJobsClient } from '@civitkit/sdk/jobs';
import { describe, expect, it } from 'vitest';
import { json, type Responder, reset, stallHeaders } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { asked, servedJobs } from './support.js';

const serve = servedJobs();

describe('waiting', () => {
  const withEvents = (...types: readonly string[]): unknown => ({
    token: 't',
    jobs: types.map((type, index) => ({ jobId: `j${index}`, scheduled: true, lastEvent: { type } })),
  });

  it('goes on until every job has ended, ever more slowly', async () => {
    const {
      jobs: client,
      server: api,
      clock,
    } = await serve([
      json(withEvents('Initialized', 'Claimed'), 202),
      json(withEvents('Succeeded', 'Updated'), 202),
      json(withEvents('Succeeded', 'Rejected'), 202),
      json(withEvents('Succeeded', 'Failed')),
    ]);
    const { jobs: ended } = await client.wait('t');
    expect(ended.map(({ lastEvent }) => lastEvent?.type)).toEqual(['Succeeded', 'Failed']);
    expect(asked(api)).toEqual(Array.from({ length: 4 }, () => ['GET /v1/consumer/jobs?token=t&wait=true', undefined]));
    expect(clock.delays).toEqual([1000, 2000, 5000]);
    expect(clock.pending).toBe(0);
  });

  it('ends when time is over, between reads and within one', async () => {
    const late = { name: 'TimeoutError', code: 'timeout', message: expect.stringContaining('jobs.wait') as string };
    const clock = new TestClock(500);
    const answered: Responder = (exchange, response, request) => {
      clock.advance(4500);
      return json(withEvents('Updated'))(exchange, response, request);
    };
    const { jobs: client, server: api } = await serve(answered, clock);
    await expect(client.wait('t', { timeoutMs: 5000 })).rejects.toMatchObject(late);
    expect([api.exchanges.length, clock.delays, clock.pending]).toEqual([1, [500], 0]);
    const { jobs: held } = await serve(stallHeaders);
    await expect(held.wait('t', { timeoutMs: 50 })).rejects.toMatchObject(late);
    expect(() => client.wait('t', { timeoutMs: 0 })).toThrow(RangeError);
  });

  it('ends with the reason of its signal, and leaves nothing on it', async () => {
    const controller = new AbortController();
    const { jobs: client, server: api } = await serve((exchange, response, request) => {
      if (exchange.ordinal === 1) controller.abort(new Error('enough'));
      return json(withEvents('Updated'))(exchange, response, request);
    });
    await expect(client.wait('t', { signal: controller.signal })).rejects.toThrow('enough');
    expect(api.exchanges.length).toBeLessThanOrEqual(2);
    await expect(client.wait('t', { signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before');
  });
});

describe('the client', () => {
  it('ends with the generation client, and takes nothing else for one', async () => {
    const { jobs: client, generation } = await serve(json({ jobs: [] }));
    generation.close();
    await expect(client.get('j1')).rejects.toMatchObject({ code: 'client_closed' });
    expect(() => createLegacyJobsClient({} as never)).toThrow(/give it an OrchestrationClient/);
    expect(() => createLegacyJobsClient(undefined as never)).toThrow(TypeError);
  });

  it('does not show its token', async () => {
    const { jobs: client, generation } = await serve(reset);
    const error: unknown = await client.submit({ $type: 'comfy', params: {} }).catch((thrown: unknown) => thrown);
    expect(inspect([client, error, generation], { depth: 20, showHidden: true })).not.toContain('legacy-token');
  });
});
