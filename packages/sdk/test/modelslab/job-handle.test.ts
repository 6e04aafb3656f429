import { getEventListeners } from 'node:events';
import type { JobOptions } from '@civitkit/sdk/modelslab/client';
import { describe, expect, it } from 'vitest';
import { json, stallHeaders } from '../../../../test/support/loopback-server.js';
import {
  asked,
  canary,
  enterpriseCanary,
  errorOf,
  picture,
  processing,
  sent,
  success,
  useModelsLab,
} from './job-support.js';

const served = useModelsLab();

describe('a job', () => {
  it('is submitted, fetched until it is done, and gives what it made', async () => {
    const client = await served.serve([processing(), processing({ eta: undefined }), success()]);
    const result = await client.generate(picture, { model_id: 'flux', prompt: 'a lighthouse' });
    expect(result).toMatchObject({
      id: '12345',
      reference: 'images:12345',
      outputs: [
        { kind: 'url', url: 'https://assets.example.test/12345-0.png', fileName: '12345-0.png', role: 'output' },
      ],
      proxyLinks: [],
      meta: { seed: 7 },
      generationTimeSeconds: 2.41,
    });
    expect(asked(served.server)).toEqual([
      'POST /api/v6/images/text2img',
      'POST /api/v6/images/fetch/12345',
      'POST /api/v6/images/fetch/12345',
    ]);
    expect(sent(served.server, 0)).toEqual({ key: canary, model_id: 'flux', prompt: 'a lighthouse' });
    expect(sent(served.server, 1)).toEqual({ key: canary });
  });

  it('has its id before anybody waits for it, and is not fetched until then', async () => {
    const client = await served.serve([processing(), success()]);
    const job = client.generate('images.text2img', { model_id: 'flux', prompt: 'a lighthouse' });
    expect([job.id, job.reference, job.state.status]).toEqual([undefined, undefined, 'waiting']);
    expect(await job.submitted()).toEqual({ id: '12345', reference: 'images:12345', etaSeconds: 4 });
    expect([job.id, job.reference, job.state.status]).toEqual(['12345', 'images:12345', 'processing']);
    expect(served.server.exchanges).toHaveLength(1);
    expect(served.clock.pending).toBe(0);
    expect((await job).outputs).toHaveLength(1);
  });

  it('that is done at once is not fetched', async () => {
    const client = await served.serve([success()]);
    const job = client.images.text2img({ model_id: 'flux', prompt: 'a lighthouse' });
    expect((await job.submitted()).reference).toBe('images:12345');
    expect((await job).outputs).toHaveLength(1);
    expect(asked(served.server)).toHaveLength(1);
  });

  it('gives its outcome as data', async () => {
    const client = await served.serve([success(), json({ status: 'error', message: 'prompt is required' })]);
    expect(await client.generate(picture, {}).asResult()).toMatchObject({ ok: true, value: { id: '12345' } });
    expect(await client.generate(picture, {}).asResult()).toMatchObject({
      ok: false,
      error: { name: 'ValidationError' },
    });
  });

  it('tells of every answer to whoever iterates, and to onProgress', async () => {
    const client = await served.serve([processing({ eta: 9 }), processing({ eta: 2 }), success()]);
    const told: unknown[] = [];
    const job = client.generate(
      picture,
      {},
      { onProgress: ({ status, etaSeconds }) => told.push([status, etaSeconds]) },
    );
    const seen: unknown[] = [];
    for await (const { status, etaSeconds } of job) seen.push([status, etaSeconds]);
    expect(seen).toEqual([
      ['processing', 9],
      ['processing', 2],
      ['success', undefined],
    ]);
    expect(told).toEqual(seen);
    for await (const { status } of job) expect(status).toBe('success');
  });

  it('ends when onProgress throws', async () => {
    const client = await served.serve([processing(), success()]);
    const options = {
      onProgress: () => {
        throw new RangeError('enough');
      },
    };
    expect(await errorOf(client.generate(picture, {}, options))).toBeInstanceOf(RangeError);
    expect(served.server.exchanges).toHaveLength(1);
  });

  it('rests when its loop is left, and goes on when it is awaited', async () => {
    const client = await served.serve([processing({ eta: 40 }), success()]);
    const job = client.generate(picture, {});
    for await (const _ of job) break;
    expect(served.clock.pending).toBe(0);
    expect(served.server.exchanges).toHaveLength(1);
    expect((await job).outputs).toHaveLength(1);
  });

  it('reads its parameters at once, and sends what it does not know as it is', async () => {
    const client = await served.serve([success()]);
    const parameters = { init_image: ['https://a.test/1.png'], brand_new: { x: [1] }, width: 1, left_out: undefined };
    const job = client.generate(picture, parameters);
    parameters.init_image.push('changed');
    parameters.brand_new.x.push(2);
    await job;
    expect(sent(served.server, 0)).toEqual({
      key: canary,
      init_image: ['https://a.test/1.png'],
      brand_new: { x: [1] },
      width: 1,
    });
  });

  it('of an enterprise deployment goes with its key, also when it is fetched', async () => {
    const client = await served.serve([processing({ fetch_result: '' }), success()]);
    const job = client.enterprise.flux.text2img({ prompt: 'a lighthouse' });
    expect((await job).reference).toBe('enterprise.flux:12345');
    expect(asked(served.server)).toEqual([
      'POST /api/v1/enterprise/flux/text2img',
      'POST /api/v1/enterprise/flux/fetch/12345',
    ]);
    expect([sent(served.server, 0)['key'], sent(served.server, 1)['key']]).toEqual([
      enterpriseCanary,
      enterpriseCanary,
    ]);
  });

  it.each([
    ['a key among the parameters', { key: 'x' }, {}],
    ['no parameters', null, {}],
    ['a list', [], {}],
    ['what is no JSON', { n: 1n }, {}],
    ['a time that is none', {}, { timeoutMs: 0 }],
    ['a time that no timer holds', {}, { timeoutMs: 2 ** 31 }],
    ['a signal that is none', {}, { signal: {} }],
    ['a callback that is none', {}, { onProgress: 1 }],
  ])('throws at once for %s', async (_name, parameters, options) => {
    const client = await served.serve([success()]);
    expect(() => client.generate(picture, parameters as object, options as JobOptions)).toThrow(
      /^modelslab\.images\.text2img: |BigInt/,
    );
    expect(served.server.exchanges).toHaveLength(0);
  });

  it('throws at once for an operation that is not known, and says how to give one', async () => {
    const client = await served.serve([success()]);
    expect(() => client.generate('images.nothing' as 'images.text2img', { prompt: '', model_id: '' })).toThrow(
      /fetchPath/,
    );
    expect(() => client.generate({ name: 'x', path: [], fetchPath: ['a'] }, {})).toThrow(TypeError);
  });
});

