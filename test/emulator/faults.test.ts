import { type Fault, type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { call, type ListBody, type ModelView } from './emulator-calls.js';

let emulator: RunningEmulator;
let healthy: string;
beforeAll(async () => {
  emulator = await startEmulator({ modelCount: 30, imageCount: 30 });
  healthy = (await call(emulator, '/enums')).text;
});
afterEach(() => emulator.clearFaults());
afterAll(() => emulator.close());

const strike = async (fault: Fault, init: RequestInit = {}): Promise<Response> => {
  emulator.addFault({ fault });
  return fetch(`${emulator.siteUrl}/api/v1/enums`, { redirect: 'manual', ...init });
};
const causeOf = (error: unknown): unknown =>
  error instanceof Error ? (error.cause as { code?: string })?.code : error;

/** The id of a version that can be put into the vault. */
async function someVersion(): Promise<number | undefined> {
  const { json } = await call<ListBody<ModelView>>(emulator, '/models?limit=1', {
    headers: { 'x-emulator-fault': 'latency=0' },
  });
  return json.items[0]?.modelVersions[0]?.id;
}

describe('faults of connections', () => {
  it('latency delays a healthy answer', async () => {
    const begin = performance.now();
    const response = await strike({ kind: 'latency', ms: 80 });
    expect(performance.now() - begin).toBeGreaterThan(70);
    expect(await response.text()).toBe(healthy);
  });

  it.each([
    ['reset', 'before anything has happened', false],
    ['resetAfter', 'once it has', true],
  ] as const)('%s ends the connection before headers and %s', async (kind, _when, happened) => {
    emulator.addFault({ fault: { kind } });
    const key = emulator.addKey();
    const headers = { authorization: `Bearer ${key}` };
    const toggle = `${emulator.siteUrl}/api/v1/vault/toggle-version?modelVersionId=${await someVersion()}`;
    expect(await fetch(toggle, { method: 'POST', headers }).catch(causeOf)).toBe('ECONNRESET');
    emulator.clearFaults();
    const vault = await fetch(`${emulator.siteUrl}/api/v1/vault/all`, { headers });
    expect(((await vault.json()) as { readonly items: unknown[] }).items.length > 0).toBe(happened);
  });

  it('resetMidBody ends it in the body', async () => {
    const response = await strike({ kind: 'resetMidBody' });
    expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(healthy)));
    await expect(response.text()).rejects.toThrow('terminated');
  });

  it('truncatedBody promises more than it sends', async () => {
    const response = await strike({ kind: 'truncatedBody', missingBytes: 7 });
    expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(healthy) + 7));
    await expect(response.text()).rejects.toThrow('terminated');
  });

  it('slowBody drips the whole body', async () => {
    const begin = performance.now();
    const response = await strike({ kind: 'slowBody', chunkBytes: 1000, pauseMs: 20 });
    expect(await response.text()).toBe(healthy);
    expect(performance.now() - begin).toBeGreaterThan(40);
  });

  it('stalledHeaders and stalledBody never end until the client goes', async () => {
    await expect(strike({ kind: 'stalledHeaders' }, { signal: AbortSignal.timeout(60) })).rejects.toThrow('timeout');
    emulator.clearFaults();
    const leaving = new AbortController();
    const response = await strike({ kind: 'stalledBody', afterBytes: 10 }, { signal: leaving.signal });
    expect(response.status).toBe(200);
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(Buffer.from(first?.value ?? []).toString()).toBe(healthy.slice(0, 10));
    const second = reader?.read();
    const settled = await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 40, 'still waiting'))]);
    expect(settled).toBe('still waiting');
    leaving.abort();
    await expect(second).rejects.toThrow('aborted');
  });
});

describe('faults of answers', () => {
  it('status with JSON or nothing, and Retry-After in seconds or as a date', async () => {
    const json = await strike({ kind: 'status', status: 503, retryAfter: 2 });
    expect([json.status, json.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await json.json()).toEqual({ error: 'Emulated status 503' });
    emulator.clearFaults();
    const empty = await strike({ kind: 'status', status: 500, body: 'empty', retryAfter: 60, retryAfterAs: 'date' });
    expect(await empty.text()).toBe('');
    const seconds = (Date.parse(empty.headers.get('retry-after') ?? '') - Date.now()) / 1000;
    expect(seconds).toBeGreaterThan(57);
    expect(seconds).toBeLessThanOrEqual(60);
  });

  it('html under 200, as maintenance has been seen (quirk 20), and as pages of the edge', async () => {
    const maintenance = await strike({ kind: 'html' });
    expect([maintenance.status, maintenance.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await maintenance.text()).toContain('maintenance');
    emulator.clearFaults();
    const challenge = await strike({ kind: 'html', status: 403, page: 'cloudflare' });
    expect(challenge.headers.get('cf-mitigated')).toBe('challenge');
    expect(challenge.headers.get('server')).toBe('cloudflare');
    emulator.clearFaults();
    const gateway = await strike({ kind: 'html', status: 522, page: 'cloudflare' });
    expect([gateway.status, gateway.headers.get('cf-mitigated')]).toEqual([522, null]);
  });

  it('brokenJson, emptyBody, wrongContentType and errorBodyWith200', async () => {
    const broken = await strike({ kind: 'brokenJson' });
    expect(broken.headers.get('content-type')).toContain('json');
    const text = await broken.text();
    expect(healthy.startsWith(text)).toBe(true);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    emulator.clearFaults();
    expect(await (await strike({ kind: 'emptyBody' })).text()).toBe('');
    emulator.clearFaults();
    const wrong = await strike({ kind: 'wrongContentType', contentType: 'image/png' });
    expect([wrong.headers.get('content-type'), await wrong.text()]).toEqual(['image/png', healthy]);
    emulator.clearFaults();
    const lie = await strike({ kind: 'errorBodyWith200' });
    expect([lie.status, await lie.json()]).toEqual([200, { error: 'An unexpected error occurred' }]);
  });

  it('redirect and rateLimit', async () => {
    const redirect = await strike({ kind: 'redirect', location: 'https://example.com/login?a=b', status: 307 });
    expect([redirect.status, redirect.headers.get('location')]).toEqual([307, 'https://example.com/login?a=b']);
    emulator.clearFaults();
    const limited = await strike({ kind: 'rateLimit' });
    expect([limited.status, limited.headers.get('retry-after'), limited.headers.get('server')]).toEqual([
      429,
      null,
      'cloudflare',
    ]);
    emulator.clearFaults();
    expect((await strike({ kind: 'rateLimit', retryAfter: 3 })).headers.get('retry-after')).toBe('3');
  });
});
