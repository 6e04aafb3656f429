import { unlisted } from '@civitkit/sdk/client';
import type { LegacyJob, LegacyJobsClient } from '@civitkit/sdk/jobs';
import { describe, expect, it } from 'vitest';
import { json, type Responder, reset, text } from '../../../../test/support/loopback-server.js';
import { asked, servedJobs } from './support.js';

const serve = servedJobs();

/** Answers without a body. */
const empty: Responder = (_, response) => {
  response.end();
};

const job: LegacyJob = {
  $type: 'textToImage',
  model: '@civitai/128713',
  params: { prompt: 'a cat', scheduler: 'DPM2MKarras', width: 512, height: 768, seed: -1 },
  additionalNetworks: { 'urn:air:flux1:lora:huggingface:someone/some-lora@main': { type: 'Lora', strength: 0.8 } },
  priority: { min: 2, max: 8 },
};
const jobStatus = { jobId: 'j1', cost: 1.2, scheduled: true, result: { blobKey: 'b', available: false } };
const jobs = { token: 'W3s=', jobs: [jobStatus] };

describe('submitting', () => {
  it('sends a job as the official clients do, with the kind first', async () => {
    const { jobs: client, server: api } = await serve(json(jobs));
    await expect(client.submit(job)).resolves.toEqual(jobs);
    await client.submit(unlisted({ $type: 'imageEmbedding', model: 'x' }), { wait: true, detailed: true });
    expect(asked(api)).toEqual([
      ['POST /v1/consumer/jobs', job],
      ['POST /v1/consumer/jobs?wait=true&detailed=true', { $type: 'imageEmbedding', model: 'x' }],
    ]);
    expect(api.exchanges[0]?.body).toMatch(/^\{"\$type":"textToImage"/);
    expect(api.exchanges[0]?.headers.authorization).toBe('Bearer legacy-token');
  });

  it('sends several under one token, and takes a 202 for what it is', async () => {
    const { jobs: client, server: api } = await serve(json(jobs, 202));
    const { response } = await client.submitBatch([job, { $type: 'comfy', params: { 1: {} } }]).withResponse();
    expect(response.status).toBe(202);
    expect(asked(api)).toEqual([['POST /v1/consumer/jobs', { jobs: [job, { $type: 'comfy', params: { 1: {} } }] }]]);
    expect(() => client.submitBatch([])).toThrow(RangeError);
    expect(() => client.submitBatch('job' as never)).toThrow(TypeError);
  });

  it.each<[string, Responder]>([
    ['breaks off', reset],
    ['fails', json({ title: 'oops' }, 500)],
    ['is overloaded', json({ title: 'busy' }, 503, { 'retry-after': '0' })],
    ['is limited', json({ title: 'slow down' }, 429, { 'retry-after': '0' })],
    ['answers a web page', text('<html>', 'text/html', 502)],
  ])(
    'is done once only when the connection or the server %s: it may have been accepted and paid',
    async (_name, failure) => {
      const { jobs: client, server: api } = await serve(failure);
      await expect(client.submit(job)).rejects.toMatchObject({ attempts: 1 });
      await expect(client.submitBatch([job])).rejects.toMatchObject({ attempts: 1 });
      expect(api.exchanges).toHaveLength(2);
    },
  );

  it('tells a mistake with its path', async () => {
    const problem = {
      title: 'Bad',
      status: 400,
      errors: { 'jobs[0].params.scheduler': ["'dpmpp_2m' is no scheduler."] },
    };
    const { jobs: client } = await serve(text(JSON.stringify(problem), 'application/problem+json', 400));
    await expect(client.submit(job)).rejects.toMatchObject({
      name: 'ValidationError',
      issues: [{ path: 'jobs[0].params.scheduler' }],
    });
  });
});

describe('looking up', () => {
  it('finds jobs by token, id and properties', async () => {
    const { jobs: client, server: api } = await serve([
      json(jobs),
      json(jobStatus),
      json({ jobs: [jobStatus] }),
      json({ jobs: [jobStatus], cursor: 'next' }),
      json({ cursor: '', jobs: null }),
    ]);
    await expect(client.getByToken('a+b/c==', { wait: true })).resolves.toEqual(jobs);
    await expect(client.get('j/1', { detailed: true })).resolves.toEqual(jobStatus);
    await expect(client.get('j1')).resolves.toEqual(jobStatus);
    await expect(client.query({ order: '4711' })).resolves.toEqual({ jobs: [jobStatus], cursor: 'next' });
    await expect(client.query({ order: 1 }, { cursor: 'next' })).resolves.toEqual({ jobs: [], cursor: null });
    expect(asked(api)).toEqual([
      ['GET /v1/consumer/jobs?token=a%2Bb%2Fc%3D%3D&wait=true', undefined],
      ['GET /v1/consumer/jobs/j%2F1?detailed=true', undefined],
      ['GET /v1/consumer/jobs/j1', undefined],
      ['POST /v1/consumer/jobs/query', { properties: { order: '4711' } }],
      ['POST /v1/consumer/jobs/query', { properties: { order: 1 }, cursor: 'next' }],
    ]);
  });

  it.each<[string, (client: LegacyJobsClient) => PromiseLike<unknown>]>([
    ['by token', (client) => client.getByToken('t')],
    ['by id', (client) => client.get('j1')],
    ['by properties', (client) => client.query({ a: 1 })],
    ['what was used', (client) => client.consumption()],
    ['coverage', (client) => client.coverage(['urn:air:x'])],
    ['and cancelling', (client) => client.cancel({ token: 't' })],
    ['and tainting', (client) => client.taintAll({ token: 't' })],
  ])('is repeated after a failure: %s', async (_name, call) => {
    const answer = { ...jobs, jobId: 'j1' };
    const { jobs: client, server: api } = await serve([reset, json({}, 503), json(answer)]);
    await Promise.resolve(call(client)).catch(() => undefined);
    expect(api.exchanges).toHaveLength(3);
  });

  it.each<[string, unknown, (client: LegacyJobsClient) => PromiseLike<unknown>]>([
    ['a list', [], (client) => client.getByToken('t')],
    ['jobs that are none', { jobs: [1] }, (client) => client.getByToken('t')],
    ['a job without id', {}, (client) => client.get('j')],
    ['an empty list of jobs', { jobs: [] }, (client) => client.get('j')],
    ['no number', {}, (client) => client.taintAll({ token: 't' })],
    ['models that are none', { 'urn:x': 1 }, (client) => client.coverage(['urn:x'])],
    ['text', 'x', (client) => client.consumption()],
  ])('refuses %s as an answer', async (_name, answer, call) => {
    const { jobs: client } = await serve(json(answer));
    await expect(call(client)).rejects.toMatchObject({ name: 'InvalidResponseError', code: 'unexpected_shape' });
  });

  it('refuses what is no id, without a request', async () => {
    const { jobs: client, server: api } = await serve(json(jobs));
    for (const call of [
      client.getByToken(''),
      client.get('..'),
      client.cancel({ token: ' ' }),
      client.cancel({ jobId: '' }),
      client.taint(''),
      client.taintAll({ token: '' }),
      client.coverage(['urn:air:x', '']),
    ]) {
      await expect(call).rejects.toMatchObject({ name: 'ValidationError', code: 'invalid_argument' });
    }
    expect(() => client.get(1 as never)).toThrow(TypeError);
    expect(() => client.coverage([])).toThrow(RangeError);
    expect(api.exchanges).toHaveLength(0);
  });
});

describe('cancelling and tainting', () => {
  it('cancels by token and by id, by force unless told', async () => {
    const { jobs: client, server: api } = await serve(empty);
    await client.cancel({ token: 't=' });
    await client.cancel({ jobId: 'j1' }, { force: false });
    expect(asked(api)).toEqual([
      ['DELETE /v1/consumer/jobs?token=t%3D&force=true', undefined],
      ['DELETE /v1/consumer/jobs/j1?force=false', undefined],
    ]);
  });

  it('takes a 404 for success only when it asked before', async () => {
    const { jobs: client } = await serve([json({}, 404), reset, json({}, 404)]);
    await expect(client.cancel({ jobId: 'j1' })).rejects.toMatchObject({ name: 'NotFoundError' });
    const { response } = await client.cancel({ jobId: 'j1' }).withResponse();
    expect(response).toMatchObject({ status: 404, attempts: 2 });
  });

  it('taints one, those of a token, and those with properties', async () => {
    const { jobs: client, server: api } = await serve([empty, json({ jobs: 2 }), json({ jobs: 0 })]);
    await expect(client.taint('j1', { reason: 'black', context: { image: 1 } })).resolves.toBeUndefined();
    await expect(client.taintAll({ token: 't' })).resolves.toBe(2);
    await expect(client.taintAll({ properties: { order: 1 } }, { reason: 'late' })).resolves.toBe(0);
    expect(asked(api)).toEqual([
      ['PUT /v1/consumer/jobs/j1', { reason: 'black', context: { image: 1 } }],
      ['PUT /v1/consumer/jobs?token=t', {}],
      ['PUT /v1/consumer/jobs', { reason: 'late', properties: { order: 1 } }],
    ]);
  });
});

describe('coverage and consumption', () => {
  it('asks for many models in several requests, and keeps availabilities to come', async () => {
    const airs = Array.from({ length: 120 }, (_, index) => `urn:air:sdxl:lora:civitai:${index}@1`);
    const { jobs: client, server: api } = await serve((exchange, response, request) => {
      const models = new URL(exchange.url, 'http://x').searchParams.getAll('model');
      const known = models.map((air, index) => [
        air,
        { availability: index === 0 ? 'Degraded' : 'Available', workers: index },
      ]);
      return json(Object.fromEntries(known))(exchange, response, request);
    });
    const coverage = await client.coverage([...airs, airs[0] ?? '']);
    expect([...coverage.keys()]).toEqual(airs);
    expect(coverage.get(airs[50] ?? '')).toEqual({ availability: 'Degraded', workers: 0 });
    expect(coverage.get(airs[51] ?? '')).toEqual({ availability: 'Available', workers: 1 });
    expect(api.exchanges).toHaveLength(3);
    await expect(serve(json({ a: {} })).then(({ jobs: other }) => other.coverage(['a']))).resolves.toEqual(
      new Map([['a', { availability: 'Unknown', workers: 0 }]]),
    );
  });

  it('asks what was used in a time', async () => {
    const used = { images: 3, totalCost: 4.5, startDate: '2026-01-01T00:00:00Z', endDate: null };
    const { jobs: client, server: api } = await serve(json(used));
    await expect(
      client.consumption({ startDate: new Date(Date.UTC(2026, 0, 1)), endDate: '2026-02-01' }),
    ).resolves.toEqual(used);
    await client.consumption();
    expect(asked(api).map(([line]) => line)).toEqual([
      'GET /v1/consumer/consumption?startDate=2026-01-01T00%3A00%3A00.000Z&endDate=2026-02-01',
      'GET /v1/consumer/consumption',
    ]);
  });
});
