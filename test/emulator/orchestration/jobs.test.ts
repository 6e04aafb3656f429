import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/emulator/catalogue/catalogue.js';
import { createBlobStore } from '../../../src/emulator/orchestration/blobs/create-blob-store.js';
import { createJobRoutes, type LegacyJobOptions } from '../../../src/emulator/orchestration/jobs/create-job-routes.js';
import {
  createResourceFleet,
  type ResourceFleet,
} from '../../../src/emulator/orchestration/resources/resource-fleet.js';
import { createResourceIndex } from '../../../src/emulator/orchestration/resources/resource-index.js';
import { ask, askJson, jsonOf, listen, OTHER_TOKEN, serveHost, serveRoutes } from './serve-routes.js';

interface Result {
  readonly blobKey: string;
  readonly available: boolean;
  readonly blobUrl?: string;
  readonly blobUrlExpirationDate?: string;
}

interface Job {
  readonly jobId: string;
  readonly cost: number;
  readonly result: Result;
  readonly scheduled: boolean;
  readonly lastEvent: { readonly type: string; readonly context: Readonly<Record<string, unknown>> };
}

interface Jobs {
  readonly token: string;
  readonly jobs: readonly [Job, ...Job[]];
}

interface Served {
  readonly url: string;
  readonly fleet: ResourceFleet;
  /** Milliseconds. */
  clock: number;
}

const INDEX = createResourceIndex(createCatalogue({ seed: 1, modelCount: 5, imageCount: 0 }));
const MODEL = INDEX.all[0]?.air ?? '';
const ORDER = {
  $type: 'textToImage',
  model: MODEL,
  params: {
    prompt: 'a cat',
    scheduler: 'EulerA',
    steps: 30,
    cfgScale: 7,
    width: 512,
    height: 512,
    seed: -1,
    clipSkip: 2,
  },
};

/** A second of work unless told, on a clock that only the test moves. */
async function start(options: Partial<LegacyJobOptions> = {}): Promise<Served> {
  const [api, content] = [await listen(), await listen()];
  const served = { clock: Date.UTC(2026, 10, 1) };
  const now = (): number => served.clock;
  const blobs = createBlobStore({ apiUrl: api.origin, contentUrl: content.origin, now });
  const fleet = createResourceFleet();
  serveRoutes(api, createJobRoutes({ blobs, index: INDEX, fleet, now, ...options }));
  serveHost(content, blobs.host);
  return Object.assign(served, { fleet, url: `${api.origin}/v1/consumer` });
}

const submit = (url: string, body: unknown = ORDER): Promise<Jobs> => jsonOf<Jobs>(askJson(`${url}/jobs`, body));

