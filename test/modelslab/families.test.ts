import type { ModelsLabOperations } from '@civitkit/sdk/modelslab/client';
import { describe, expect, it } from 'vitest';
import { jobFamilies } from '../../packages/sdk/src/modelslab/generated/operations.js';
import { sampleOperations } from '../../packages/sdk/test/modelslab/sample-requests.js';
import { endWithPoll, startModelsLab } from './support.js';

/** Samples of jobs: not of fetching, nor of what answers at once. */
const samples = sampleOperations.filter(({ operation }) => {
  const dot = operation.lastIndexOf('.');
  return jobFamilies[operation.slice(0, dot)]?.jobs[operation.slice(dot + 1)] !== undefined;
});

const leastParameters = {
  prompt: 'a lighthouse',
  model_id: 'flux',
  init_image: 'https://files.example.com/a.png',
  init_audio: 'https://files.example.com/a.mp3',
};

/** A sample of each family; where the documents have none, next to nothing: the server decides what it needs. */
const families = Object.entries(jobFamilies).map(([family, { jobs }]) => {
  const [method = ''] = Object.keys(jobs);
  const sample = samples.find(({ operation }) => operation.slice(0, operation.lastIndexOf('.')) === family);
  return [family, sample?.operation ?? `${family}.${method}`, sample?.body ?? leastParameters] as const;
});

describe('a job of each family is submitted, polled to its end and downloaded, without the key going astray', () => {
  it.each(families)('%s', async (family, operation, parameters) => {
    const { client, emulator } = await startModelsLab();
    endWithPoll(emulator, 2);
    const job = client.generate(operation as keyof ModelsLabOperations, parameters as never);
    const { id, reference } = await job.submitted();
    // Where the server itself says that it is, when that is another place than the family's.
    expect(reference).toBe(family === 'controlnet' ? `v5/images/fetch:${id}` : `${family}:${id}`);
    const statuses: string[] = [];
    for await (const { status } of job) statuses.push(status);
    const { outputs } = await job;
    expect(statuses).toEqual(['processing', 'processing', 'success']);
    expect(emulator.modelslab.jobs()).toMatchObject([{ polls: 2, status: 'success' }]);
    expect(emulator.modelslab.charges).toHaveLength(family.startsWith('enterprise.') ? 0 : 1);
    const [output] = outputs;
    if (output === undefined) throw new Error('no output');
    expect((await client.outputs.bytes(output)).byteLength).toBeGreaterThan(0);
    expect(emulator.modelslab.assetRequests.filter(({ keySent }) => keySent)).toEqual([]);
    const resumed = await client.resume(reference);
    expect(resumed.outputs).toEqual(outputs);
  });
});

describe('every sample of a job succeeds', () => {
  it.each(samples)('$sample ($operation)', async ({ body, operation }) => {
    const { client, emulator } = await startModelsLab({ workMs: 0 });
    const { outputs } = await client.generate(operation as keyof ModelsLabOperations, body as never);
    expect(outputs.length).toBeGreaterThan(0);
    expect(emulator.modelslab.jobs()).toHaveLength(1);
  });
});
