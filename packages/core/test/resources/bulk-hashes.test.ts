import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { siteFixture } from '../../../../test/support/fixture.js';
import { json, type Responder, reset } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { jsonBodies, serving } from './support.js';

const serve = serving();
const known = '13B7994FAE9387C2E1B598524BA1204AE404D02FA67016ED86C74183AB1AAFCA';

function hashOf(index: number): string {
  return index.toString(16).padStart(64, '0');
}

/** A version with one file for each hash. */
function version(id: number, hashes: readonly string[], more: object = {}): object {
  const files = hashes.map((SHA256, index) => ({ id: id * 10 + index, type: 'Model', hashes: { SHA256 } }));
  return { id, modelId: id, publishedAt: '2025-01-01T00:00:00.000Z', model: { type: 'LORA' }, files, ...more };
}

/** Answers a bulk request with one version for each hash. */
const everything: Responder = (exchange, response, request) => {
  const asked = JSON.parse(exchange.body) as string[];
  const answer = asked.map((hash) => version(Number.parseInt(hash.slice(-8), 16) + 1, [hash.toUpperCase()]));
  return json(answer)(exchange, response, request);
};

describe('versions of many files', () => {
  it('are matched to the hashes as the caller wrote them, the oldest version first', async () => {
    const { civitai, server } = await serve(json(siteFixture('model-versions.by-hash.post')));
    const asked = [known.toLowerCase(), hashOf(1), known, known.toLowerCase()];
    const { found, missing } = await civitai.modelVersions.getManyByHash(asked);
    expect(found.map(({ hash, versions }) => [hash, versions.map(({ id }) => id)])).toEqual([
      [known.toLowerCase(), [1001, 1003]],
      [known, [1001, 1003]],
    ]);
    expect(missing).toEqual([hashOf(1)]);
    expect(jsonBodies(server)).toEqual([[known.toLowerCase(), hashOf(1)]]);
    expect(server.exchanges[0]).toMatchObject({ method: 'POST', url: '/api/v1/model-versions/by-hash' });
  });

  it('have download URLs that lead to the site, and the shape that get gives', async () => {
    const { civitai, server } = await serve(json(siteFixture('model-versions.by-hash.post')));
    const { found } = await civitai.modelVersions.getManyByHash([known]);
    const [first] = found[0]?.versions ?? [];
    expect(first).toMatchObject({
      downloadUrl: `${server.origin}/api/download/models/1001`,
      model: { mode: null },
      files: [
        {},
        { downloadUrl: `${server.origin}/api/download/models/1001?type=VAE&format=SafeTensor&size=pruned&fp=fp16` },
      ],
      images: [{ id: 500_001 }, { id: 500_002, meta: null }],
    });
  });

  it('keep download URLs that have a host', async () => {
    const url = 'https://civitai.red/api/download/models/5';
    const { civitai } = await serve(json([version(5, [known], { downloadUrl: url })]));
    const { found } = await civitai.modelVersions.getManyByHash([known]);
    expect(found[0]?.versions[0].downloadUrl).toBe(url);
  });

  it('are asked for a hundred at a time, each hash once, two requests at a time', async () => {
    let open = 0;
    let most = 0;
    const { civitai, server } = await serve((exchange, response, request) => {
      open += 1;
      most = Math.max(most, open);
      setImmediate(() => {
        open -= 1;
        void everything(exchange, response, request);
      });
    });
    const hashes = Array.from({ length: 250 }, (_, index) => hashOf(index + 0xabc));
    const { found, missing } = await civitai.modelVersions.getManyByHash([
      ...hashes,
      ...hashes.map((h) => h.toUpperCase()),
    ]);
    expect(
      jsonBodies(server)
        .map((body) => (body as string[]).length)
        .toSorted((a, b) => a - b),
    ).toEqual([50, 100, 100]);
    expect(missing).toEqual([]);
    expect(new Set(found.map(({ hash }) => hash))).toEqual(new Set([...hashes, ...hashes.map((h) => h.toUpperCase())]));
    expect(most).toBeLessThanOrEqual(2);
  });

  it('come with the response of the last request, and are asked for even when there is no hash', async () => {
    const { civitai, server } = await serve(json([], 200, { 'x-handled-by': 'pod' }));
    const { data, response } = await civitai.modelVersions.getManyByHash([]).withResponse();
    expect(data).toEqual({ found: [], missing: [] });
    expect(response.headers['x-handled-by']).toBe('pod');
    expect(jsonBodies(server)).toEqual([[]]);
  });

  it('that show no files are matched by the route that gives ids', async () => {
    const archived = version(7, [], { model: { type: 'LORA', mode: 'Archived' } });
    const { civitai, server } = await serve([
      json([archived, null, version(9, [hashOf(3)])]),
      json([{ modelVersionId: 7, modelId: 7, hash: hashOf(2).toUpperCase() }]),
    ]);
    const { found, missing } = await civitai.modelVersions.getManyByHash([hashOf(1), hashOf(2), hashOf(3)]);
    expect(found.map(({ hash, versions }) => [hash, versions[0].id])).toEqual([
      [hashOf(2), 7],
      [hashOf(3), 9],
    ]);
    expect(missing).toEqual([hashOf(1)]);
    expect(server.exchanges.map(({ url }) => url)).toEqual([
      '/api/v1/model-versions/by-hash',
      '/api/v1/model-versions/by-hash/ids',
    ]);
  });

  it('that show the VAE of another model are not taken for its owners', async () => {
    const vae = { id: 1, type: 'VAE', hashes: { SHA256: hashOf(1) } };
    const checkpoint = version(3, [hashOf(2)], { model: { type: 'Checkpoint' } }) as { files: object[] };
    checkpoint.files.push(vae, { id: 2, type: 'VAE', hashes: { SHA256: hashOf(4) } });
    const owner = version(8, [], { model: { type: 'VAE' }, files: [vae], publishedAt: '2026-01-01T00:00:00.000Z' });
    const { civitai, server } = await serve([
      json([checkpoint, owner]),
      json([{ modelVersionId: 8, modelId: 8, hash: hashOf(1).toUpperCase() }]),
    ]);
    const { found, missing } = await civitai.modelVersions.getManyByHash([hashOf(1), hashOf(2), hashOf(4)]);
    expect(found.map(({ hash, versions }) => [hash, versions.map(({ id }) => id)])).toEqual([
      [hashOf(1), [8]],
      [hashOf(2), [3]],
    ]);
    expect(missing).toEqual([hashOf(4)]);
    expect(jsonBodies(server)[1]).toEqual([hashOf(1), hashOf(4)]);
  });

  it('are asked for again after a failure, since asking changes nothing', async () => {
    const { civitai, server } = await serve([reset, json([], 503), everything], { clock: new TestClock(10_000) });
    await expect(civitai.modelVersions.getManyByHash([hashOf(1)])).resolves.toMatchObject({ missing: [] });
    expect(server.exchanges).toHaveLength(3);
  });

  it('are not asked for any further when one request fails', async () => {
    const { civitai, server } = await serve((exchange, response, request) =>
      (exchange.ordinal === 0 ? json({ error: 'no' }, 400) : everything)(exchange, response, request),
    );
    const hashes = Array.from({ length: 1000 }, (_, index) => hashOf(index));
    const outcome = await civitai.modelVersions.getManyByHash(hashes).asResult();
    expect(outcome).toMatchObject({ ok: false, error: { name: 'ValidationError', status: 400 } });
    expect(server.exchanges.length).toBeLessThan(5);
  });

  it.each([['getManyByHash'], ['getIdsByHash']] as const)(
    'are refused by %s for a hash of another length',
    async (method) => {
      const { civitai, server } = await serve(json([]));
      const outcome = await civitai.modelVersions[method]([hashOf(1), 'ABC', hashOf(2), `${hashOf(3)}\n`]).asResult();
      expect(outcome).toMatchObject({
        ok: false,
        error: {
          name: 'ValidationError',
          code: 'invalid_argument',
          attempts: 0,
          issues: [{ path: 'hashes.1' }, { path: 'hashes.3' }],
        },
      });
      expect(server.exchanges).toHaveLength(0);
      expect(() => civitai.modelVersions[method]([hashOf(1), 5 as unknown as string])).toThrow(TypeError);
      expect(() => civitai.modelVersions[method](hashOf(1) as unknown as string[])).toThrow(TypeError);
      expect(() => civitai.modelVersions[method]([hashOf(1)], { maxRetries: -1 })).toThrow(RangeError);
    },
  );

  it('stop when the caller cancels, with the reason, and leave no listener', async () => {
    const controller = new AbortController();
    const { civitai } = await serve(() => {
      controller.abort('enough');
    });
    const call = civitai.modelVersions.getManyByHash([hashOf(1)], { signal: controller.signal });
    await expect(call).rejects.toBe('enough');
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });

  it.each([['a text'], [{ items: [] }], [[1]], [null]])('must be a list, not %j', async (answer) => {
    const { civitai } = await serve(json(answer));
    await expect(civitai.modelVersions.getManyByHash([hashOf(1)])).rejects.toMatchObject({
      name: 'InvalidResponseError',
      code: 'unexpected_shape',
    });
  });
});

describe('ids of many files', () => {
  it('are matched to the hashes as the caller wrote them, each version once, the smallest id first', async () => {
    const entry = (modelVersionId: number): object => ({ modelVersionId, modelId: 1, hash: known });
    const { civitai } = await serve(json([entry(1003), entry(1001), entry(1003)]));
    const { found, missing } = await civitai.modelVersions.getIdsByHash([hashOf(1), known.toLowerCase()]);
    expect(found).toEqual([{ hash: known.toLowerCase(), versions: [entry(1001), entry(1003)] }]);
    expect(missing).toEqual([hashOf(1)]);
  });

  it('are asked for ten thousand at a time', async () => {
    const { civitai, server } = await serve(json([]));
    const hashes = Array.from({ length: 20_001 }, (_, index) => hashOf(index));
    const { missing } = await civitai.modelVersions.getIdsByHash(hashes);
    expect(missing).toEqual(hashes);
    expect(
      jsonBodies(server)
        .map((body) => (body as string[]).length)
        .toSorted((a, b) => a - b),
    ).toEqual([1, 10_000, 10_000]);
  });
});
