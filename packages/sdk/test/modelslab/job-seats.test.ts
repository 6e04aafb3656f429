import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { json, type Responder } from '../../../../test/support/loopback-server.js';
import { JobSeat } from '../../src/modelslab/jobs/job-seat.js';
import { Seats } from '../../src/waiting/seats.js';
import { errorOf, picture, processing, success, useModelsLab } from './job-support.js';

const served = useModelsLab();

interface JobServer {
  readonly answer: Responder;
  readonly unfinished: Set<string>;
  /** The most that were unfinished at a time. */
  most: number;
  next: number;
}

/** Counts jobs that are not done. None is before so many have been begun. */
function jobServer(together = 1): JobServer {
  const state = { unfinished: new Set<string>(), most: 0, next: 1, answer: (() => undefined) as Responder };
  state.answer = (exchange, response, request) => {
    if (!exchange.url.includes('/fetch/')) {
      const id = String(state.next);
      state.next += 1;
      state.unfinished.add(id);
      state.most = Math.max(state.most, state.unfinished.size);
      return processing({ id, eta: 1, fetch_result: '' })(exchange, response, request);
    }
    const id = exchange.url.split('/').at(-1) ?? '';
    if (state.most < together && state.unfinished.has(id))
      return processing({ id, fetch_result: '' })(exchange, response, request);
    state.unfinished.delete(id);
    return success({ id })(exchange, response, request);
  };
  return state;
}

describe('jobs that are unfinished at a time', () => {
  it.each([
    ['5 by default', {}, 5],
    ['as many as the account may have', { maxUnfinishedJobs: 2 }, 2],
  ])('are %s', async (_name, options, most) => {
    const jobs = jobServer(most);
    const client = await served.serve(jobs.answer, options);
    const results = await Promise.all(Array.from({ length: 20 }, () => client.generate(picture, {})));
    expect(new Set(results.map(({ id }) => id)).size).toBe(20);
    expect(jobs.most).toBe(most);
  });

  it('are waited for in the order of asking', async () => {
    const jobs = jobServer();
    const client = await served.serve(jobs.answer, { maxUnfinishedJobs: 1 });
    const ids = await Promise.all(Array.from({ length: 5 }, async () => (await client.generate(picture, {})).id));
    expect(ids).toEqual(['1', '2', '3', '4', '5']);
  });

  it('make room when they fail, are refused, or are not waited for any more', async () => {
    const controller = new AbortController();
    const client = await served.serve(
      [
        json({ status: 'error', message: 'prompt is required' }),
        processing({ eta: 1 }),
        json({ status: 'failed' }),
        processing({ eta: 3600 }),
        json({ status: 'processing', output: [] }),
      ],
      { maxUnfinishedJobs: 1 },
    );
    const jobs = [client.generate(picture, {}), client.generate(picture, {})];
    const aborted = client.generate(picture, {}, { signal: controller.signal });
    const last = client.generate(picture, {});
    expect(await errorOf(jobs[0] as PromiseLike<unknown>)).toMatchObject({ name: 'ValidationError' });
    expect(await errorOf(jobs[1] as PromiseLike<unknown>)).toMatchObject({ name: 'ModelsLabJobError' });
    await aborted.submitted();
    controller.abort();
    expect((await errorOf(aborted)).name).toBe('AbortError');
    expect((await errorOf(last.submitted())).message).toContain('no id');
  });

  it('hold no place while nobody waits for them', async () => {
    const jobs = jobServer();
    const client = await served.serve(jobs.answer, { maxUnfinishedJobs: 1 });
    const handles = [1, 2, 3].map(() => client.generate(picture, {}));
    for (const handle of handles) await handle.submitted();
    expect(jobs.unfinished.size).toBe(3);
    expect((await Promise.all(handles)).map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it('keep their place from submitted() to the await behind it', async () => {
    const jobs = jobServer();
    const client = await served.serve(jobs.answer, { maxUnfinishedJobs: 1 });
    const one = async (): Promise<string> => {
      const job = client.generate(picture, {});
      await job.submitted();
      return (await job).id;
    };
    expect(await Promise.all([one(), one(), one()])).toEqual(['1', '2', '3']);
    expect(jobs.most).toBe(1);
  });

  it('that were resumed take a place while they are waited for, and go without when there is none', async () => {
    const jobs = jobServer();
    const client = await served.serve(jobs.answer, { maxUnfinishedJobs: 1 });
    const resumed = await Promise.all(
      ['images:71', 'images:72', 'images:73'].map((reference) => client.resume(reference)),
    );
    expect(resumed.map(({ id }) => id)).toEqual(['71', '72', '73']);
    await turn();
    expect((await client.generate(picture, {})).id).toBe('1');
  });
});

it('a place that comes when its job is over already goes to the next', async () => {
  const seats = new Seats(1);
  const { signal } = new AbortController();
  await seats.take(signal);
  const seat = new JobSeat(seats);
  const taking = seat.take(signal);
  seat.attend('over');
  seats.release();
  await taking;
  expect(seats.tryTake()).toBe(true);
});
