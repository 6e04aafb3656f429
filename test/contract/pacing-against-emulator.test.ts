import { type CivitaiApiOptions, type CivitaiClient, createCivitaiClient } from '@civitkit/core/client';
import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let emulator: RunningEmulator;
const clients: CivitaiClient[] = [];

function client(options: CivitaiApiOptions): CivitaiClient {
  const created = createCivitaiClient({
    baseUrl: emulator.siteUrl,
    apiKey: null,
    retry: { maxRetries: 0 },
    ...options,
  });
  clients.push(created);
  return created;
}

beforeEach(async () => {
  emulator = await startEmulator();
});

afterEach(async () => {
  for (const created of clients.splice(0)) created.close();
  await emulator.close();
});

describe('the cache', () => {
  it('keeps what the site calls public, with a key as without', async () => {
    for (const apiKey of [null, emulator.apiKey]) {
      const civitai = client({ apiKey, cache: { enabled: true } });
      const [model] = (await civitai.models.where().page({ limit: 1 })).items;
      const before = emulator.requests.length;
      const answers = [];
      for (let call = 0; call < 3; call += 1) answers.push(await civitai.models.get(model?.id ?? 0).withResponse());
      expect(answers.map(({ response }) => response.fromCache?.state)).toEqual([undefined, 'fresh', 'fresh']);
      expect(answers[2]?.data).toEqual(answers[0]?.data);
      expect(emulator.requests.length - before).toBe(1);
    }
  });

  it('keeps nothing that is the user’s own, and no error', async () => {
    const civitai = client({ apiKey: emulator.apiKey, cache: { enabled: true } });
    for (let call = 0; call < 2; call += 1) {
      expect((await civitai.me.get().withResponse()).response.fromCache).toBeUndefined();
      expect((await civitai.models.where().page().withResponse()).response.fromCache).toBeUndefined();
      expect(await civitai.models.get(2_000_000_000).asResult()).toMatchObject({ ok: false });
    }
    expect(emulator.requests).toHaveLength(6);
  });
});

describe('the rate limit', () => {
  it('of articles is the server’s: nobody who keeps it is ever told to slow down', async () => {
    const paced = client({ rateLimit: { enabled: true } });
    const outcomes = await Promise.all(Array.from({ length: 70 }, () => paced.articles.where().page().asResult()));
    const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error]));
    expect(refused).toHaveLength(10);
    expect(refused.every(({ attempts, details }) => attempts === 0 && details?.['limitedBy'] === 'client')).toBe(true);
    expect(emulator.requests).toHaveLength(60);
    // The one who does not keep it is told so by the server.
    expect(await client({}).articles.where().page().asResult()).toMatchObject({ ok: false, error: { status: 429 } });
  });
});
