import { describe, expect, it } from 'vitest';
import { call, getWithBody, type Members, post, startForTest, TEXT_TO_IMAGE } from './modelslab-calls.js';

const PNG = 'data:image/png;base64,iVBORw0KGgo=';

describe('the account of ModelsLab', () => {
  it('is told of by GET with a body, and by POST', async () => {
    const emulator = await startForTest();
    const { modelslabKey: key } = emulator;
    const products = await getWithBody(emulator, '/subscribed_products', { key });
    expect(products).toMatchObject({ status: 200, json: { data: { imagen: { api_call_remaining: 8421 } } } });
    expect((await getWithBody(emulator, '/subscribed_products', {})).status).toBe(401);
    expect((await post<Members>(emulator, '/subscribed_products')).json).toEqual(products.json);
    const cleared = { status: 'success', message: 'Cache cleared' };
    expect((await getWithBody(emulator, '/v5/clear_cache', { key })).json).toEqual(cleared);
    expect((await post<Members>(emulator, '/v5/clear_cache')).json).toEqual(cleared);
  });

  it('lists what was made, page by page', async () => {
    const emulator = await startForTest({ workMs: 0 });
    const ids = [];
    for (let count = 0; count < 3; count += 1) {
      ids.push((await post(emulator, '/v6/images/text2img', TEXT_TO_IMAGE)).json.id);
    }
    await post(emulator, '/v6/video/text2video', { prompt: 'a kite' });
    const list = async (page: number): Promise<Members> =>
      (await post<Members>(emulator, '/assets_generated', { type: 'image', per_page: 2, page })).json;
    expect(await list(1)).toMatchObject({
      data: [{ id: ids[2] }, { id: ids[1] }],
      pagination: { current_page: 1, per_page: 2, total: 3, last_page: 2, from: 1, to: 2 },
    });
    expect(await list(2)).toMatchObject({ data: [{ id: ids[0] }], pagination: { from: 3, to: 3 } });
    expect((await post<Members>(emulator, '/assets_generated', { type: 'text' })).status).toBe(400);
  });

  it('answers without a status, and with misspelt messages', async () => {
    const emulator = await startForTest();
    const check = await post<Members>(emulator, '/v3/nsfw_image_check', { init_image: 'https://a.example/x.jpg' });
    expect(check.json).toEqual({ images: 'https://a.example/x.jpg', has_nsfw_concept: [false] });
    const deleted = await post<Members>(emulator, '/v3/delete_image', { request_id: 1 });
    expect(deleted.json).toEqual({ status: 'success', messege: 'image deleted' });
    const prompt = await post<Members>(emulator, '/check_nsfw_cp', { prompt: 'a nude harbour' });
    expect(prompt.json).toMatchObject({ is_nsfw: true, filtered_prompt: 'a  harbour' });
  });

  it('buys: a plan comes with a key that is valid', async () => {
    const emulator = await startForTest();
    const { json } = await post<Members>(emulator, '/v3/buy_subscription', { plan_name: 'basic_monthly' });
    expect(json).toMatchObject({ status: 'success', data: { plan: 'basic' } });
    const { key } = json['data'] as { key: string };
    expect((await post(emulator, '/wallet_balance', { key })).json).toMatchObject({ data: { balance: 16.6 } });
    const models = await post<Members>(emulator, '/v3/dreambooth/buy_model', { quantity: '1' });
    expect(models.json).toMatchObject({ messege: 'Payment was charged successfully', purchased_models: 3 });
    expect(emulator.modelslab.balance).toBe(15.6);
  });

  it('counts its jobs no more than thirty times a minute', async () => {
    const emulator = await startForTest();
    const statuses = [];
    for (let count = 0; count < 31; count += 1) {
      statuses.push((await post(emulator, '/v6/processing/request_count')).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('uploads', () => {
  it.each([
    ['/v6/base64_to_url', 'base64_string', PNG, '.png'],
    ['/v6/image_editing/base64_to_url', 'init_image', PNG, '.png'],
    ['/v6/voice/base64_to_url', 'init_audio', 'data:audio/wav;base64,UklGRg==', '.wav'],
    ['/v6/video/base64_to_url', 'init_obj', 'data:video/mp4;base64,AAAA', '.mp4'],
    ['/v6/3d/base64_to_url', 'init_obj', 'data:model/obj;base64,dmVydGV4', '.obj'],
  ])('%s takes %s', async (path, field, data, ending) => {
    const emulator = await startForTest();
    const { json } = await post(emulator, path, { [field]: data });
    expect(json.output[0]?.endsWith(ending)).toBe(true);
    const stored = Buffer.from(await (await fetch(json.output[0] ?? '')).arrayBuffer());
    expect(stored.toString('base64')).toBe(data.split(',')[1]);
    expect((await post(emulator, path, { image: data })).status).toBe(400);
  });

  it('refuse what is too large, and what their documents refuse', async () => {
    const emulator = await startForTest();
    const large = `data:image/png;base64,${Buffer.alloc(5 * 1024 * 1024 + 1).toString('base64')}`;
    expect((await post(emulator, '/v6/base64_to_url', { base64_string: large })).status).toBe(400);
    const model = 'data:model/gltf-binary;base64,AAAA';
    expect((await post(emulator, '/v6/3d/base64_to_url', { init_obj: model })).status).toBe(400);
    const crop = await post<Members>(emulator, '/v3/base64_crop', { image: PNG, crop: 'true' });
    expect(crop.json).toMatchObject({ messege: 'image uploaded', request_id: 2398 });
  });
});

describe('models and voices', () => {
  it('lists models without an envelope, and finds them with the key in the query', async () => {
    const emulator = await startForTest();
    const list = await post<readonly Members[]>(emulator, '/v4/dreambooth/model_list');
    expect(list.json[0]).toMatchObject({ model_id: 'flux', status: 'model_ready' });
    const search = `/v6/model-search?key=${emulator.modelslabKey}&search=flux&per_page=2`;
    expect((await call(emulator, 'GET', search)).json).toMatchObject({
      data: { items: [{ model_id: 'flux' }, { model_id: 'flux-kontext-dev' }], pagination: { total: 3 } },
    });
    const one = await call(emulator, 'GET', `/v6/model-search/sora-2?key=${emulator.modelslabKey}`);
    expect(one.json).toMatchObject({ data: { model_id: 'sora-2' } });
    const tags = await call(emulator, 'GET', `/v6/model-search/tags?key=${emulator.modelslabKey}`);
    expect(tags.json['data']).toContain('text-to-video');
  });

  it('keeps voices', async () => {
    const emulator = await startForTest();
    const voice = { name: 'Jacob', init_audio: 'https://a.example/j.wav', language: 'english' };
    const { json } = await post<Members>(emulator, '/v6/voice/voice_upload', voice);
    const { json: listed } = await post<{ voices: readonly Members[] }>(emulator, '/v6/voice/voice_list');
    expect(listed.voices.at(-1)).toEqual({ voice_id: json['voice_id'], name: 'Jacob', language: 'english' });
  });

  it('trains, can be told to stop, and says so under messege alone', async () => {
    const emulator = await startForTest();
    emulator.modelslab.hold();
    const parameters = { instance_prompt: 'zzk', images: ['https://a.example/1.png'] };
    const { json } = await post<Members>(emulator, '/v3/lora_fine_tune', parameters);
    expect(json).toMatchObject({ status: 'success', messege: 'deploying_gpu', training_id: expect.any(String) });
    const id = String(json['training_id']);
    const cancel = await post<Members>(emulator, `/v3/cancel_training/${id}`);
    expect(cancel.json).toMatchObject({ messege: 'training cancelled' });
    const status = await post<Members>(emulator, `/v3/fine_tune_status/${id}`);
    expect(status.json['messege']).toBe('training_cancelled');
    expect((await post<Members>(emulator, '/v3/finetune_list')).json['data']).toEqual([id]);
    await post(emulator, `/v3/finetune/delete/${id}`);
    const gone = await post<Members>(emulator, `/v3/fine_tune_status/${id}`);
    expect(gone).toMatchObject({ status: 404, json: { status: 'error', messege: 'Training not found' } });
  });

  it('fails a training by a marker', async () => {
    const emulator = await startForTest({ stepMs: 1 });
    const parameters = { instance_prompt: 'a [emulator:fail=Too few images]', images: ['https://a.example/1.png'] };
    const { json } = await post<Members>(emulator, '/v3/lora_fine_tune', parameters);
    for (;;) {
      const status = await post<Members>(emulator, `/v3/fine_tune_status/${String(json['training_id'])}`);
      if (status.json['messege'] !== 'training_failed') continue;
      expect(status.json['data']).toBe('Too few images');
      return;
    }
  });
});
