import { describe, expect, it } from 'vitest';
import { type Answer, AT_ONCE, type BlobView, call, type Problem, send, startForTest } from './orchestration-calls.js';

const RECIPES = '/v2/consumer/recipes';
const QUICK = { orchestration: AT_ONCE };
const INPUT = { prompt: 'a', cfgScale: 7, seed: 1 };

interface Images {
  readonly images: readonly BlobView[];
}

describe('a recipe', () => {
  it('holds its request to the end, and answers its output and nothing else', async () => {
    const emulator = await startForTest();
    const { status, json } = await send<Images>(emulator, 'POST', `${RECIPES}/textToImage`, { ...INPUT, quantity: 2 });
    expect(status).toBe(200);
    expect(Object.keys(json)).toEqual(['images']);
    expect(json.images).toMatchObject([{ available: true }, { available: true }]);
    expect(emulator.orchestration.charged).toBe(8);
  });

  it('may have a bare text for an input', async () => {
    const emulator = await startForTest(QUICK);
    const { status, json } = await send<{ blob: BlobView }>(
      emulator,
      'POST',
      `${RECIPES}/imageUpload`,
      'data:image/png;base64,AA',
    );
    expect([status, json.blob.available]).toEqual([200, true]);
    expect((await send<Problem>(emulator, 'POST', `${RECIPES}/imageUpload`, {})).json.errors).toHaveProperty('$');
  });

  it('has a preview that runs and charges nothing', async () => {
    const emulator = await startForTest(QUICK);
    const { status, json } = await send<Images>(emulator, 'POST', `${RECIPES}/textToImage?whatif=true`, INPUT);
    expect([status, json.images[0]?.available]).toEqual([200, false]);
    expect(emulator.orchestration.ledger).toEqual([]);
  });

  it('is refused with paths of its own input, for lack of Buzz, and for what does not exist', async () => {
    const emulator = await startForTest(QUICK);
    const post = (path: string, body: unknown): Promise<Answer<Problem>> =>
      send<Problem>(emulator, 'POST', `${RECIPES}/${path}`, body);
    expect(Object.keys((await post('textToImage', { steps: 500 })).json.errors)).toEqual(['prompt', 'steps']);
    expect((await post('nothing', INPUT)).status).toBe(404);
    expect((await post('textToImage?allowMatureContent=perhaps', INPUT)).json.errors).toHaveProperty(
      'allowMatureContent',
    );
    emulator.orchestration.setBalances({ blue: 0, green: 0, yellow: 0 });
    expect((await post('textToImage', INPUT)).json).toMatchObject({ status: 400, requiredBuzz: 4 });
  });

  it('may be one of the free ones', async () => {
    const emulator = await startForTest({ orchestration: { ...AT_ONCE, freeTierQuota: 1 } });
    const ask = (): Promise<Answer<Images>> =>
      send<Images>(emulator, 'POST', `${RECIPES}/textToImage?tier=free`, INPUT);
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(400);
    expect(emulator.orchestration.ledger).toEqual([]);
  });

  it('says why it failed, and gives back its price', async () => {
    const emulator = await startForTest(QUICK);
    const { status, json } = await send<Problem>(emulator, 'POST', `${RECIPES}/echo`, {
      message: '[emulator:fail=no luck]',
    });
    expect([status, json.detail]).toEqual([400, 'The recipe has failed: no luck']);
    expect(emulator.orchestration.charged).toBe(0);
  });

  it('goes on when its client leaves', async () => {
    const emulator = await startForTest();
    emulator.orchestration.holdAt('processing');
    const leaving = new AbortController();
    const left = call(emulator, `${RECIPES}/echo`, {
      method: 'POST',
      body: '{"message":"a"}',
      headers: { 'content-type': 'application/json' },
      signal: leaving.signal,
    });
    const status = (): string | undefined => emulator.orchestration.workflows()[0]?.status;
    while (status() !== 'processing') await new Promise((resolve) => setImmediate(resolve));
    leaving.abort();
    await expect(left).rejects.toThrow('aborted');
    emulator.orchestration.release();
    while (status() !== 'succeeded') await new Promise((resolve) => setImmediate(resolve));
    expect(emulator.orchestration.charged).toBe(1);
  });
});
