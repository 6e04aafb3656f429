import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call as callAny, type ErrorBody, type ListBody, type ModelView, walk } from './emulator-calls.js';

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

const SORTS = [
  'Highest Rated',
  'Most Downloaded',
  'Most Liked',
  'Most Discussed',
  'Most Collected',
  'Most Images',
  'Newest',
  'Oldest',
];
/** Most answers here are lists of models; the rest are asked for as errors. */
const call = (from: RunningEmulator, path: string): ReturnType<typeof callAny<ListBody<ModelView> & ErrorBody>> =>
  callAny(from, path);
const names = (list: readonly { readonly id: number }[]): number[] => list.map((item) => item.id);
describe('cursors of models', () => {
  it.each(SORTS)('%s walks the whole list once', async (sort) => {
    const path = `/models?nsfw=true&archived=true&sort=${encodeURIComponent(sort)}`;
    const whole = await walk(emulator, path, 100);
    const small = await walk(emulator, path, 7);
    expect(small.ids).toEqual(whole.ids);
    expect(new Set(whole.ids).size).toBe(whole.ids.length);
    expect(whole.ids.length).toBeGreaterThan(280);
    // Quirk 13: rows dropped after the query make short pages that are not the last.
    expect(small.shortPages).toBeGreaterThan(0);
  });

  it('have three parts, or a time and an id', async () => {
    const rated = await call(emulator, '/models?limit=1');
    expect(rated.json.metadata?.nextCursor).toMatch(/^\d+\|\d+\|\d+$/);
    const newest = await call(emulator, '/models?limit=1&sort=Newest');
    expect(newest.json.metadata?.nextCursor).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\|\d+$/);
  });

  it('belong to their sort', async () => {
    const cursor = encodeURIComponent(
      (await call(emulator, '/models?limit=1&sort=Newest')).json.metadata?.nextCursor as string,
    );
    const changed = await call(emulator, `/models?limit=1&sort=Most%20Liked&cursor=${cursor}`);
    expect(changed.status).toBe(400);
    expect(changed.json).toEqual({ message: 'Invalid cursor: expected 3 value(s), received 2' });
    const empty = await call(emulator, '/models?cursor=1%7C%7C3');
    expect(empty.status).toBe(400);
    expect(empty.json.message).toContain('Invalid cursor: expected 3 value(s)');
  });

  it('are offsets in a search, whose pages may be short or empty before the end', async () => {
    const first = await call(emulator, '/models?query=harbor&limit=2');
    expect(first.json.metadata?.nextCursor).toBe('2');
    const all = await walk(emulator, '/models?query=harbor&nsfw=true', 3);
    expect(all.items.every((item) => /harbor/i.test(JSON.stringify([item.name, item.tags, item.creator])))).toBe(true);
    expect(new Set(all.ids).size).toBe(all.ids.length);
    const filtered = await walk(emulator, '/models?query=harbor&nsfw=true&supportsGeneration=true', 3);
    expect(filtered.pages).toBe(all.pages);
    expect(filtered.ids.length).toBeLessThan(all.ids.length);
    expect(filtered.shortPages).toBeGreaterThan(0);
  });

  it('limit 0 gives one item and no cursor, or the default in a search', async () => {
    const zero = await call(emulator, '/models?limit=0');
    expect(zero.json.items).toHaveLength(1);
    expect(zero.json.metadata).toEqual({});
    expect((await call(emulator, '/models?limit=&nsfw=true')).json.items).toHaveLength(1);
    const search = await call(emulator, '/models?query=harbor&limit=0&nsfw=true');
    expect(search.json.metadata?.nextCursor).toBe('20');
  });
});

describe('page mode of models', () => {
  it('gives page numbers and a cursor, and its link mixes both (quirk 12)', async () => {
    const page = await call(emulator, '/models?page=2&limit=3&tag=&sort=Newest');
    const { nextCursor, nextPage, currentPage, pageSize } = page.json.metadata;
    expect({ currentPage, pageSize }).toEqual({ currentPage: 2, pageSize: 3 });
    expect(nextPage).toBe(
      `${emulator.siteUrl}/api/v1/models?page=2&limit=3&sort=Newest&cursor=${encodeURIComponent(nextCursor ?? '')}`,
    );
    const followed = (await (await fetch(nextPage ?? '')).json()) as ListBody<ModelView>;
    expect(followed.metadata?.currentPage).toBeUndefined();
    const third = await call(emulator, '/models?page=3&limit=3&sort=Newest');
    expect(names(followed.items)).toEqual(names(third.json.items));
  });

  it('is capped at 1000 rows with a 429 that never passes (quirk 21)', async () => {
    const capped = await call(emulator, '/models?page=11&limit=100');
    expect(capped.status).toBe(429);
    expect(capped.json.error).toMatch(/^You've requested too many pages/);
    expect(capped.headers.get('retry-after')).toBeNull();
    expect((await call(emulator, '/models?page=10&limit=100')).status).toBe(200);
  });

  it('does not go with a search; the cap is looked at first', async () => {
    const both = await call(emulator, '/models?query=a&page=1');
    expect(both.status).toBe(400);
    expect(both.json.error).toContain('Cannot use page param with query search');
    expect((await call(emulator, '/models?query=a&page=11')).status).toBe(429);
  });
});
