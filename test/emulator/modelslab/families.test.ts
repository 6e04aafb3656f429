import type { RunningEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { type Envelope, post, postEnterprise, startForTest, waitFor } from './modelslab-calls.js';

const URL_A = 'https://files.example.com/a.png';
/** Enough for every operation. */
const EVERYTHING = {
  model_id: 'some-model',
  prompt: 'a harbour',
  init_image: URL_A,
  mask_image: URL_A,
  init_audio: 'https://files.example.com/a.mp3',
  init_video: 'https://files.example.com/a.mp4',
};

/** How files of a kind begin. */
const BEGINNINGS: Readonly<Record<string, RegExp>> = {
  'image/png': /^\x89PNG/,
  'image/jpeg': /^\xff\xd8\xff/,
  'video/mp4': /^....ftyp/s,
  'audio/wav': /^RIFF/,
  'audio/mpeg': /^\xff\xfb/,
  'model/gltf-binary': /^glTF/,
  'application/json': /^\{/,
};

async function expectFile(url: string, mediaType: string): Promise<void> {
  const response = await fetch(url);
  expect(response.headers.get('content-type')).toBe(mediaType);
  expect(Buffer.from(await response.arrayBuffer()).toString('latin1')).toMatch(BEGINNINGS[mediaType] ?? /^$/);
}

async function runJob(emulator: RunningEmulator, path: string, parameters: object = {}): Promise<Envelope> {
  const { json } = await post(emulator, path, { ...EVERYTHING, ...parameters });
  expect([path, json.status]).toEqual([path, 'processing']);
  expect(json.fetch_result.startsWith(`${emulator.modelslabUrl}/`)).toBe(true);
  const done = await waitFor(emulator, json.fetch_result);
  expect([path, done.status]).toEqual([path, 'success']);
  return done;
}

describe('the families of jobs', () => {
  it.each([
    ['images', '/v6/images/inpaint', 'image/png', 'number'],
    ['realtime', '/v6/realtime/img2img', 'image/png', 'number'],
    ['controlnet', '/v5/controlnet', 'image/png', 'number'],
    ['image editing', '/v6/image_editing/qwen_edit', 'image/jpeg', 'number'],
    ['interior', '/v6/interior/make', 'image/jpeg', 'number'],
    ['face swap', '/v6/faceswap/single_video_swap', 'video/mp4', 'number'],
    ['video', '/v6/video/text2video', 'video/mp4', 'number'],
    ['voice', '/v6/voice/sfx', 'audio/wav', 'number'],
    ['voice covers', '/v6/voice/voice_cover', 'audio/mpeg', 'number'],
    ['transcripts', '/v6/voice/speech_to_text', 'application/json', 'number'],
    ['3D', '/v6/3d/text_to_3d', 'model/gltf-binary', 'number'],
    ['v7 images', '/v7/images/text-to-image', 'image/png', 'string'],
    ['v7 videos', '/v7/video-fusion/text-to-video', 'video/mp4', 'string'],
    ['v7 voices', '/v7/voice/music-gen', 'audio/mpeg', 'string'],
  ])('%s: work, and real files at the end', async (_name, path, mediaType, idType) => {
    const emulator = await startForTest({ workMs: 5 });
    const done = await runJob(emulator, path);
    expect(typeof done.id).toBe(idType);
    await expectFile(done.output[0] ?? '', mediaType);
  });

  it('has text where others have addresses', async () => {
    const emulator = await startForTest({ workMs: 5 });
    expect((await runJob(emulator, '/v6/image_editing/caption')).output[0]).toMatch(/^A brown dog/);
    expect((await runJob(emulator, '/v6/voice/lyrics_generator')).output[0]).toBe('[Verse]\na harbour\n');
  });

  it('makes the format that is wanted', async () => {
    const emulator = await startForTest({ workMs: 5 });
    const gif = await runJob(emulator, '/v6/video/text2video', { output_type: 'gif' });
    expect(gif.output[0]).toMatch(/\.gif$/);
    const obj = await runJob(emulator, '/v6/3d/text_to_3d', { output_format: 'obj' });
    expect(await (await fetch(obj.output[0] ?? '')).text()).toMatch(/^v 0 0 0/);
  });

  it('has the extras of some operations', async () => {
    const emulator = await startForTest({ workMs: 5 });
    expect(await runJob(emulator, '/v6/voice/voice_cover')).toHaveProperty('links');
    expect(await runJob(emulator, '/v6/voice/text_to_speech')).toMatchObject({ audio_time: 1.9 });
  });

  it('refuses what it cannot use, and not what is merely odd', async () => {
    const emulator = await startForTest({ workMs: 0 });
    const ask = async (path: string, parameters: object): Promise<unknown> =>
      (await post(emulator, path, parameters)).json.message;
    expect(await ask('/v6/images/text2img', { model_id: 'flux' })).toBe('prompt is required');
    expect(await ask('/v6/images/text2img', { model_id: 'no-such-model', prompt: 'a' })).toBe(
      'Model not found: no-such-model',
    );
    expect(await ask('/v6/images/text2img', { ...EVERYTHING, width: 2048 })).toBe('width must be between 256 and 1024');
    expect(await ask('/v6/image_editing/outpaint', { image: 'data:image/png;base64,AA==' })).toEqual({
      image: ['The image must be a valid url when base64 is either not present or is false.'],
    });
    const odd = { ...EVERYTHING, num_inference_steps: 31, safety_checker: 'no', surprise: 1, 'track_id ': null };
    expect((await post(emulator, '/v6/images/text2img', odd)).json.status).toBe('success');
    expect((await post(emulator, '/v6/images/text2img', { ...odd, init_image: 'AA==', base64: 'yes' })).status).toBe(
      200,
    );
  });
});

describe('enterprise', () => {
  it('has jobs of its own, told of by path and by body', async () => {
    const emulator = await startForTest({ workMs: 0 });
    const images = await postEnterprise(emulator, '/text2img', EVERYTHING);
    expect(images.json.status).toBe('success');
    expect((await postEnterprise(emulator, '/fetch', { request_id: images.json.id })).json.status).toBe('success');
    const swap = await postEnterprise(emulator, '/faceswap/single_face_swap', EVERYTHING);
    expect((await postEnterprise(emulator, '/faceswap/fetch', { id: swap.json.id })).json.id).toBe(swap.json.id);
    const scaled = await postEnterprise(emulator, '/super_resolution/make', EVERYTHING);
    expect((await postEnterprise(emulator, `/super-resolution/fetch/${scaled.json.id}`)).json.status).toBe('success');
    expect(emulator.modelslab.charges).toEqual([]);
  });

  it('tells of its servers, and takes orders for them', async () => {
    const emulator = await startForTest();
    const details = await postEnterprise(emulator, '/flux/system_details');
    expect(details.json).toMatchObject({ status: 'ok', queue_time: 0 });
    expect((await postEnterprise(emulator, '/system_details')).json.status).toBe('ok');
    const { json } = await postEnterprise(emulator, '/face_gen/restart_server');
    expect(json).toEqual({ status: 'success', server_status: 'restarting' });
    expect((await postEnterprise(emulator, '/voice-cloning/clear_queue')).json.status).toBe('success');
    expect((await postEnterprise(emulator, '/no_such_product/clear_queue')).status).toBe(404);
    const { status } = await postEnterprise(emulator, '/update_s3', { aws_access_key_id: 'a' });
    expect(status).toBe(400);
  });

  it('chats at once', async () => {
    const emulator = await startForTest();
    const { json } = await postEnterprise(emulator, '/deepseek_chat/start', { prompt: 'hello' });
    expect(json).toMatchObject({ status: 'success', message: 'You said: hello' });
  });
});
