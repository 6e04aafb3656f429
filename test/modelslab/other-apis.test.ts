import { createModelsLabClient } from '@civitkit/sdk/modelslab/client';
import { describe, expect, it } from 'vitest';
import { startModelsLab } from './support.js';

const chat = { model: 'meta-llama-3-8B-instruct', messages: [{ role: 'user', content: 'Name a lighthouse.' }] };
const messages = { ...chat, max_tokens: 50 };
const posterMaker = '0b6f7a3e-9f55-4b1a-9f0e-4a1d7e1c2d33';
const training = {
  instance_prompt: 'photo of zzk person',
  class_prompt: 'photo of a person',
  images: ['https://files.example.com/1.png', 'https://files.example.com/2.png'],
  training_type: 'null',
  max_train_steps: 18,
} as const;

async function collect<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

describe('language models', () => {
  it('answer whole and in pieces alike, in OpenAI’s form', async () => {
    const { client } = await startModelsLab();
    const { choices } = await client.llm.chat(chat);
    const whole = choices[0]?.message.content;
    expect(whole).toMatch(/\w/);
    const pieces = await collect(client.llm.streamChat(chat));
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.map(({ choices: [choice] }) => choice?.delta.content ?? '').join('')).toBe(whole);
  });

  it('answer whole and as events alike, in Anthropic’s form', async () => {
    const { client } = await startModelsLab();
    const { content } = await client.llm.messages(messages);
    const events = await collect(client.llm.streamMessages(messages));
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['message_start', 'content_block_delta']));
    expect(events.at(-1)?.type).toBe('message_stop');
    expect(events.map(({ delta }) => delta?.text ?? '').join('')).toBe(content.map(({ text }) => text).join(''));
    expect((await client.llm.countTokens(messages)).input_tokens).toBeGreaterThan(0);
    expect((await client.llm.models()).map(({ id }) => id)).not.toEqual([]);
  });

  it('without a filter answer in three forms', async () => {
    const { client } = await startModelsLab();
    const { text } = await client.llm.uncensoredChat({ messages: chat.messages });
    const { choices } = await client.llm.uncensoredCompletion(chat);
    const pieces = await collect(client.llm.streamUncensoredCompletion(chat));
    expect(choices[0]?.message.content).toBe(text);
    expect(pieces.map(({ choices: [choice] }) => choice?.delta.content ?? '').join('')).toBe(text);
  });

  it.each(['status', 'ok'] as const)('refuse by classes (errors at %s)', async (errorsAt) => {
    const { client } = await startModelsLab({ errorsAt }, { apiKey: 'wrong' });
    const calls = [
      client.llm.chat(chat),
      collect(client.llm.streamChat(chat)),
      client.llm.messages(messages),
      collect(client.llm.streamMessages(messages)),
      client.llm.uncensoredChat({ messages: chat.messages }),
    ];
    for (const call of calls) await expect(call).rejects.toMatchObject({ name: 'AuthenticationError' });
  });
});

describe('workflows', () => {
  it('are found, run and followed to their files, in another handle too', async () => {
    const { client, emulator } = await startModelsLab({ stepMs: 1 });
    const [listed] = await client.workflows.list();
    expect(listed?.id).toBe(posterMaker);
    const { parameters } = await client.workflows.get(posterMaker);
    expect(parameters.filter(({ required }) => required).map(({ key }) => key)).toEqual(['prompt']);
    const run = client.workflows.run(posterMaker, { prompt: 'a harbour' });
    const { executionId } = await run.submitted();
    const { outputs, steps } = await run;
    expect(steps.map(({ status }) => status)).toEqual(['completed', 'completed']);
    const [output] = outputs;
    if (output === undefined) throw new Error('no output');
    expect((await client.outputs.bytes(output)).byteLength).toBeGreaterThan(0);
    expect((await client.workflows.resume(posterMaker, executionId)).outputs).toEqual(outputs);
    expect(emulator.modelslab.charges.map(({ operation }) => operation)).toEqual(['workflows.run']);
    expect(emulator.modelslab.assetRequests.some(({ keySent }) => keySent)).toBe(false);
  });

  it('fail below a success, miss parameters, and are cancelled', async () => {
    const { client, emulator } = await startModelsLab({ stepMs: 1 });
    await expect(client.workflows.run(posterMaker, { prompt: 'x [emulator:fail=no luck]' })).rejects.toMatchObject({
      name: 'ModelsLabJobError',
      code: 'job_failed',
      message: expect.stringContaining('no luck'),
    });
    await expect(client.workflows.run(posterMaker, {})).rejects.toMatchObject({
      name: 'ValidationError',
      issues: [{ path: 'prompt', message: 'The prompt field is required.' }],
    });
    await expect(client.workflows.get('nobody-knows')).rejects.toMatchObject({ name: 'NotFoundError' });
    emulator.modelslab.hold();
    const run = client.workflows.run(posterMaker, { prompt: 'a harbour' });
    const outcome = run.asResult();
    await run.cancel();
    expect(await outcome).toMatchObject({ ok: false, error: { code: 'job_canceled' } });
  });
});

