import { Secret } from '@civitkit/core/client';
import { createWebhookHandler, generateWebhookSecret, stepEvent, workflowEvent } from '@civitkit/sdk/webhooks';
import { describe, expect, it, vi } from 'vitest';
import { posted, receive, secret } from './support.js';

const event = workflowEvent();

describe('the secret', () => {
  it.each([
    ['in the path', `/hooks/${secret}`],
    ['before a slash', `/hooks/${secret}/`],
    ['alone', `/${secret}`],
    ['after two slashes', `//${secret}`],
    ['of a complete URL', `https://studio.example/hooks/${secret}?x=1`],
    ['encoded by a proxy', `/hooks/${secret.replace('_', '%5F')}`],
  ])('is accepted %s', async (_name, url) => {
    const webhooks = receive();
    await expect(webhooks.handle(posted(event, { url }))).resolves.toEqual({ status: 204, headers: {}, body: '' });
    await webhooks.idle();
    expect(webhooks.events).toEqual([event]);
  });

  it.each([
    ['missing', '/'],
    ['another', `/hooks/${secret.toUpperCase()}`],
    ['one character short', `/hooks/${secret.slice(0, -1)}`],
    ['one character long', `/hooks/${secret}x`],
    ['not the last segment', `/${secret}/hooks`],
    ['in the query', `/hooks?secret=${secret}`],
    ['in the fragment', `/hooks#${secret}`],
    ['wrongly encoded', `/hooks/${secret}%`],
    ['in no URL', ''],
  ])('is refused when it is %s', async (_name, url) => {
    const webhooks = receive();
    const answer = await webhooks.handle(posted(event, { url }));
    expect(answer).toMatchObject({ status: 403, headers: { connection: 'close' } });
    expect(answer.body).not.toContain(secret);
    expect(webhooks.events).toEqual([]);
  });

  it('may be in the query, once', async () => {
    const webhooks = receive({ secretIn: { query: 'key' } });
    const statuses = ['?key=', '?key=a&key=', '?other='].map(async (query) => {
      const { status } = await webhooks.handle(posted(event, { url: `/hooks${query}${secret}` }));
      return status;
    });
    await expect(Promise.all(statuses)).resolves.toEqual([204, 403, 403]);
  });

  it('may be one of several while it is changed', async () => {
    const next = generateWebhookSecret();
    const webhooks = receive({ secret: [secret, next] });
    for (const text of [secret, next.reveal()]) {
      await expect(webhooks.handle(posted(event, { url: `/${text}` }))).resolves.toMatchObject({ status: 204 });
    }
    await expect(webhooks.handle(posted(event, { url: `/${secret},` }))).resolves.toMatchObject({ status: 403 });
  });

  it("is looked at before anything else: none of a stranger's body is read", async () => {
    const read = vi.fn<() => void>();
    const body = (async function* () {
      read();
      yield Buffer.from('{}');
    })();
    const answer = await receive().handle({ method: 'DELETE', url: '/wrong', headers: {}, body });
    expect(answer.status).toBe(403);
    expect(read).not.toHaveBeenCalled();
  });

  it.each<[string, unknown, RegExp]>([
    ['missing', undefined, /must be a text or a Secret, got undefined/],
    ['null', null, /got null/],
    ['short', 'tooshort', /has 8 characters and needs at least 16/],
    ['empty', '', /has 0 characters/],
    ['in need of encoding', 'abc/def+ghi=jklmnop', /letters, digits/],
    ['part of a path', '..................', /letters, digits/],
    ['one of none', [], /at least one secret/],
    ['short among others', [secret, new Secret('short')], /has 5 characters/],
  ])('that is %s is refused when the handler is made', (_name, given, message) => {
    const make = (): unknown => createWebhookHandler({ secret: given as string, onEvent: () => undefined });
    expect(make).toThrow(message);
  });

  it('is made of 256 random bits and does not print', () => {
    const made = Array.from({ length: 50 }, () => generateWebhookSecret());
    expect(new Set(made.map((one) => one.reveal())).size).toBe(50);
    expect(made[0]?.reveal()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(String(made[0])).toBe('[redacted]');
  });
});

describe('a request', () => {
  it.each<[string, Parameters<typeof posted>[1], number, Record<string, string>]>([
    ['that reads', { method: 'GET' }, 405, { allow: 'POST' }],
    [
      'with a form',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      { accept: 'application/json' },
    ],
    ['that only looks like JSON', { headers: { 'content-type': 'application/jsonp' } }, 415, {}],
    ['that announces too much', { headers: { 'content-length': '2001' } }, 413, { connection: 'close' }],
    ['with too long a text', { body: ' '.repeat(2001) }, 413, {}],
    ['with too many bytes', { body: new Uint8Array(2001) }, 413, {}],
    ['with broken JSON', { body: '{' }, 400, {}],
    ['with nothing', { body: undefined }, 400, {}],
    ['with JSON that is no event', { body: '{"a":1}' }, 400, {}],
  ])('%s is refused', async (_name, changes, status, headers) => {
    const webhooks = receive({ maxBodyBytes: 2000 });
    const answer = await webhooks.handle(posted(event, changes));
    expect(answer).toMatchObject({
      status,
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    });
    expect(JSON.parse(answer.body)).toEqual({ error: expect.any(String) as string });
    expect(webhooks.events).toEqual([]);
    expect(webhooks.errors).toEqual([]);
  });

  it.each([
    ['another JSON type', { 'content-type': 'application/cloudevents+json' }],
    ['text/json', { 'CONTENT-TYPE': 'text/json;charset=UTF-8' }],
    ['no type', {}],
    ['several types', { 'content-type': ['application/json', 'x'] }],
  ])('with %s is taken', async (_name, headers) => {
    await expect(receive().handle(posted(event, { headers }))).resolves.toMatchObject({ status: 204 });
  });

  it('says what is missing in an event', async () => {
    const { body } = await receive().handle(posted({ $type: 'job', workflowId: '1', status: 'failed' }));
    expect(body).toContain('stepName is missing, jobId is missing');
  });

  it('is read in pieces, and not beyond the limit', async () => {
    const webhooks = receive({ maxBodyBytes: 100 });
    let pieces = 0;
    let closed = false;
    const endless = (async function* () {
      try {
        for (;;) {
          pieces += 1;
          yield new Uint8Array(30);
        }
      } finally {
        closed = true;
      }
    })();
    await expect(webhooks.handle(posted(event, { body: endless }))).resolves.toMatchObject({ status: 413 });
    expect([pieces, closed]).toEqual([4, true]);
    const whole = Array.from(JSON.stringify(stepEvent()), (character) => Buffer.from(character));
    const small = (async function* () {
      yield* whole;
    })();
    await expect(receive().handle(posted(event, { body: small }))).resolves.toMatchObject({ status: 204 });
  });

  it('that breaks off, or is compressed, is refused', async () => {
    const broken = (async function* () {
      yield Buffer.from('{"a"');
      throw new TypeError('terminated');
    })();
    await expect(receive().handle(posted(event, { body: broken }))).resolves.toMatchObject({ status: 400 });
    const body = (async function* () {
      yield Buffer.from('');
    })();
    const headers = { 'content-encoding': 'gzip' };
    await expect(receive().handle(posted(event, { body, headers }))).resolves.toMatchObject({ status: 415 });
  });

  it('that a framework has spoilt is a 500, and is reported', async () => {
    const webhooks = receive();
    await expect(webhooks.handle(posted(event, { method: undefined as never }))).resolves.toMatchObject({
      status: 500,
    });
    expect(webhooks.errors).toEqual([expect.any(TypeError)]);
  });
});

describe('options that make no sense', () => {
  it.each<[string, object, RegExp]>([
    ['no onEvent', { onEvent: undefined }, /onEvent must be a function/],
    ['no size', { maxBodyBytes: 0 }, /maxBodyBytes must be a whole number from 1/],
    ['half an event', { maxPending: 0.5 }, /maxPending/],
    ['another time', { acknowledge: 'sometimes' }, /"before" or "after"/],
  ])('%s', (_name, options, message) => {
    const make = (): unknown => createWebhookHandler({ secret, onEvent: () => undefined, ...options });
    expect(make).toThrow(message);
  });
});
