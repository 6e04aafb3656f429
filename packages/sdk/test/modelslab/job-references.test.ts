import { describe, expect, it } from 'vitest';
import { json } from '../../../../test/support/loopback-server.js';
import { asked, enterpriseCanary, processing, sent, success, useModelsLab } from './job-support.js';

const served = useModelsLab();

describe('a job of which only the reference is known', () => {
  it.each([
    ['images:12345', '/api/v6/images/fetch/12345'],
    ['video:abc-1', '/api/v6/video/fetch/abc-1'],
    ['v7.videoFusion:5', '/api/v7/video-fusion/fetch/5'],
    ['enterprise.flux:5', '/api/v1/enterprise/flux/fetch/5'],
    ['image_editing:5', '/api/v6/image_editing/fetch/5'],
    ['v8/music/fetch:5', '/api/v8/music/fetch/5'],
    [' images:12345\n', '/api/v6/images/fetch/12345'],
    ['images:a/b', '/api/v6/images/fetch/a%2Fb'],
  ])('%j is fetched at %s, at once', async (reference, path) => {
    const client = await served.serve([success()]);
    const job = client.resume(reference);
    expect(served.server.exchanges).toHaveLength(0);
    expect((await job).outputs).toHaveLength(1);
    expect(asked(served.server)).toEqual([`POST ${path}`]);
    expect(served.clock.delays.filter((delayMs) => delayMs > 0)).toEqual([]);
  });

  it('an enterprise address goes with the enterprise key', async () => {
    const client = await served.serve([success()]);
    await client.resume('v1/enterprise/brand_new/fetch:5');
    expect(sent(served.server, 0)).toEqual({ key: enterpriseCanary });
  });

  it('of an operation that is not listed leads back to it', async () => {
    const music = { name: 'music.make', path: ['v8', 'music', 'make'], fetchPath: ['v8', 'music', 'fetch'] };
    const client = await served.serve([processing({ fetch_result: '' }), success()]);
    const { reference } = await client.generate(music, {}).submitted();
    expect(reference).toBe('v8/music/fetch:12345');
    expect((await client.resume(reference)).reference).toBe(reference);
    expect(asked(served.server)[1]).toBe('POST /api/v8/music/fetch/12345');
  });

  it.each(['', 'images', 'images:', ':5', 'images: ', '../x:5', 'a//b:5', 'images:..'])(
    '%j is none, which is data and no mistake in the program',
    async (reference) => {
      const client = await served.serve([success()]);
      expect(await client.resume(reference).asResult()).toMatchObject({
        ok: false,
        error: { code: 'invalid_argument' },
      });
      expect(served.server.exchanges).toHaveLength(0);
    },
  );

  it('is told to submitted() after one look', async () => {
    const client = await served.serve([json({ status: 'processing', eta: 50, output: '' })]);
    expect(await client.resume('images:12345').submitted()).toEqual({
      id: '12345',
      reference: 'images:12345',
      etaSeconds: 50,
    });
    await expect.poll(() => served.clock.pending).toBe(0);
    expect(served.server.exchanges).toHaveLength(1);
  });
});