describe('a training', () => {
  it('is followed to its model, listed, and deleted', async () => {
    const { client, emulator } = await startModelsLab({ stepMs: 1 });
    const handle = client.training.start(training);
    const { trainingId } = await handle.submitted();
    expect(await handle).toMatchObject({ trainingId, state: 'model_ready' });
    expect(await client.training.resume(trainingId)).toMatchObject({ state: 'model_ready' });
    expect(await client.training.list()).toEqual([trainingId]);
    expect(await client.models.fineTuned()).toEqual([trainingId]);
    await client.training.delete(trainingId);
    await expect(client.training.status(trainingId)).rejects.toMatchObject({ name: 'NotFoundError' });
    expect(emulator.modelslab.charges.map(({ operation }) => operation)).toEqual(['lora_fine_tune']);
  });

  it('is cancelled, and fails', async () => {
    const { client, emulator } = await startModelsLab({ stepMs: 1 });
    await expect(
      client.training.start({ ...training, instance_prompt: 'x [emulator:fail=no faces]' }),
    ).rejects.toMatchObject({ name: 'ModelsLabJobError', message: expect.stringContaining('no faces') });
    emulator.modelslab.hold();
    const handle = client.training.start(training);
    const outcome = handle.asResult();
    await handle.cancel();
    expect(await outcome).toMatchObject({ ok: false, error: { code: 'job_canceled' } });
  });
});

describe('models, voices and uploads', () => {
  it('models are listed, searched, loaded and loaded again', async () => {
    const { client } = await startModelsLab();
    const { models } = client;
    const listed = await models.list();
    const all = await models.search({ per_page: 2 }).toArray();
    expect(all.map(({ model_id }) => model_id)).toEqual(listed.map(({ model_id }) => model_id));
    expect(await models.v7({ feature: 'no-such-feature' }).toArray()).toEqual([]);
    const [first] = all;
    expect(await models.get(String(first?.model_id))).toEqual(first);
    await expect(models.get('no-such-model')).rejects.toMatchObject({ name: 'NotFoundError' });
    expect([await models.filters(), await models.tags(), await models.providers()]).toEqual([
      { features: expect.any(Array) },
      expect.any(Array),
      expect.any(Array),
    ]);
    const loaded = {
      url: 'https://files.example.com/mine.safetensors',
      model_id: 'mine',
      model_format: 'safetensors',
      model_category: 'flux',
      model_visibility: 'private',
      model_name: 'Mine',
      force_load: true,
    } as const;
    expect((await models.load(loaded)).status).toBe('success');
    expect((await models.list()).at(-1)).toMatchObject({ model_id: 'mine', status: 'model_loading' });
    expect((await models.reload('mine')).status).toBe('success');
  });

  it('voices are listed and uploaded', async () => {
    const { client } = await startModelsLab();
    const { voiceId } = await client.voices.upload({
      name: 'Mine',
      init_audio: 'https://files.example.com/a.mp3',
      language: 'english',
    });
    expect((await client.voices.list()).map(({ voice_id }) => voice_id)).toContain(voiceId);
  });

  it.each([
    ['image/png', '.png'],
    ['audio/wav', '.wav'],
    ['video/mp4', '.mp4'],
    ['model/obj', '.obj'],
    ['application/zip', '.zip'],
  ])('%s is uploaded to a public address, as it is', async (type, ending) => {
    const { client, emulator } = await startModelsLab();
    const bytes = Buffer.from('four score and seven');
    const { url } = await client.uploads.base64ToUrl(new Blob([bytes], { type }));
    expect(url).toMatch(new RegExp(`\\${ending}$`));
    expect(Buffer.from(await client.outputs.bytes(url))).toEqual(bytes);
    expect(emulator.modelslab.assetRequests.some(({ keySent }) => keySent)).toBe(false);
  });

  it('what is too large is refused by the server, and told so', async () => {
    const { client } = await startModelsLab();
    const large = new Blob([Buffer.alloc(6_000_000)], { type: 'image/png' });
    await expect(client.uploads.base64ToUrl(large)).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining('6.0 MB'),
    });
  });
});

