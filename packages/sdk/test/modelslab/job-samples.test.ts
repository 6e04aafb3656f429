import { readFileSync } from 'node:fs';
import type { ModelsLabClient, ModelsLabJob, ModelsLabOperations } from '@civitkit/sdk/modelslab/client';
import { describe, expect, it } from 'vitest';
import { json } from '../../../../test/support/loopback-server.js';
import { canary, enterpriseCanary, sent, useModelsLab } from './job-support.js';
import { sampleRequests } from './sample-requests.js';

type Answer = Readonly<Record<string, unknown>>;

/** Every answer about a job that the documents show, their values our own: `processing`, `success` and its variants. */
const samples = Object.entries(
  JSON.parse(readFileSync(new URL('./fixtures/job-answers.json', import.meta.url), 'utf8')) as Record<
    string,
    Readonly<Record<string, Answer>>
  >,
);
const ends = samples.flatMap(([sample, answers]) =>
  Object.keys(answers)
    .filter((name) => name.startsWith('success'))
    .map((name) => [`${sample} ${name}`, sample, answers['processing'], answers[name] ?? {}] as const),
);
/** What fetch samples are found by. */
const families: Readonly<Record<string, string>> = {
  '3d/fetch': 'threeD',
  'enterprise/fetch-by-body': 'enterprise.images',
  'faceswap/fetch': 'faceSwap',
  'image_editing/fetch': 'imageEditing',
  'images/fetch-by-body': 'images',
  'images/fetch-by-path': 'images',
  'v7/images-fetch': 'v7.images',
  'v7/video-fetch': 'v7.videoFusion',
  'v7/voice-fetch': 'v7.voice',
};

const served = useModelsLab();

/** The texts in an answer, wherever the family has them. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Submits what the sample submits, or follows what it fetches. */
function jobOf(client: ModelsLabClient, sample: string, end: Answer): ModelsLabJob {
  const request = sampleRequests.find((one) => one.sample === sample);
  if (request?.operation !== undefined) {
    return client.generate(request.operation as keyof ModelsLabOperations, request.body as never);
  }
  const { id } = end;
  const family = families[sample] ?? sample.slice(0, sample.indexOf('/'));
  return client.resume(`${family}:${typeof id === 'number' || typeof id === 'string' ? id : 12_345}`);
}

describe('every sample of an answer about a job', () => {
  it.each(ends)('%s', async (_name, sample, processing, end) => {
    const client = await served.serve(
      [processing, end].filter((answer) => answer !== undefined).map((one) => json(one)),
    );
    const job = jobOf(client, sample, end);
    const { etaSeconds } = await job.submitted();
    expect(etaSeconds).toBe(processing?.['eta']);
    expect(job.state.futureLinks).toEqual(processing?.['future_links'] ?? []);
    const { outputs, ...result } = await job;
    const made = [end['output'], end['text'], end['links'], end['extra_assets']];
    const shown = outputs.flatMap((output) => {
      if (output.kind === 'url') return [output.url];
      return output.kind === 'text' ? textsIn(output.value ?? output.text) : [output.base64];
    });
    expect(new Set(shown)).toEqual(new Set(made.flatMap(textsIn)));
    expect(shown.every((text) => text !== '')).toBe(true);
    expect(result).toMatchObject({
      proxyLinks: Object.values(end['proxy_links'] ?? []),
      generationTimeSeconds: end['generationTime'],
      nsfwContentDetected: end['nsfw_content_detected'],
      raw: end,
    });
    const key = sample.startsWith('enterprise/') ? enterpriseCanary : canary;
    expect(served.server.exchanges.map((_, ordinal) => sent(served.server, ordinal)['key'])).toEqual(
      served.server.exchanges.map(() => key),
    );
  });
});
