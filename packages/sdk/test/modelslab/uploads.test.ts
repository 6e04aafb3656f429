import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { json } from '../../../../test/support/loopback-server.js';
import { asked, canary, errorOf, sent, useModelsLab } from './job-support.js';

const served = useModelsLab();
const answer = json({ status: 'success', id: 1, output: ['https://assets.modelslab.ai/generations/upload-1.png'] });
const bytes = Uint8Array.of(1, 2, 3);

describe('an input that has no URL yet', () => {
  it.each([
    ['image/png', '/api/v6/image_editing/base64_to_url', 'init_image'],
    ['audio/mpeg', '/api/v6/voice/base64_to_url', 'init_audio'],
    ['video/mp4', '/api/v6/video/base64_to_url', 'init_obj'],
    ['model/obj', '/api/v6/3d/base64_to_url', 'init_obj'],
    ['application/pdf', '/api/v6/base64_to_url', 'base64_string'],
  ])('of type %s goes to %s as %s', async (mediaType, path, member) => {
    const client = await served.serve(answer);
    const { url } = await client.uploads.base64ToUrl({ bytes, mediaType });
    expect(url).toBe('https://assets.modelslab.ai/generations/upload-1.png');
    expect(asked(served.server)).toEqual([`POST ${path}`]);
    expect(sent(served.server, 0)).toEqual({ key: canary, [member]: `data:${mediaType};base64,AQID` });
  });

  it('goes where it is told to, also where nobody knows of', async () => {
    const client = await served.serve(answer);
    await client.uploads.base64ToUrl({ bytes, mediaType: 'image/png' }, { family: 'voice' });
    await client.uploads.base64ToUrl('anything', { family: 'music', member: 'init_song' });
    await client.uploads.base64ToUrl('anything', { member: 'base64_str' });
    expect(asked(served.server)).toEqual([
      'POST /api/v6/voice/base64_to_url',
      'POST /api/v6/music/base64_to_url',
      'POST /api/v6/base64_to_url',
    ]);
    expect(sent(served.server, 1)).toEqual({ key: canary, init_song: 'anything' });
    expect(sent(served.server, 2)).toEqual({ key: canary, base64_str: 'anything' });
  });

  it('can be a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'civitkit-uploads-'));
    try {
      await writeFile(join(folder, 'a.png'), bytes);
      const client = await served.serve(answer);
      await client.uploads.base64ToUrl(await openAsBlob(join(folder, 'a.png'), { type: 'image/png' }));
      expect(sent(served.server, 0)['init_image']).toBe('data:image/png;base64,AQID');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('can be part of a larger buffer, and of no known type', async () => {
    const client = await served.serve(answer);
    const larger = Uint8Array.of(9, 1, 2, 3, 9);
    await client.uploads.base64ToUrl({ bytes: larger.subarray(1, 4), mediaType: 'image/png' });
    await client.uploads.base64ToUrl(new Blob([bytes]));
    expect(sent(served.server, 0)['init_image']).toBe('data:image/png;base64,AQID');
    expect(sent(served.server, 1)['base64_string']).toBe('data:application/octet-stream;base64,AQID');
  });

  it.each([undefined, null, 7, {}, { bytes: 'AQID', mediaType: 'image/png' }, { bytes }])(
    'is not %j',
    async (source) => {
      const client = await served.serve(answer);
      expect(() => client.uploads.base64ToUrl(source as never)).toThrow(TypeError);
      expect(served.server.exchanges).toHaveLength(0);
    },
  );
});

describe('what is large', () => {
  const large = { bytes: new Uint8Array(5_100_000), mediaType: 'image/png' };

  it('is left to the server to refuse', async () => {
    const client = await served.serve(answer);
    await expect(client.uploads.base64ToUrl(large)).resolves.toMatchObject({ id: '1' });
  });

  it('is named as the likely reason when it does', async () => {
    const client = await served.serve(json({ status: 'error', message: 'Invalid file' }, 400));
    const error = await errorOf(client.uploads.base64ToUrl(large));
    expect(error).toMatchObject({ name: 'ValidationError' });
    expect(error.message).toContain('It has 5.1 MB; the documents allow 5 MB.');
    const small = await errorOf(client.uploads.base64ToUrl({ bytes, mediaType: 'image/png' }));
    expect(small.message).not.toContain('5 MB');
  });
});

it.each([{ status: 'success', output: [] }, { status: 'success' }, []])('an answer without a URL: %j', async (body) => {
  const client = await served.serve(json(body));
  await expect(client.uploads.base64ToUrl({ bytes, mediaType: 'image/png' })).rejects.toMatchObject({
    code: 'unexpected_shape',
  });
});

it('crops by the words that the server knows', async () => {
  const client = await served.serve(
    json({ status: 'success', messege: 'image uploaded', link: 'https://a.test/1.png' }),
  );
  await client.account.base64Crop({ bytes, mediaType: 'image/png' }, { crop: false });
  expect(sent(served.server, 0)).toEqual({ key: canary, image: 'data:image/png;base64,AQID', crop: 'false' });
});
