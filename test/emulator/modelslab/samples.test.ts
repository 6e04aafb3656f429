import { readFileSync } from 'node:fs';
import type { RunningEmulator } from 'civitkit/emulator';
import { expect, it } from 'vitest';
import {
  type Answer,
  call,
  getWithBody,
  type Members,
  post,
  postEnterprise,
  startForTest,
  TEXT_TO_IMAGE,
} from './modelslab-calls.js';

interface Sample {
  readonly sample: string;
  readonly method: string;
  readonly path: string;
  readonly body?: Members;
}

const FIXTURE = new URL('../../../packages/sdk/test/modelslab/fixtures/sample-requests.json', import.meta.url);
const SAMPLES = JSON.parse(readFileSync(FIXTURE, 'utf8')) as readonly Sample[];
/** A job of each family, for the samples that ask for one. */
const JOBS: Readonly<Record<string, readonly [path: string, parameters: object]>> = {
  '/v6/images/fetch': ['/v6/images/text2img', TEXT_TO_IMAGE],
  '/v6/realtime/fetch': ['/v6/realtime/text2img', { prompt: 'a boat' }],
  '/v6/image_editing/fetch': ['/v6/image_editing/outpaint', { image: 'https://files.example.com/a.png' }],
  '/v6/video/fetch': ['/v6/video/text2video', { prompt: 'a kite' }],
  '/v6/voice/fetch': ['/v6/voice/sfx', { prompt: 'rain' }],
  '/v6/faceswap/fetch': ['/v6/faceswap/single_video_swap', { init_image: 'https://a.example/a.png', init_video: 'x' }],
  '/v6/3d/fetch': ['/v6/3d/text_to_3d', { prompt: 'a cup' }],
  '/v6/interior/fetch': ['/v6/interior/make', { init_image: 'https://files.example.com/a.png' }],
  '/v7/images/fetch': ['/v7/images/text-to-image', { model_id: 'a', prompt: 'b' }],
  '/v7/video-fusion/fetch': ['/v7/video-fusion/text-to-video', { model_id: 'a', prompt: 'b' }],
  '/v7/voice/fetch': ['/v7/voice/music-gen', { model_id: 'a', prompt: 'b' }],
};
const WORKFLOW = '0b6f7a3e-9f55-4b1a-9f0e-4a1d7e1c2d33';

/** Gives the path real ids: what it asks for is made first. */
async function withIds(emulator: RunningEmulator, path: string): Promise<string> {
  if (path.includes('{training_id}')) {
    const parameters = { instance_prompt: 'zzk', images: ['https://files.example.com/1.png'] };
    const { json } = await post<Members>(emulator, '/v3/lora_fine_tune', parameters);
    return path.replace('{training_id}', String(json['training_id']));
  }
  if (path.includes('{execution_id}')) {
    const { modelslabKey: key } = emulator;
    const { json } = await call(emulator, 'POST', `/v1/workflows/${WORKFLOW}/run`, { key }, { prompt: 'a harbour' });
    return path.replace('{workflow_id}', WORKFLOW).replace('{execution_id}', String(json['execution_id']));
  }
  if (!path.includes('{id}')) return path.replace('{workflow_id}', WORKFLOW);
  const [submit = '', parameters = {}] = JOBS[path.replace('/{id}', '')] ?? [];
  return path.replace('{id}', String((await post(emulator, submit, parameters)).json.id));
}

async function send(
  emulator: RunningEmulator,
  { body = {}, method, path }: Sample,
): Promise<Pick<Answer, 'status' | 'json'>> {
  const { modelslabKey: key, modelslabAgentToken } = emulator;
  const { request_id, webhook: _, ...parameters } = body;
  const target = await withIds(emulator, path);
  const asked = request_id === undefined ? parameters : { ...parameters, request_id };
  const content = method === 'GET' ? undefined : asked;
  if (path.startsWith('/agents')) {
    return call(emulator, method, target, { authorization: `Bearer ${modelslabAgentToken}` }, content);
  }
  if (path.startsWith('/v1/workflows')) return call(emulator, method, target, { key }, content);
  if (path.startsWith('/v1/enterprise')) return postEnterprise(emulator, path.slice(14), asked);
  if (path.includes('/v1/m')) return call(emulator, method, target, { 'x-api-key': key }, content);
  if (path.includes('completions')) {
    return call(emulator, method, target, { authorization: `Bearer ${key}` }, content);
  }
  if (path.includes('model-search')) return call(emulator, method, `${target}&key=${key}`);
  if (method === 'GET') return getWithBody(emulator, target, { key, ...parameters });
  return post<Members>(emulator, target, asked);
}

it('takes every request of the samples', async () => {
  const emulator = await startForTest({ workMs: 0, balance: 1000 });
  const jobIds: Readonly<Record<string, string>> = {
    'images/fetch-by-body': String((await post(emulator, '/v6/images/text2img', TEXT_TO_IMAGE)).json.id),
    'enterprise/fetch-by-body': String(
      (await postEnterprise(emulator, '/text2img', { model_id: 'a', prompt: 'b' })).json.id,
    ),
    'general/delete-image': '2398',
  };
  const refused: unknown[] = [];
  for (const sample of SAMPLES) {
    const request_id = jobIds[sample.sample];
    const body = request_id === undefined ? sample.body : { ...sample.body, request_id };
    const { json, status: httpStatus } = await send(emulator, { ...sample, ...(body === undefined ? {} : { body }) });
    const isFine = !('error' in json) || json['error'] === null;
    const { status = 'none' } = json;
    if (httpStatus >= 300 || !isFine || !['success', 'ok', 'none'].includes(String(status))) {
      refused.push([sample.sample, json]);
    }
  }
  expect(SAMPLES.length).toBe(140);
  expect(refused).toEqual([]);
});
