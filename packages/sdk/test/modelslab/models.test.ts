import { describe, expect, it } from 'vitest';
import { recordEvents } from '../../../../test/faults/canary-support.js';
import { json } from '../../../../test/support/loopback-server.js';
import { asked, canary, errorOf, sent, useModelsLab } from './job-support.js';

const served = useModelsLab();

function found(ids: readonly string[], pagination: object): ReturnType<typeof json> {
  return json({ status: 'success', data: { items: ids.map((id) => ({ model_id: id })), pagination } });
}

describe('the search', () => {
  it('is walked page by page', async () => {
    const client = await served.serve([
      found(['a', 'b'], { current_page: 1, per_page: 2, total: 3 }),
      found(['c'], { current_page: 2, per_page: 2, total: 3 }),
    ]);
    const ids: unknown[] = [];
    for await (const { model_id: id } of client.models.search({ feature: 'imagen', per_page: 2, free: true }))
      ids.push(id);
    expect(ids).toEqual(['a', 'b', 'c']);
    expect(asked(served.server).map((one) => one.replace(canary, 'KEY'))).toEqual([
      'GET /api/v6/model-search?feature=imagen&free=true&per_page=2&key=KEY',
      'GET /api/v6/model-search?feature=imagen&free=true&per_page=2&page=2&key=KEY',
    ]);
  });

  it('shows the key of its query nowhere', async () => {
    const lines: string[] = [];
    const log = (line: string): void => void lines.push(line);
    const client = await served.serve(
      [json({ status: 'error', message: `bad key ${canary}` }, 400), found(['a'], {})],
      {},
      { logger: { debug: log, warn: log } },
    );
    const seen = await recordEvents(async () => {
      const error = await errorOf(client.models.search({ search: 'flux' }).page());
      expect(error.message).toContain('bad key [redacted]');
      await client.models.search({ search: 'flux' }).page();
    });
    expect(served.server.exchanges[0]?.url).toContain(canary);
    expect(seen.length + lines.length).toBeGreaterThan(8);
    for (const text of [...seen, ...lines]) expect(text).not.toContain(canary);
  });

  it.each([
    ['a bare list', [{ model_id: 'a' }]],
    ['a list in data', { data: [{ model_id: 'a' }] }],
    ['a list in items', { items: [{ model_id: 'a' }] }],
    ['a list of Laravel', { data: { data: [{ model_id: 'a' }], current_page: 1, last_page: 1 } }],
  ])('reads %s', async (_name, body) => {
    const client = await served.serve(json(body));
    expect((await client.models.search().toArray()).map(({ model_id: id }) => id)).toEqual(['a']);
    expect(await client.models.v7({ search: 'kling' }).toArray()).toHaveLength(1);
    expect(served.server.exchanges[1]?.url).toContain('/api/v7/models?search=kling&key=');
  });

  it('says so when there is no list', async () => {
    const client = await served.serve(json({ status: 'success', data: 7 }));
    await expect(client.models.search().page()).rejects.toMatchObject({ code: 'unexpected_shape' });
  });

  it('refuses a key that is not its own', async () => {
    const client = await served.serve(json([]));
    expect(() => client.models.search({ key: canary }).page()).toThrow(/leave out "key"/);
    expect(served.server.exchanges).toHaveLength(0);
  });
});

it.each([
  ['filters', '/filters'],
  ['tags', '/tags'],
  ['providers', '/providers'],
] as const)('%s are given as the server tells them', async (method, path) => {
  const client = await served.serve([json({ status: 'success', data: ['a'] }), json(['b'])]);
  expect(await client.models[method]()).toEqual(['a']);
  expect(await client.models[method]()).toEqual(['b']);
  expect(served.server.exchanges[0]?.url.startsWith(`/api/v6/model-search${path}?key=`)).toBe(true);
});

it('one model is found by its id, whatever is in it', async () => {
  const client = await served.serve([json({ data: { model_id: 'a/b' } }), json({ data: [] })]);
  expect(await client.models.get('a/b')).toEqual({ model_id: 'a/b' });
  expect(served.server.exchanges[0]?.url).toContain('/api/v6/model-search/a%2Fb?');
  await expect(client.models.get('c')).rejects.toMatchObject({ code: 'unexpected_shape' });
});

it('a list that is an error is one', async () => {
  const client = await served.serve(json({ status: 'error', message: 'API key required' }));
  await expect(client.models.list()).rejects.toMatchObject({ name: 'AuthenticationError' });
});

it('a voice without its id is no voice', async () => {
  const client = await served.serve(json({ status: 'success', message: 'Voice uploaded' }));
  const voice = { name: 'Jacob', init_audio: 'https://a.test/j.wav', language: 'english' };
  await expect(client.voices.upload(voice)).rejects.toMatchObject({ code: 'unexpected_shape' });
  expect(sent(served.server, 0)).toEqual({ key: canary, ...voice });
});
