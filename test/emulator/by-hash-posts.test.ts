import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteFixture } from '../support/fixture.js';
import { type Answer, call, type ErrorBody, postJson, startForTest, walk } from './emulator-calls.js';
import { keyPaths } from './key-paths.js';

interface VersionByHash {
  readonly id: number;
  readonly files: readonly { readonly hashes: { readonly SHA256?: string }; readonly downloadUrl: string }[];
  readonly downloadUrl?: string;
}

interface IdByHash {
  readonly modelVersionId: number;
  readonly modelId: number;
  readonly hash: string;
}

let emulator: RunningEmulator;
let hashes: readonly string[];
beforeAll(async () => {
  emulator = await startEmulator();
  const { items } = await walk(emulator, '/models?nsfw=true', 100);
  const files = items.flatMap((item) => item.modelVersions).flatMap((version) => version.files);
  hashes = [...new Set(files.flatMap((file) => file.hashes.SHA256 ?? []))];
});
afterAll(() => emulator.close());

const BULK = '/model-versions/by-hash';
const IDS = '/model-versions/by-hash/ids';
const MISS = 'F'.repeat(64);

const bulk = (body: unknown): Promise<Answer<readonly (VersionByHash | null)[]>> => postJson(emulator, BULK, body);
const ids = (body: unknown): Promise<Answer<readonly IdByHash[]>> => postJson(emulator, IDS, body);

describe('POST /model-versions/by-hash', () => {
  it('finds versions in any case, drops misses and looks like the sample', async () => {
    const [first = '', second = ''] = hashes;
    const { status, json, headers } = await bulk([first.toLowerCase(), MISS, second, second]);
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, s-maxage=300, stale-while-revalidate=150']);
    const found = json.flatMap((version) => version?.files.flatMap((file) => file.hashes.SHA256 ?? []) ?? []);
    expect(found).toEqual(expect.arrayContaining([first, second]));
    expect(found).not.toContain(MISS);
    const [sample] = siteFixture('model-versions.by-hash.post') as readonly unknown[];
    const keys = Object.keys(sample as object);
    for (const key of Object.keys(json[0] ?? {})) expect(keys).toContain(key);
    expect((await bulk([])).json).toEqual([]);
  });

  it('gives an entry for every file with the hash', async () => {
    const counts = new Map<string, number>();
    for (const { hash } of (await ids(hashes)).json) counts.set(hash, (counts.get(hash) ?? 0) + 1);
    const shared = [...counts].find(([, count]) => count > 1)?.[0] ?? '';
    expect((await bulk([shared])).json.length).toBe(counts.get(shared));
  });

  it('links to a host that does not exist, unless told otherwise (quirk 9)', async () => {
    const { json } = await bulk(hashes.slice(0, 20));
    const links = json.flatMap((version) => version?.files.map((file) => file.downloadUrl) ?? []);
    expect(links.length).toBeGreaterThan(10);
    expect(links.every((link) => link.startsWith('https://undefined/api/download/models/'))).toBe(true);
    const other = await startForTest({ behaviour: { hashLinksWithHost: true } });
    const answer = await postJson<readonly VersionByHash[]>(other, BULK, hashes.slice(0, 5));
    expect(answer.json[0]?.files[0]?.downloadUrl).toContain(`${other.siteUrl}/api/download/models/`);
  });

  it('has null entries when told so', async () => {
    const other = await startForTest({ behaviour: { nullHashEntries: true } });
    const { json } = await postJson<readonly (VersionByHash | null)[]>(other, BULK, hashes.slice(0, 5));
    expect(json.length).toBeGreaterThanOrEqual(10);
    expect(json.filter((entry) => entry === null)).toHaveLength(json.length / 2);
  });

  it('refuses with a sentence and issues in one text (E7)', async () => {
    const refusals: readonly (readonly [unknown, string])[] = [
      [{}, 'Invalid input: expected array, received object'],
      [['abc'], 'Too small: expected string to have >=64 characters'],
      [[`${MISS}0`], 'Too big: expected string to have <=64 characters'],
      [[7], 'Invalid input: expected string, received number'],
      [Array.from({ length: 101 }, () => MISS), 'Too big: expected array to have <=100 items'],
    ];
    for (const [body, message] of refusals) {
      const answer = await postJson(emulator, BULK, body);
      const text = answer.json.error ?? '';
      expect([answer.status, text.slice(0, 48)]).toEqual([400, 'Request must include an array of SHA256 Hashes. ']);
      expect((JSON.parse(text.slice(48)) as readonly ErrorBody[])[0]?.message).toBe(message);
    }
    expect((await call(emulator, BULK)).json.error).toMatch(/^Request must include an array of SHA256 Hashes\. \[/);
  });
});

describe('POST /model-versions/by-hash/ids', () => {
  it('takes ten thousand hashes, gives the model too, and writes hashes in upper case', async () => {
    const [first = ''] = hashes;
    const many = Array.from({ length: 9999 }, (_, index) => String(index).padStart(64, '0'));
    const { status, json } = await ids([first.toLowerCase(), ...many]);
    expect([status, json[0]?.hash]).toEqual([200, first]);
    expect(keyPaths(json)).toEqual(keyPaths(siteFixture('model-versions.by-hash-ids.post')));
    const tooMany = await postJson(emulator, IDS, [first, MISS, ...many]);
    expect([tooMany.status, tooMany.json.error]).toEqual([400, expect.stringContaining('<=10000 items')]);
  });
});

describe('bodies', () => {
  const post = (body: string, contentType?: string): Promise<Answer<ErrorBody>> =>
    call(emulator, BULK, {
      method: 'POST',
      body: new Blob([body], contentType === undefined ? {} : { type: contentType }),
    });

  it('are JSON only when they say so', async () => {
    expect((await post('[]', 'application/json; charset=utf-8')).status).toBe(200);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/octet-stream', undefined]) {
      const answer = await post('[]', type);
      expect([answer.status, answer.json.error]).toEqual([400, expect.stringContaining('expected array')]);
    }
  });

  it('that are broken JSON are refused in text, before any handler, and on every route', async () => {
    const answer = await post('[', 'application/json');
    expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([
      400,
      'Invalid JSON',
      'text/plain; charset=utf-8',
    ]);
    const me = await call(emulator, '/me', {
      method: 'POST',
      body: '{',
      headers: { 'content-type': 'application/json' },
    });
    expect([me.status, me.text]).toEqual([400, 'Invalid JSON']);
  });

  it('above a megabyte are refused in text', async () => {
    const answer = await post(`["${'x'.repeat(1024 * 1024)}"]`, 'application/json');
    expect([answer.status, answer.text]).toEqual([413, 'Body exceeded 1mb limit']);
  });
});