describe('a legacy job', () => {
  it('is claimed, tells of its progress and succeeds with an image', async () => {
    const served = await start();
    const { token, jobs } = await submit(served.url);
    const job = (): Promise<Job> => jsonOf<Job>(ask(`${served.url}/jobs/${jobs[0].jobId}`));
    expect(jobs[0]).toMatchObject({
      cost: 1,
      scheduled: true,
      result: { available: false },
      lastEvent: { type: 'Initialized' },
    });
    expect(Buffer.from(token, 'base64').toString()).toContain(jobs[0].jobId);
    const seen: unknown[] = [];
    for (const afterMs of [200, 400, 400]) {
      served.clock += afterMs;
      const { scheduled, lastEvent } = await job();
      seen.push([scheduled, lastEvent.type, lastEvent.context['progress']]);
    }
    expect(seen).toEqual([
      [true, 'Claimed', undefined],
      [true, 'Updated', 0.6],
      [false, 'Succeeded', undefined],
    ]);
    const { result } = await job();
    expect(result.blobKey).toBe(jobs[0].result.blobKey);
    const image = Buffer.from(await (await fetch(result.blobUrl ?? '')).arrayBuffer());
    expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([512, 512]);
    served.clock += 15 * 60_000;
    expect((await fetch(result.blobUrl ?? '')).status).toBe(403);
    expect((await fetch((await job()).result.blobUrl ?? '')).status).toBe(200);
  });

  it('is one of several in an order, and has several results for several images', async () => {
    const { url } = await start({ workMs: 0 });
    const { token, jobs } = await submit(url, { jobs: [ORDER, { ...ORDER, quantity: 2, batchSize: 2 }] });
    expect(jobs.map(({ cost, result }) => [cost, Array.isArray(result) ? result.length : 1])).toEqual([
      [1, 1],
      [4, 4],
    ]);
    const again = await jsonOf<Jobs>(ask(`${url}/jobs?token=${encodeURIComponent(token)}`));
    expect(again.jobs.map(({ jobId }) => jobId)).toEqual(jobs.map(({ jobId }) => jobId));
  });

  it('is waited for, with 202 when that was not enough', async () => {
    const late = await start({ maxWaitMs: 0 });
    const now = await start({ workMs: 1, now: Date.now });
    const post = (url: string, wait: string): Promise<Response> => askJson(`${url}/jobs?wait=${wait}`, ORDER);
    expect((await post(late.url, 'true')).status).toBe(200);
    for (const wait of ['true', '10']) {
      const response = await post(now.url, wait);
      expect([response.status, (await jsonOf<Jobs>(response)).jobs[0].lastEvent.type]).toEqual([200, 'Succeeded']);
    }
    const slow = await start({ workMs: 100_000, maxWaitMs: 1, now: Date.now });
    const overdue = await post(slow.url, 'true');
    const { token } = await jsonOf<Jobs>(overdue);
    const again = await ask(`${slow.url}/jobs?wait=true&token=${encodeURIComponent(token)}`);
    expect([overdue.status, again.status]).toEqual([202, 202]);
  });

  it('fails where its prompt says so, and dies after ten minutes or its own time', async () => {
    const { url } = await start({ workMs: 0 });
    const marked = { ...ORDER, params: { ...ORDER.params, prompt: 'a [emulator:fail=no cats] cat' } };
    const [failed] = (await submit(url, marked)).jobs;
    expect(failed).toMatchObject({
      scheduled: false,
      result: { available: false },
      lastEvent: { type: 'Failed', context: { reason: 'no cats' } },
    });
    const served = await start({ workMs: 3_600_000 });
    const { token } = await submit(served.url, { jobs: [ORDER, { ...ORDER, timeout: '00:20:00' }] });
    served.clock += 600_000;
    const { jobs } = await jsonOf<Jobs>(ask(`${served.url}/jobs?token=${encodeURIComponent(token)}`));
    expect(jobs.map(({ lastEvent }) => lastEvent.type)).toEqual(['Expired', 'Updated']);
  });

  it('is found by its properties, and shown with its order on request', async () => {
    const { url } = await start();
    await submit(url, { jobs: [1, 2].map((user) => ({ ...ORDER, properties: { user, tags: ['a'] } })) });
    const find = (properties: unknown): Promise<Response> => askJson(`${url}/jobs/query?detailed=true`, { properties });
    const { jobs } = await jsonOf<Jobs>(find({ user: 2, tags: ['a'] }));
    expect(jobs).toMatchObject([{ properties: { user: 2 }, job: { model: MODEL, $type: 'textToImage' } }]);
    expect((await jsonOf<Jobs>(find({ user: 1, tags: [] }))).jobs).toEqual([]);
    expect([(await find({})).status, (await find(undefined)).status]).toEqual([400, 400]);
  });

  it('is deleted, when it is claimed by force only', async () => {
    const served = await start();
    const { token, jobs } = await submit(served.url, { jobs: [ORDER, ORDER] });
    const one = `${served.url}/jobs/${jobs[0].jobId}`;
    const typeNow = async (): Promise<string> => (await jsonOf<Job>(ask(one))).lastEvent.type;
    served.clock += 200;
    expect((await ask(`${one}?force=false`, { method: 'DELETE' })).status).toBe(200);
    expect(await typeNow()).toBe('Claimed');
    expect((await ask(`${served.url}/jobs?token=${encodeURIComponent(token)}`, { method: 'DELETE' })).status).toBe(200);
    expect([await typeNow(), (await jsonOf<Job>(ask(one))).scheduled]).toEqual(['Deleted', false]);
  });

  it('is tainted alone or with its order', async () => {
    const { url } = await start();
    const { token, jobs } = await submit(url, { jobs: [ORDER, ORDER] });
    const taint = { reason: 'blurry', context: {} };
    expect((await askJson(`${url}/jobs/${jobs[0].jobId}`, taint, 'PUT')).status).toBe(200);
    expect(await jsonOf<unknown>(askJson(`${url}/jobs?token=${encodeURIComponent(token)}`, taint, 'PUT'))).toEqual({
      jobs: 2,
    });
  });

  it('is nobody else’s business', async () => {
    const { url } = await start();
    const { token, jobs } = await submit(url);
    const paths = [`jobs/${jobs[0].jobId}`, `jobs?token=${encodeURIComponent(token)}`, 'jobs?token=zz', 'jobs'];
    const statuses = paths.map(async (path) => (await ask(`${url}/${path}`, {}, OTHER_TOKEN)).status);
    expect(await Promise.all(statuses)).toEqual([404, 404, 404, 400]);
  });

  it('is priced without being made', async () => {
    const { url } = await start();
    const { token, jobs } = await jsonOf<Jobs>(askJson(`${url}/jobs?whatif=true`, { ...ORDER, quantity: 3 }));
    expect([jobs[0].cost, (await ask(`${url}/jobs?token=${encodeURIComponent(token)}`)).status]).toEqual([3, 404]);
  });

  it.each([
    [{ ...ORDER, $type: undefined }, 'jobs[0].$type'],
    [{ ...ORDER, model: 'sdxl' }, 'jobs[0].model'],
    [{ ...ORDER, params: undefined }, 'jobs[0].params'],
    [{ ...ORDER, params: { ...ORDER.params, scheduler: 'euler_a' } }, 'jobs[0].params.scheduler'],
    [{ ...ORDER, params: { ...ORDER.params, width: 0 } }, 'jobs[0].params.width'],
    [
      { jobs: [ORDER, { ...ORDER, additionalNetworks: { [MODEL]: { type: 'nope' } } }] },
      `jobs[1].additionalNetworks['${MODEL}'].type`,
    ],
    [{ jobs: [] }, 'jobs'],
    [[], '$'],
  ])('is refused as %j', async (body, path) => {
    const response = await askJson(`${(await start()).url}/jobs`, body);
    const { errors } = await jsonOf<{ errors: Record<string, unknown> }>(response);
    expect([response.status, Object.keys(errors)]).toEqual([400, [path]]);
  });

  it('takes the names of the old clients in any case, and types it does not know', async () => {
    const { url } = await start();
    const networks = {
      [MODEL]: { type: 'Lora', strength: 0.8 },
      'urn:air:sd1:embedding:civitai:1@2': { type: 'TextualInversion' },
    };
    const params = { ...ORDER.params, scheduler: 'dpm2mkarras' };
    expect((await askJson(`${url}/jobs`, { ...ORDER, params, additionalNetworks: networks })).status).toBe(200);
    expect((await askJson(`${url}/jobs`, { $type: 'copyAsset', from: 'a', to: 'b' })).status).toBe(200);
  });
});