describe('the account', () => {
  it('tells what there is, and what was made', async () => {
    const { client, emulator } = await startModelsLab({ workMs: 0 });
    const { account } = client;
    for (let count = 0; count < 3; count += 1) await client.images.text2img({ model_id: 'flux', prompt: 'a' });
    expect((await account.walletBalance()).balance).toBeCloseTo(emulator.modelslab.balance);
    expect(await account.requestCount()).toBe(0);
    const assets = await account.assetsGenerated({ type: 'image', per_page: 2 }).toArray();
    expect(assets).toHaveLength(3);
    expect(await account.assetsGenerated({ type: 'video' }).toArray()).toEqual([]);
    expect((await account.subscribedProducts())['imagen']).toMatchObject({ callsRemaining: 8421 });
    expect((await account.clearCache()).message).toBe('Cache cleared');
    expect((await account.deleteImage({ request_id: 1 })).message).toBe('image deleted');
    expect(await account.promptCheck('nude art')).toMatchObject({ isNsfw: true });
    expect(await account.nsfwImageCheck({ init_image: 'https://files.example.com/a.png' })).toMatchObject({
      isNsfw: false,
    });
  });

  it('buys, and a plan comes with a key that works and is not shown', async () => {
    const { client, emulator } = await startModelsLab({ balance: 1000 });
    expect((await client.account.buyModel(2)).purchasedModels).toBe(4);
    const { apiKey } = await client.account.buySubscription('basic_monthly');
    if (apiKey === undefined) throw new Error('no key');
    expect(`${String(apiKey)} ${JSON.stringify(apiKey)}`).not.toContain(apiKey.reveal());
    using bought = createModelsLabClient({ baseUrl: emulator.modelslabUrl, apiKey: apiKey.reveal() });
    expect((await bought.account.walletBalance()).balance).toBeGreaterThan(0);
    expect(emulator.modelslab.charges.map(({ operation }) => operation)).toEqual(['buy_model', 'buy_subscription']);
    emulator.modelslab.setBalance(0);
    await expect(client.account.buyModel(1)).rejects.toMatchObject({ code: 'insufficient_credits' });
  });
});

describe('the servers of an enterprise', () => {
  const products = ['images', 'flux', 'flux_2_dev', 'video', '3d', 'super-resolution', 'uncensored-chat'] as const;

  it.each(products)('%s are asked and told', async (product) => {
    const { client } = await startModelsLab();
    const { enterpriseServers: servers } = client;
    expect((await servers.systemDetails(product)).status).toBe('ok');
    const orders = [
      servers.restartServer(product),
      servers.updateServer(product),
      servers.clearCache(product),
      servers.clearQueue(product),
    ];
    for (const order of orders) expect((await order).status).toMatch(/success|processing/);
  });

  it('have models, schedulers and a bucket, and want their own key', async () => {
    const { client } = await startModelsLab();
    const { enterpriseServers: servers } = client;
    expect((await servers.models()).length).toBeGreaterThan(0);
    expect(await servers.schedulers()).toContain('DDPMScheduler');
    const bucket = {
      aws_access_key_id: 'AKIA',
      aws_secret_access_key: 's3cret',
      region_name: 'eu-central-1',
      endpoint_url: 'https://s3.example.com',
      public_url: 'https://files.example.com',
      image_directory: 'made',
    };
    expect((await servers.updateS3(bucket)).status).toBe('success');
    expect((await servers.resetS3()).status).toBe('success');
    const { client: other } = await startModelsLab({}, { enterpriseKey: 'wrong' });
    await expect(other.enterpriseServers.models()).rejects.toMatchObject({
      name: 'AuthenticationError',
      message: expect.stringContaining('MODELSLAB_ENTERPRISE_KEY'),
    });
  });
});