describe('waiting ends', () => {
  it('after five minutes, or four times the estimate, with what is needed to go on', async () => {
    for (const [eta, seconds] of [
      [100, 400],
      [10, 300],
    ] as const) {
      const client = await served.serve([processing({ eta }), stallHeaders]);
      const job = client.generate(picture, {}, {});
      const caught = errorOf(job);
      await expect.poll(() => served.server.exchanges.length).toBe(2);
      served.clock.advance(seconds * 1000 - 31_000 - 35_000);
      expect(job.state.status).toBe('processing');
      served.clock.advance(66_000);
      const error = await caught;
      expect(error).toMatchObject({
        name: 'TimeoutError',
        code: 'timeout',
        details: { jobId: '12345', jobReference: 'images:12345', jobStatus: 'processing' },
      });
      expect(error.message).toContain(`within ${seconds} s`);
      expect(error.message).toContain("resume('images:12345')");
      expect(job.reference).toBe('images:12345');
    }
  });

  it('after the time of the caller, waiting for its turn included: nothing was sent', async () => {
    const client = await served.serve([stallHeaders], { maxUnfinishedJobs: 1 });
    const first = errorOf(client.generate(picture, {}, { timeoutMs: null }));
    const second = errorOf(client.generate(picture, {}, { timeoutMs: 40_000 }));
    await expect.poll(() => served.server.exchanges.length).toBe(1);
    served.clock.advance(40_000);
    expect(await second).toMatchObject({ name: 'TimeoutError', details: { neverSent: true } });
    client.close();
    expect(await first).toMatchObject({ code: 'client_closed', details: { maybeAccepted: true } });
    expect(served.server.exchanges).toHaveLength(1);
  });

  it('with the caller’s signal: at once, with its reason, and without anything left behind', async () => {
    const client = await served.serve([processing(), stallHeaders]);
    const controller = new AbortController();
    const job = client.generate(picture, {}, { signal: controller.signal });
    const caught = errorOf(job);
    await expect.poll(() => served.server.exchanges.length).toBe(2);
    const reason = new Error('enough');
    controller.abort(reason);
    expect(await caught).toBe(reason);
    await expect(job.asResult()).rejects.toBe(reason);
    expect(job.reference).toBe('images:12345');
    await expect.poll(() => served.clock.pending).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    await expect.poll(() => served.server.openSockets.size).toBe(0);
  });

  it('before anything was sent, when the signal is aborted already', async () => {
    const client = await served.serve([success()]);
    const reason = new Error('never');
    expect(await errorOf(client.generate(picture, {}, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(served.server.exchanges).toHaveLength(0);
  });

  it('with the client, for everybody', async () => {
    const client = await served.serve([processing(), stallHeaders]);
    const job = client.generate(picture, {});
    await job.submitted();
    const caught = [errorOf(job), errorOf(client.resume('images:7'))];
    await expect.poll(() => served.server.exchanges.length).toBe(3);
    client.close();
    for (const error of await Promise.all(caught)) {
      expect(error).toMatchObject({ code: 'client_closed' });
      expect(error.message).toContain('resume(');
    }
    await expect.poll(() => served.clock.pending).toBe(0);
    expect(await errorOf(client.generate(picture, {}))).toMatchObject({ code: 'client_closed' });
  });

  it('anew after a pause of the one who waits: the time is no trap for who comes back late', async () => {
    const client = await served.serve([processing(), success()]);
    const job = client.generate(picture, {});
    await job.submitted();
    served.clock.advance(3_600_000);
    expect((await job).outputs).toHaveLength(1);
  });
});
