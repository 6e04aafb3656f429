import { describe, expect, it } from 'vitest';
import { createServiceRoutes } from '../../../src/emulator/orchestration/services/create-service-routes.js';
import { jsonOf, listen, serveRoutes } from './serve-routes.js';

interface ServiceView {
  readonly id: string;
  readonly category: string;
  readonly status: string;
  readonly tags: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
  readonly metrics: { readonly window: string; readonly requests: number; readonly successRate: number | null };
  readonly history?: { readonly interval: string; readonly buckets: readonly { readonly at: string }[] };
}

interface Page {
  readonly items: readonly ServiceView[];
  readonly totalCount: number;
  readonly limit: number;
  readonly offset: number;
}

const NOW = Date.UTC(2026, 10, 1, 12, 30);

async function start(): Promise<string> {
  const api = await listen();
  serveRoutes(api, createServiceRoutes({ now: () => NOW }));
  return `${api.origin}/v2/services`;
}

describe('services', () => {
  it('are listed in pages, to anybody', async () => {
    const url = await start();
    const all = await jsonOf<Page>(fetch(url));
    expect([all.limit, all.offset, all.items.length]).toEqual([50, 0, all.totalCount]);
    const page = await jsonOf<Page>(fetch(`${url}?limit=2&offset=3`));
    expect([page.totalCount, page.items]).toEqual([all.totalCount, all.items.slice(3, 5)]);
  });

  it('are narrowed down by category, beginning of the id, tags, words and status', async () => {
    const url = await start();
    const idsOf = async (query: string): Promise<readonly string[]> =>
      (await jsonOf<Page>(fetch(`${url}?${query}`))).items.map(({ id }) => id);
    expect(await idsOf('category=Video')).toEqual(['video/veo3', 'video/wan/v2.2/fal/image-to-video']);
    expect(await idsOf('prefix=image/flux2/klein/edit')).toEqual(['image/flux2/klein/editImage/9b']);
    expect(await idsOf('tags=fast&tags=photo')).toEqual(['image/flux2/klein/createImage/9b']);
    expect(await idsOf('query=BANANA')).toEqual(['image/google/nano-banana-pro']);
    expect(await idsOf('status=degraded')).toEqual(['audio/transcription']);
  });

  it('have numbers for a window, none where nothing ran', async () => {
    const url = await start();
    const { items } = await jsonOf<Page>(fetch(`${url}?window=1h&category=image`));
    expect(items.every(({ metrics }) => metrics.window === '1h' && metrics.requests > 0)).toBe(true);
    const { items: dead } = await jsonOf<Page>(fetch(`${url}?status=unavailable`));
    expect(dead.map(({ metrics }) => metrics)).toMatchObject([
      { window: '24h', asOf: new Date(NOW).toISOString(), requests: 0, successRate: null, costBuzz: null },
    ]);
  });

  it('are found by an id with slashes, raw or encoded, with a history', async () => {
    const url = await start();
    const id = 'image/flux2/klein/createImage/9b';
    const one = await jsonOf<ServiceView>(fetch(`${url}/${id}`));
    expect(one).toMatchObject({ id, category: 'image', parameters: { engine: 'flux2', modelVersion: '9b' } });
    expect([one.history?.interval, one.history?.buckets.length]).toEqual(['1h', 24]);
    expect(one.history?.buckets.at(-1)?.at).toBe('2026-11-01T12:00:00.000Z');
    expect(await jsonOf<ServiceView>(fetch(`${url}/${encodeURIComponent(id)}`))).toEqual(one);
    const week = await jsonOf<ServiceView>(fetch(`${url}/${id}?window=7d&interval=1d`));
    expect(week.history?.buckets.length).toBe(7);
  });

  it('refuse what they do not know', async () => {
    const url = await start();
    const statuses = [
      '/image/none',
      '?window=2h',
      '?status=ok',
      '?limit=0',
      '?offset=-1',
      '/video/veo3?interval=2m',
    ].map(async (path) => (await fetch(url + path)).status);
    expect(await Promise.all(statuses)).toEqual([404, 400, 400, 400, 400, 400]);
  });
});
