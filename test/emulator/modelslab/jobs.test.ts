import { describe, expect, it } from 'vitest';
import { call, type Envelope, post, startForTest, TEXT_TO_IMAGE, waitFor } from './modelslab-calls.js';

const TEXT2IMG = '/v6/images/text2img';
const PICTURE = 'https://files.example.com/a.png';

describe('a job of ModelsLab', () => {
  it('is at work first, tells where to ask, and gives real files once it is done', async () => {
    const emulator = await startForTest();
    emulator.modelslab.hold();
    const { status, json } = await post(emulator, TEXT2IMG, { ...TEXT_TO_IMAGE, width: 64, height: 32, samples: 2 });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      status: 'processing',
      id: 147_205_911,
      eta: 0.1,
      output: [],
      fetch_result: `${emulator.modelslabUrl}/v6/images/fetch/147205911`,
      meta: { W: 64, H: 32, n_samples: 2, prompt: TEXT_TO_IMAGE.prompt },
    });
    expect(json.future_links).toHaveLength(2);
    for (const link of json.future_links) expect((await fetch(link)).status).toBe(404);

    emulator.modelslab.release();
    const done = await waitFor(emulator, json.fetch_result);
    expect(done).toMatchObject({ status: 'success', id: json.id, output: json.future_links });
    const file = await fetch(done.output[0] ?? '');
    expect(file.headers.get('content-type')).toBe('image/png');
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  it('is asked for by path and by body, and is unknown elsewhere', async () => {
    const emulator = await startForTest({ workMs: 0 });
    const { json } = await post(emulator, TEXT2IMG, TEXT_TO_IMAGE);
    expect((await post(emulator, `/v6/images/fetch/${json.id}`)).json.status).toBe('success');
    expect((await post(emulator, '/v6/images/fetch', { request_id: String(json.id) })).json.status).toBe('success');
    expect((await post(emulator, `/v6/video/fetch/${json.id}`)).status).toBe(404);
    expect((await post(emulator, '/v6/images/fetch/1')).json.status).toBe('error');
  });

  it('ends in the answer to the submit where that is wanted', async () => {
    const emulator = await startForTest();
    emulator.modelslab.planJob({ workMs: 0, path: '/v6/images' });
    const quick = await post(emulator, TEXT2IMG, TEXT_TO_IMAGE);
    expect(quick.json).toMatchObject({ status: 'success', nsfw_content_detected: false });
    const instant = await post(emulator, '/v6/realtime/text2img', { prompt: 'a boat', instant_response: true });
    expect(instant.json.status).toBe('success');
    expect((await post(emulator, '/v6/realtime/text2img', { prompt: 'a boat' })).json.status).toBe('processing');
  });

  it('of image editing has an empty text for an output, and its polls say nothing more', async () => {
    const emulator = await startForTest();
    emulator.modelslab.hold();
    const { json } = await post(emulator, '/v6/image_editing/outpaint', { image: PICTURE });
    expect(json).toMatchObject({ status: 'processing', output: '' });
    const poll = await post(emulator, `/v6/image_editing/fetch/${json.id}`);
    expect(poll.json).toMatchObject({ status: 'processing', output: '' });
    expect(Object.keys(poll.json).toSorted()).toEqual(['message', 'output', 'status', 'tip']);
  });

  it('of controlnet misspells, and is told of without a key by GET', async () => {
    const emulator = await startForTest();
    emulator.modelslab.hold();
    const { json } = await post(emulator, '/v5/controlnet', { prompt: 'a bridge', init_image: PICTURE });
    expect(json).toMatchObject({ messege: json.message, tip_1: expect.any(String) });
    emulator.modelslab.release();
    const url = `/v5/images/fetch/${json.id}`;
    await waitFor(emulator, json.fetch_result);
    expect((await call<Envelope>(emulator, 'GET', url)).json.status).toBe('success');
    expect((await post(emulator, `/v6/images/fetch/${json.id}`)).json.status).toBe('success');
    expect((await call(emulator, 'POST', url, {}, {})).status).toBe(401);
  });

  it('writes proxy links of flux as an object, and of the others as a list', async () => {
    const emulator = await startForTest({ workMs: 0 });
    const flux = await post(emulator, TEXT2IMG, TEXT_TO_IMAGE);
    expect(flux.json.proxy_links).toEqual({ 0: expect.stringContaining('/proxy/generations/') });
    const other = await post(emulator, TEXT2IMG, { ...TEXT_TO_IMAGE, model_id: 'midjourney' });
    expect(other.json.proxy_links).toEqual([expect.stringContaining('/proxy/generations/')]);
    expect((await fetch(other.json.proxy_links[0] ?? '')).status).toBe(200);
  });

  it('with base64 gives the address of a text', async () => {
    const emulator = await startForTest({ workMs: 0 });
    const { json } = await post(emulator, TEXT2IMG, { ...TEXT_TO_IMAGE, base64: true });
    expect(json.output[0]).toMatch(/\.png\.base64$/);
    const file = await fetch(json.output[0] ?? '');
    expect(file.headers.get('content-type')).toBe('text/plain');
    expect(
      Buffer.from(await file.text(), 'base64')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  it('has transcripts in every form', async () => {
    const emulator = await startForTest({ workMs: 0 });
    const ask = async (transcript: 'url' | 'text' | 'object' | 'field' | 'nested'): Promise<Envelope> => {
      emulator.modelslab.planJob({ transcript });
      const parameters = { init_audio: 'https://files.example.com/a.mp3', language: 'en' };
      return (await post(emulator, '/v6/voice/speech_to_text', parameters)).json;
    };
    expect(await (await fetch((await ask('url')).output[0] ?? '')).json()).toEqual({ text: 'testing one two' });
    expect(await ask('text')).toMatchObject({ output: 'testing one two' });
    expect(await ask('object')).toMatchObject({ output: { text: 'testing one two' } });
    expect(await ask('field')).toMatchObject({ text: 'testing one two' });
    expect(await ask('nested')).toMatchObject({ output: [{ text: 'testing one two' }] });
  });
});

describe('a planned job', () => {
  it('ends as it is told', async () => {
    const emulator = await startForTest({ workMs: 0 });
    emulator.modelslab.planJob({ end: 'failed', message: 'Invalid prompt' });
    emulator.modelslab.planJob({ end: 'error', message: '' });
    emulator.modelslab.planJob({ end: 'never' });
    const ends = [];
    for (let count = 0; count < 3; count += 1) ends.push((await post(emulator, TEXT2IMG, TEXT_TO_IMAGE)).json);
    expect(ends[0]).toMatchObject({ status: 'failed', message: 'Invalid prompt', output: '' });
    expect(ends[1]).toEqual({ status: 'error' });
    expect(ends[2]?.status).toBe('processing');
    expect(emulator.modelslab.jobs().map(({ status }) => status)).toEqual(['failed', 'error', 'processing']);
  });

  it('ends with a poll, and may be empty at first', async () => {
    const emulator = await startForTest();
    emulator.modelslab.planJob({ polls: 2, emptyOutputs: 1 });
    const { json } = await post(emulator, TEXT2IMG, TEXT_TO_IMAGE);
    const poll = async (): Promise<Envelope> => (await post(emulator, `/v6/images/fetch/${json.id}`)).json;
    expect((await poll()).status).toBe('processing');
    expect(await poll()).toMatchObject({ status: 'success', output: [] });
    expect((await poll()).output).toHaveLength(1);
    expect(emulator.modelslab.jobs()[0]?.polls).toBe(3);
  });

  it('says what it is told about ids, waiting and addresses', async () => {
    const emulator = await startForTest();
    emulator.modelslab.planJob({ id: 'text', etaSeconds: 416.94, fetchResult: 'https://elsewhere.example/fetch/1' });
    emulator.modelslab.planJob({ id: 'none', etaSeconds: null, fetchResult: null });
    const { json } = await post(emulator, TEXT2IMG, TEXT_TO_IMAGE);
    expect(json).toMatchObject({ id: expect.stringMatching(/^job-/), eta: 416.94 });
    expect(json.fetch_result).toBe('https://elsewhere.example/fetch/1');
    const { json: bare } = await post(emulator, TEXT2IMG, TEXT_TO_IMAGE);
    expect(bare).not.toHaveProperty('id');
    expect(bare).not.toHaveProperty('eta');
    expect(bare).not.toHaveProperty('fetch_result');
  });

  it('fails by a marker, and by hand', async () => {
    const emulator = await startForTest();
    const marked = await post(emulator, TEXT2IMG, { ...TEXT_TO_IMAGE, prompt: 'a [emulator:fail=No faces found]' });
    expect(await waitFor(emulator, marked.json.fetch_result)).toMatchObject({
      status: 'failed',
      message: 'No faces found',
    });
    emulator.modelslab.hold();
    const { json } = await post(emulator, TEXT2IMG, TEXT_TO_IMAGE);
    expect(emulator.modelslab.fail(json.id, 'Out of memory')).toBe(true);
    expect(emulator.modelslab.fail(json.id)).toBe(false);
    expect(await waitFor(emulator, json.fetch_result)).toMatchObject({ status: 'failed', message: 'Out of memory' });
  });
});
