import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { call, startForTest } from './emulator-calls.js';

let emulator: RunningEmulator;
let healthy: string;
beforeAll(async () => {
  emulator = await startEmulator({ modelCount: 30, imageCount: 30 });
  healthy = (await call(emulator, '/enums')).text;
});
afterEach(() => emulator.clearFaults());
afterAll(() => emulator.close());

const statusOf = async (path: string, method = 'GET'): Promise<number> =>
  (await call(emulator, path, { method })).status;

describe('fault rules', () => {
  it('strike by method and path, as often as told, one after the other', async () => {
    emulator.addFault({
      match: { path: '/api/v1/tags', method: 'get' },
      times: 2,
      fault: { kind: 'status', status: 500 },
    });
    emulator.addFault({ match: { path: /\/(?:tags|enums)$/g }, times: 2, fault: { kind: 'status', status: 502 } });
    expect(await statusOf('/creators')).toBe(200);
    expect(await statusOf('/tags', 'POST')).toBe(502);
    expect([
      await statusOf('/tags?limit=1'),
      await statusOf('/tags'),
      await statusOf('/tags'),
      await statusOf('/tags'),
    ]).toEqual([500, 500, 502, 200]);
  });

  it('latency goes along with another fault', async () => {
    emulator.addFault({ fault: { kind: 'status', status: 503 } });
    emulator.addFault({ fault: { kind: 'latency', ms: 50 } });
    const begin = performance.now();
    expect(await statusOf('/tags')).toBe(503);
    expect(performance.now() - begin).toBeGreaterThan(45);
  });

  it('may be given at the start', async () => {
    const other = await startForTest({
      modelCount: 1,
      imageCount: 0,
      faults: [{ times: 1, fault: { kind: 'status', status: 504 } }],
    });
    expect((await call(other, '/tags')).status).toBe(504);
    expect((await call(other, '/tags')).status).toBe(200);
  });
});

const send = (fault: string): Promise<Response> =>
  fetch(`${emulator.siteUrl}/api/v1/enums`, { headers: { 'x-emulator-fault': fault }, redirect: 'manual' });

describe('the header x-emulator-fault', () => {
  it('spoils one request and leaves the rules alone', async () => {
    emulator.addFault({ times: 1, fault: { kind: 'status', status: 500 } });
    const response = await send('status=503; retry-after=2; body=empty');
    expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([503, '2', '']);
    expect((await call(emulator, '/enums')).status).toBe(500);
  });

  it.each([
    ['html', 200],
    ['html=503; page=cloudflare', 503],
    ['error-body-with-200=Oops', 200],
    ['redirect=https://example.com/?a=1; status=308', 308],
    ['rate-limit=5; retry-after-as=date', 429],
    ['rate-limit', 429],
    ['empty-body=204', 204],
    ['wrong-content-type=text/html', 200],
    ['broken-json', 200],
    ['slow-body=1; chunk-bytes=2000', 200],
    ['latency=1', 200],
  ])('understands %s', async (fault, status) => {
    expect((await send(fault)).status).toBe(status);
  });

  it.each([
    'oops',
    '',
    'status',
    'status=abc',
    'status=99',
    'status=503; retry-after=soon',
    'status=503; body=xml',
    'status=503; status=500',
    'status=503; body=json; body=json',
    'status=503; colour=red',
    'reset=1',
    'latency=-1',
    'redirect',
    'statusCode=503',
    'toString',
  ])('refuses "%s" and explains the grammar', async (fault) => {
    const response = await send(fault);
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: string };
    expect(error).toContain('x-emulator-fault: <fault>[=<value>][; <option>=<value>]');
    expect(error).toContain('status=<status: 200-599>');
  });
});

const control = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${emulator.siteUrl}/__emulator/${path}`, init);

const post = (rule: unknown): Promise<Response> => control('faults', { method: 'POST', body: JSON.stringify(rule) });

describe('control routes', () => {
  it('add and clear rules', async () => {
    expect(
      (await post({ match: { path: '/api/v1/tags' }, times: 1, fault: { kind: 'status', status: 503 } })).status,
    ).toBe(204);
    expect((await post({ match: { pathPattern: 'enums$', method: 'GET' }, fault: { kind: 'emptyBody' } })).status).toBe(
      204,
    );
    expect((await call(emulator, '/tags')).status).toBe(503);
    expect((await call(emulator, '/enums')).text).toBe('');
    expect((await control('faults', { method: 'DELETE' })).status).toBe(204);
    expect((await call(emulator, '/enums')).text).toBe(healthy);
  });

  it.each([
    [],
    { fault: { kind: 'oops' } },
    { fault: { kind: 'status' } },
    { fault: { kind: 'status', status: '503' } },
    { fault: { kind: 'reset', ms: 1 } },
    { fault: { kind: 'reset' }, times: 0 },
    { fault: { kind: 'reset' }, often: 1 },
    { fault: { kind: 'reset' }, match: { path: 1 } },
    { fault: { kind: 'reset' }, match: { path: '/a', pathPattern: 'a' } },
    { fault: { kind: 'reset' }, match: { pathPattern: '(' } },
    { fault: { kind: 'reset' }, match: { host: 'a' } },
  ])('refuse %j', async (rule) => {
    expect((await post(rule)).status).toBe(400);
    expect((await call(emulator, '/enums')).status).toBe(200);
  });

  it('refuse what is not JSON, too long, or unknown', async () => {
    expect((await control('faults', { method: 'POST', body: '{' })).status).toBe(400);
    expect((await control('faults', { method: 'POST', body: `"${'x'.repeat(70_000)}"` })).status).toBe(400);
    expect((await control('nothing')).status).toBe(404);
  });

  it('list requests, themselves left out', async () => {
    await call(emulator, '/tags?limit=1&query=a%20b', { headers: { 'x-test': 'seen' } });
    const listed = (await (await control('requests')).json()) as { path: string; query: string; headers: unknown }[];
    expect(listed.at(-1)).toMatchObject({
      method: 'GET',
      path: '/api/v1/tags',
      query: 'limit=1&query=a%20b',
      headers: { 'x-test': 'seen' },
    });
    expect(listed).toEqual(JSON.parse(JSON.stringify(emulator.requests)));
    expect(listed.some((one) => one.path.startsWith('/__emulator'))).toBe(false);
  });
});