describe('legacy usage', () => {
  it('tells which resources are covered', async () => {
    const { url, fleet } = await start();
    const airs = INDEX.all.slice(0, 3).map(({ air }) => air) as [string, string, string];
    fleet.set(airs[0], { status: 'available', workers: 3 });
    fleet.set(airs[1], { status: 'loading', progress: 0, workers: 1 });
    fleet.set(airs[2], { status: 'unsupported' });
    const query = [...airs, 'nonsense'].map((air) => `model=${encodeURIComponent(air)}`).join('&');
    expect(await jsonOf<unknown>(ask(`${url}/coverage?${query}`))).toEqual({
      [airs[0]]: { availability: 'Available', workers: 3 },
      [airs[1]]: { availability: 'Unavailable', workers: 0 },
      [airs[2]]: { availability: 'Unsupported', workers: 0 },
      nonsense: { availability: 'Unknown', workers: 0 },
    });
    expect((await ask(`${url}/coverage`)).status).toBe(400);
  });

  it('adds up what was made in a time', async () => {
    const served = await start();
    await submit(served.url, { ...ORDER, quantity: 2 });
    const made = served.clock;
    served.clock += 2000;
    await submit(served.url);
    const consumption = (query = ''): Promise<Response> => ask(`${served.url}/consumption${query}`);
    expect(await jsonOf<unknown>(consumption())).toEqual({
      images: 2,
      totalCost: 2,
      startDate: new Date(served.clock - 30 * 24 * 3_600_000).toISOString(),
      endDate: new Date(served.clock).toISOString(),
    });
    const later = `?startDate=${new Date(made + 1).toISOString()}&endDate=${new Date(served.clock).toISOString()}`;
    expect(await jsonOf<unknown>(consumption(later))).toMatchObject({ images: 0, totalCost: 0 });
    expect((await consumption('?startDate=yesterday')).status).toBe(400);
  });
});
