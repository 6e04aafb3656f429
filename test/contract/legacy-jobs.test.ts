import { createOrchestrationClient, type OrchestrationClient } from '@civitkit/sdk/client';
import {
  createLegacyJobsClient,
  type LegacyJob,
  type LegacyJobsClient,
  type LegacyTextToImageJob,
  legacyJobResults,
  legacyJobState,
} from '@civitkit/sdk/jobs';
import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let emulator: RunningEmulator;
let generation: OrchestrationClient;
let jobs: LegacyJobsClient;

beforeAll(async () => {
  emulator = await startEmulator({ modelCount: 5, imageCount: 0 });
  generation = createOrchestrationClient({ baseUrl: emulator.orchestrationUrl, apiToken: emulator.apiToken });
  jobs = createLegacyJobsClient(generation);
});
afterAll(async () => {
  generation.close();
  await emulator.close();
});

const params = {
  prompt: 'a cat',
  scheduler: 'EulerA',
  steps: 20,
  cfgScale: 7,
  width: 64,
  height: 64,
  seed: -1,
} as const;
const drawing = (changes: Partial<LegacyTextToImageJob> = {}): LegacyJob => ({
  $type: 'textToImage',
  model: 'urn:air:sd1:checkpoint:civitai:4384@128713',
  params,
  additionalNetworks: { 'urn:air:sd1:lora:civitai:1@2': { type: 'Lora', strength: 1 } },
  ...changes,
});

describe('legacy jobs', () => {
  it('are submitted, waited for and fetched', async () => {
    const { token, jobs: begun } = await jobs.submitBatch([drawing(), drawing({ quantity: 2 })]);
    expect(begun.map(legacyJobState)).toEqual(['running', 'running']);
    const ended = await jobs.wait(token ?? '', { timeoutMs: 20_000 });
    expect(ended.jobs.map(legacyJobState)).toEqual(['succeeded', 'succeeded']);
    expect(ended.jobs.map((job) => legacyJobResults(job).length)).toEqual([1, 2]);
    const url = legacyJobResults(ended.jobs[0] ?? {})[0]?.blobUrl ?? '';
    expect((await fetch(url)).status).toBe(200);
    const { images } = await jobs.consumption();
    expect(images).toBeGreaterThanOrEqual(3);
  });

  it('are held at the submit when asked, and detailed', async () => {
    const { jobs: ended } = await jobs.submit(drawing(), { wait: true, detailed: true });
    expect(ended.map(legacyJobState)).toEqual(['succeeded']);
    expect(ended[0]?.job).toMatchObject({ $type: 'textToImage', params });
  });

  it('are found by properties and by id, cancelled and tainted', async () => {
    const { token } = await jobs.submit(drawing({ properties: { order: 'o-1' } }));
    const { jobs: found, cursor } = await jobs.query({ order: 'o-1' });
    expect([found.length, cursor]).toEqual([1, null]);
    const jobId = found[0]?.jobId ?? '';
    await expect(jobs.get(jobId, { detailed: true })).resolves.toMatchObject({ jobId, properties: { order: 'o-1' } });
    await expect(jobs.taint(jobId, { reason: 'ugly' })).resolves.toBeUndefined();
    await expect(jobs.taintAll({ token: token ?? '' })).resolves.toBe(1);
    await jobs.cancel({ jobId });
    await expect(
      jobs.query({ order: 'o-1' }).then(({ jobs: left }) => left.map(legacyJobState)),
    ).resolves.not.toContain('running');
    await expect(jobs.cancel({ token: 'unknown' })).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('tell what workers have', async () => {
    const known = 'urn:air:sd1:checkpoint:civitai:4384@128713';
    const coverage = await jobs.coverage([known, 'urn:air:sd1:lora:civitai:999999999@1']);
    expect([...coverage.keys()]).toEqual([known, 'urn:air:sd1:lora:civitai:999999999@1']);
    expect(coverage.get('urn:air:sd1:lora:civitai:999999999@1')).toEqual({ availability: 'Unknown', workers: 0 });
  });

  it('are refused with the scheduler names of other clients', async () => {
    const wrong = drawing({ params: { ...params, scheduler: 'dpmpp_2m_karras' } });
    await expect(jobs.submit(wrong)).rejects.toMatchObject({
      name: 'ValidationError',
      issues: [{ path: 'jobs[0].params.scheduler' }],
    });
  });
});
