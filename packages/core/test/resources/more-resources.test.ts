import { describe, expect, it } from 'vitest';
import { siteFixture } from '../../../../test/support/fixture.js';
import { json, type LoopbackServer, text } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { jsonBodies, serving } from './support.js';

const serve = serving();

function queries(server: LoopbackServer): string[] {
  return server.exchanges.map(({ url }) => url.split('?')[1] ?? '');
}

describe('users', () => {
  it('are found by ids, two hundred at a time and each once, or by a text', async () => {
    const { civitai, server } = await serve(json(siteFixture('users.list')));
    const users = await civitai.users.find({ query: 'you & me' });
    expect(users.map(({ avatarUrl }) => avatarUrl)).toEqual([
      '00003039-1111-4222-8333-000000003039',
      'https://lh3.googleusercontent.com/a/x',
      null,
      null,
    ]);
    await civitai.users.find({ ids: [...Array.from({ length: 201 }, (_, index) => index - 1), 5] });
    const [search, ...lists] = queries(server);
    expect(search).toBe('query=you%20%26%20me');
    expect(lists.map((query) => query.split('&').length).toSorted((a, b) => a - b)).toEqual([1, 200]);
  });

  it('must be asked for by exactly one of the two', async () => {
    const { civitai, server } = await serve(json({ items: [] }));
    const { users } = civitai;
    expect(() => users.find({} as { query: string })).toThrow(TypeError);
    expect(() => users.find({ query: 'a', ids: [1] } as unknown as { query: string })).toThrow(TypeError);
    expect(() => users.find({ query: ' ' })).toThrow(RangeError);
    expect(() => users.find({ ids: [] })).toThrow(RangeError);
    expect(() => users.find({ ids: ['1'] as unknown as number[] })).toThrow(TypeError);
    await expect(users.find({ ids: [1, Number.NaN] })).rejects.toMatchObject({ issues: [{ path: 'ids.1' }] });
    expect(server.exchanges).toHaveLength(0);
  });

  it('are a list, or the answer is refused', async () => {
    const { civitai } = await serve(json({ items: 'none' }));
    await expect(civitai.users.find({ query: 'a' })).rejects.toMatchObject({ code: 'unexpected_shape' });
  });
});

describe('permissions', () => {
  it('are a map from ids, put together from as many requests as it takes', async () => {
    const { civitai, server } = await serve((exchange, response, request) => {
      const ids = new URL(exchange.url, 'http://x').searchParams.getAll('entityIds');
      return json(Object.fromEntries(ids.map((id) => [id, Number(id) % 2 === 0])))(exchange, response, request);
    });
    const allowed = await civitai.permissions.check({
      entityIds: Array.from({ length: 301 }, (_, index) => index + 1),
    });
    expect(allowed.size).toBe(301);
    expect([allowed.get(300), allowed.get(301)]).toEqual([true, false]);
    expect(server.exchanges).toHaveLength(2);
    await civitai.permissions.check({ entityIds: [7], userId: 9 });
    expect(queries(server).at(-1)).toBe('entityIds=7&entityType=ModelVersion&permission=Generate&userId=9');
  });

  it('of nothing are an empty map, of a missing list a mistake', async () => {
    const { civitai, server } = await serve(json([]));
    await expect(civitai.permissions.check({ entityIds: [] })).resolves.toEqual(new Map());
    expect(queries(server)).toEqual(['entityType=ModelVersion&permission=Generate']);
    expect(() => civitai.permissions.check({} as { entityIds: number[] })).toThrow(TypeError);
  });

  it.each([[[1]], [{ 1: 'yes' }], [{ one: true }], ['no']])('are not read from %j', async (answer) => {
    const { civitai } = await serve(json(answer));
    await expect(civitai.permissions.check({ entityIds: [1] })).rejects.toMatchObject({ code: 'unexpected_shape' });
  });
});

describe('tensor metadata', () => {
  it('is asked for past the copies that caches hold', async () => {
    const { civitai, server } = await serve([
      json(siteFixture('model-files.tensor-metadata.lora')),
      json(siteFixture('model-files.tensor-metadata.summary')),
    ]);
    await expect(civitai.modelFiles.getTensorMetadata(9001)).resolves.toMatchObject({
      vramEstimate: null,
      tensors: [],
    });
    const summary = await civitai.modelFiles.getTensorMetadata(9001, { summaryOnly: true });
    expect(summary.tensors).toBeUndefined();
    expect(server.exchanges.map(({ url }) => url)).toEqual([
      '/api/v1/model-files/9001/tensor-metadata?v=2',
      '/api/v1/model-files/9001/tensor-metadata?summaryOnly=true&v=2',
    ]);
    await expect(civitai.modelFiles.getTensorMetadata(0)).rejects.toMatchObject({ issues: [{ path: 'fileId' }] });
  });

  it.each([
    [400, 'ValidationError', 'invalid_request'],
    [403, 'PermissionError', 'forbidden'],
    [410, 'NotFoundError', 'gone'],
    [422, 'ValidationError', 'invalid_request'],
  ])('of which the server says %i is a %s', async (status, name, code) => {
    const { civitai } = await serve(json({ error: 'File format is not supported' }, status));
    await expect(civitai.modelFiles.getTensorMetadata(1)).rejects.toMatchObject({ name, code, status });
  });
});

