import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, rawCall, startForTest } from './emulator-calls.js';

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator({ modelCount: 30, imageCount: 60 });
});
afterAll(() => emulator.close());

const PUBLIC_CACHE = 'public, s-maxage=300, stale-while-revalidate=150';
const EDGE_CACHE = 'max-age=0, private, no-cache';
const PUBLIC = ['/models/1001', '/images', '/creators', '/tags', '/model-versions/by-hash/aaaa'];
const MIXED = ['/models', '/model-versions/20001'];

describe('endpoint wrappers', () => {
  it.each(PUBLIC)('%s ignores the method, answers OPTIONS, allows any origin and is always cached', async (path) => {
    const get = await call(emulator, path);
    const post = await call(emulator, path, { method: 'POST', body: '{}' });
    expect([post.status, post.text]).toEqual([get.status, get.text]);
    expect(get.headers.get('access-control-allow-origin')).toBe('*');
    expect(get.headers.get('cache-control')).toMatch(/^public, s-maxage=/);
    const signed = await call(emulator, path, { headers: { authorization: `Bearer ${emulator.apiKey}` } });
    expect(signed.headers.get('cache-control')).toBe(get.headers.get('cache-control'));
    const options = await call(emulator, path, { method: 'OPTIONS' });
    expect([options.status, options.text]).toEqual([200, '']);
    const head = await call(emulator, path, { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([get.status, '']);
  });

  it.each(MIXED)('%s takes GET only, OPTIONS included, and is cached for the anonymous', async (path) => {
    for (const method of ['POST', 'OPTIONS', 'PUT', 'DELETE', 'HEAD']) {
      const answer = await call(emulator, path, { method });
      expect(answer.status).toBe(405);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
    expect((await call(emulator, path, { method: 'POST' })).json).toEqual({ error: 'Method not allowed' });
    expect((await call(emulator, path)).headers.get('cache-control')).toBe(PUBLIC_CACHE);
    const signed = await call(emulator, path, { headers: { authorization: `Bearer ${emulator.apiKey}` } });
    expect(signed.headers.get('cache-control')).toBe(EDGE_CACHE);
    // Quirk 27: a wrong token is nobody, not an error.
    const wrong = await call(emulator, path, { headers: { authorization: 'Bearer wrong' } });
    expect([wrong.status, wrong.headers.get('cache-control')]).toEqual([200, PUBLIC_CACHE]);
  });

  it('/me checks the method before the token, and shares only with the site', async () => {
    expect((await call(emulator, '/me', { method: 'POST' })).status).toBe(405);
    expect((await call(emulator, '/me', { method: 'OPTIONS' })).status).toBe(200);
    const foreign = await call(emulator, '/me', { headers: { origin: 'https://example.com' } });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    const own = await call(emulator, '/me', { headers: { origin: 'https://civitai.com' } });
    expect(own.headers.get('access-control-allow-origin')).toBe('https://civitai.com');
    expect(own.headers.get('access-control-allow-credentials')).toBe('true');
    expect(own.headers.get('cache-control')).toBe(EDGE_CACHE);
  });

  it('errors are cached like answers on public endpoints (quirk 28)', async () => {
    const missing = await call(emulator, '/models/999999');
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, PUBLIC_CACHE]);
  });
});

const status = async (headers: Record<string, string>, query = ''): Promise<number | undefined> =>
  (await rawCall(`${emulator.siteUrl}/api/v1/me${query}`, headers)).status;

describe('how a token is read', () => {
  it('takes what lies between the first and the second space, whatever the scheme', async () => {
    const key = emulator.apiKey;
    expect(await status({ authorization: `Bearer ${key}` })).toBe(200);
    expect(await status({ authorization: `Whatever ${key}` })).toBe(200);
    expect(await status({ authorization: `Bearer ${key} and more` })).toBe(200);
    expect(await status({ authorization: key })).toBe(401);
    expect(await status({ authorization: `Bearer  ${key}` })).toBe(401);
  });

  it('looks at ?token= only without a header', async () => {
    const key = emulator.apiKey;
    expect(await status({}, `?token=${key}`)).toBe(200);
    expect(await status({}, `?token=%20${key}%20`)).toBe(200);
    expect(await status({}, `?token=${key}&token=${key}`)).toBe(401);
    expect(await status({ authorization: 'Bearer wrong' }, `?token=${key}`)).toBe(401);
    expect(await status({ authorization: 'nothing' }, `?token=${key}`)).toBe(401);
  });

  it('echoes ?token= in links', async () => {
    const { text } = await call(emulator, `/models?limit=1&token=${emulator.apiKey}`);
    expect(text).toContain(`token=${emulator.apiKey}&cursor=`);
  });

  it('keys look like real ones and follow from the seed', async () => {
    expect(emulator.apiKey).toMatch(/^[0-9a-f]{32}$/);
    const other = await startForTest({ seed: 2, modelCount: 1, imageCount: 0 });
    const own = await startForTest({ apiKey: 'mine', modelCount: 1, imageCount: 0 });
    expect(other.apiKey).not.toBe(emulator.apiKey);
    expect((await call(own, '/me', { headers: { authorization: 'Bearer mine' } })).status).toBe(200);
  });
});

describe('paths', () => {
  it('unknown ones are an HTML 404', async () => {
    for (const path of ['/nope', '/models/1/2', '/Models', '/models/%zz']) {
      const answer = await call(emulator, path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
      expect(answer.text).toMatch(/^<!DOCTYPE html>/);
    }
  });

  it('a trailing slash redirects with 308 and keeps the query', async () => {
    const answer = await call(emulator, '/models/?limit=1');
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/api/v1/models?limit=1']);
  });
});