describe('content', () => {
  it('is asked for by its path', async () => {
    const page = siteFixture('content.get') as Record<string, unknown>;
    delete page['lastmod'];
    const { civitai, server } = await serve(json(page));
    await expect(civitai.content.get('rules/minors')).resolves.toMatchObject({ title: 'Terms', lastmod: null });
    expect(server.exchanges[0]?.url).toBe('/api/v1/content/rules/minors');
  });

  it('that is not there is a NotFoundError, told by a 500 with nothing in it, and not repeated', async () => {
    const { civitai, server } = await serve(json({}, 500));
    await expect(civitai.content.get('nothing')).rejects.toMatchObject({
      name: 'NotFoundError',
      code: 'not_found',
      status: 500,
      retryable: false,
      message: expect.stringContaining('there is no page "nothing"') as string,
    });
    expect(server.exchanges).toHaveLength(1);
  });

  it.each([
    ['a text', json({ error: 'db is down' }, 500)],
    ['a cause', json({ error: {} }, 500)],
    ['a page of its own', text('Internal Server Error', 'text/plain', 500)],
    ['nothing, but another status', json({}, 502)],
  ])('fails as usual when the server fails with %s', async (_name, failure) => {
    const { civitai, server } = await serve(failure, { clock: new TestClock(10_000) });
    await expect(civitai.content.get('tos')).rejects.toMatchObject({ name: 'CivitaiError', retryable: true });
    expect(server.exchanges).toHaveLength(3);
  });

  it.each(['', '/tos', 'tos/', 'a//b', 'terms.md', '../me', 'a b', 'ä'])('has no page at "%s"', async (slug) => {
    const { civitai, server } = await serve(json({}));
    await expect(civitai.content.get(slug)).rejects.toMatchObject({
      name: 'ValidationError',
      issues: [{ path: 'slug' }],
    });
    expect(server.exchanges).toHaveLength(0);
    expect(() => civitai.content.get(5 as unknown as string)).toThrow(TypeError);
  });
});

describe('model versions in short', () => {
  it('describe a file of choice, with null for what is left out', async () => {
    const { civitai, server } = await serve(json(siteFixture('model-versions.mini.get.modelFileId')));
    await expect(civitai.modelVersions.getMini(1001, { modelFileId: 9002 })).resolves.toMatchObject({
      air: 'urn:air:illustrious:checkpoint:civitai:800001@1001+9002',
      earlyAccessEndsAt: null,
      freeTrialLimit: null,
    });
    await civitai.modelVersions.getMini(1001);
    expect(server.exchanges.map(({ url }) => url)).toEqual([
      '/api/v1/model-versions/mini/1001?modelFileId=9002',
      '/api/v1/model-versions/mini/1001',
    ]);
    await expect(civitai.modelVersions.getMini(1, { modelFileId: 0 })).rejects.toMatchObject({
      issues: [{ path: 'modelFileId' }],
    });
  });

  it('are not given for an answer of another shape', async () => {
    const { civitai } = await serve(json({ id: 1 }));
    await expect(civitai.modelVersions.getMini(1)).rejects.toMatchObject({ code: 'unexpected_shape' });
  });
});

describe('writing versions', () => {
  it('sets the price, once and with the key', async () => {
    const { civitai, server } = await serve(json({ success: true, modelVersionId: 5, modelId: 6 }));
    const terms = { download: { price: 500 }, generation: { price: 50, trialLimit: 10 } };
    await expect(
      civitai.modelVersions.setEarlyAccess(5, { paidAccess: { timeframeDays: 7, terms }, rightsAffirmed: true }),
    ).resolves.toEqual({ success: true, modelVersionId: 5, modelId: 6 });
    await civitai.modelVersions.setEarlyAccess(5, { paidAccess: null });
    expect(jsonBodies(server)).toEqual([
      { id: 5, paidAccess: { timeframeDays: 7, terms }, rightsAffirmed: true },
      { id: 5, paidAccess: null },
    ]);
    expect(server.exchanges[0]).toMatchObject({ method: 'POST', url: '/api/v1/model-versions/early-access' });
    const forgotten = {} as { paidAccess: null };
    expect(() => civitai.modelVersions.setEarlyAccess(5, forgotten)).toThrow(/null opens the version/);
  });

  it('is not repeated, and names what is wrong', async () => {
    const details = { formErrors: [], fieldErrors: { 'paidAccess.timeframeDays': ['Too big'] } };
    const { civitai, server } = await serve([
      json({ error: 'down' }, 503),
      json({ error: 'Invalid request body', details }, 400),
    ]);
    await expect(civitai.modelVersions.setEarlyAccess(5, { paidAccess: null })).rejects.toMatchObject({ attempts: 1 });
    await expect(civitai.modelVersions.setEarlyAccess(5, { paidAccess: null })).rejects.toMatchObject({
      issues: [{ path: 'paidAccess.timeframeDays', message: 'Too big' }],
    });
    expect(server.exchanges).toHaveLength(2);
  });

  it('needs a key', async () => {
    const { civitai, server } = await serve(json({}), { anonymous: true });
    const missing = { name: 'AuthenticationError', code: 'missing_api_key' };
    await expect(civitai.modelVersions.setEarlyAccess(5, { paidAccess: null })).rejects.toMatchObject(missing);
    await expect(civitai.modelVersions.bustCache([5])).rejects.toMatchObject(missing);
    await expect(civitai.imageUploads.create()).rejects.toMatchObject(missing);
    expect(server.exchanges).toHaveLength(0);
  });

  it('makes the site forget its copies', async () => {
    const { civitai, server } = await serve(json({ busted: 2 }));
    await expect(civitai.modelVersions.bustCache([5, 6, 5])).resolves.toEqual({ busted: 2 });
    expect(jsonBodies(server)).toEqual([{ versionIds: [5, 6] }]);
  });
});
