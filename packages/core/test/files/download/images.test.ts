import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { json, type Responder, reset, text } from '../../../../../test/support/loopback-server.js';
import type { VersionImage } from '../../../src/files/download/image-options.js';
import type { PlannedFile } from '../../../src/files/download/planned-file.js';
import { useLoopback } from '../../use-loopback.js';
import { smallVersion, useEmulator } from './use-emulator.js';

const site = useEmulator();
const loopback = useLoopback();
const png = Buffer.concat([Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'), Buffer.alloc(2000, 1)]);
const webm = Buffer.concat([
  Buffer.from('\u001A\u0045\u00DF\u00A3\u0042\u0082\u0084webm', 'latin1'),
  Buffer.alloc(2000, 2),
]);

/** A version whose images lie on a server of the test. */
async function versionWith(urls: readonly string[], responder: Responder): Promise<PlannedFile['version']> {
  const origin = await loopback.serve(responder);
  const { version } = await site.plan(smallVersion);
  const [first] = version.images.length > 0 ? version.images : [{} as VersionImage];
  const images = urls.map((url, index) => ({
    ...first,
    id: index + 1,
    url: `${origin}${url}`,
    meta: { prompt: `prompt ${index + 1}`, token: 'x' },
  }));
  return { ...version, images } as unknown as PlannedFile['version'];
}

describe('images', () => {
  it('saves pictures and videos under the extension that they are, with what they were made by', async () => {
    const version = await versionWith(['/a/1.jpeg', '/b/2.jpeg'], (exchange, response, request) =>
      text(exchange.url.includes('1') ? png : webm, 'image/jpeg')(exchange, response, request),
    );
    const result = await site.downloader().images(version, site.folder);
    expect(result.failed).toEqual([]);
    expect(readdirSync(site.folder).toSorted()).toEqual(['1.json', '1.png', '2.json', '2.webm']);
    expect(readFileSync(join(site.folder, '1.png')).equals(png)).toBe(true);
    expect(JSON.parse(readFileSync(join(site.folder, '2.json'), 'utf8'))).toMatchObject({
      meta: { prompt: 'prompt 2' },
    });
    for (const { headers } of loopback.server.exchanges) expect(headers.authorization).toBeUndefined();
  });

  it('takes as many as wished, of those that are wished, and none twice', async () => {
    const version = await versionWith(['/1.png', '/2.png', '/3.png', '/4.png'], text(png, 'image/png'));
    const options = { maxImages: 2, select: ({ id }: VersionImage) => id !== 1, withData: false };
    const first = await site.downloader().images(version, site.folder, options);
    expect(first.images.map(({ image, outcome }) => [image.id, outcome])).toEqual([
      [2, 'downloaded'],
      [3, 'downloaded'],
    ]);
    const second = await site.downloader().images(version, site.folder, options);
    expect(second.images.map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped']);
    expect(loopback.server.exchanges).toHaveLength(2);
    expect(readdirSync(site.folder).toSorted()).toEqual(['2.png', '3.png']);
  });

  it('goes on when one fails, and saves nothing that is no image', async () => {
    const version = await versionWith(
      ['/gone.png', '/page.png', '/good.png', '/..%2Fescape.png'],
      (exchange, response, request) => {
        const answers: Readonly<Record<string, Responder>> = {
          '/gone.png': json({ error: 'gone' }, 404),
          '/page.png': text('<!doctype html><title>Login</title>', 'image/png'),
        };
        return (answers[exchange.url] ?? text(png, 'image/png'))(exchange, response, request);
      },
    );
    const result = await site.downloader().images(version, join(site.folder, 'images'), { withData: false });
    expect(
      result.failed.map(({ error, image }) => `${image.id} ${(error as { code: string }).code}`).toSorted(),
    ).toEqual(['1 not_found', '2 wrong_content']);
    expect(readdirSync(site.folder)).toEqual(['images']);
    expect(readdirSync(join(site.folder, 'images')).toSorted()).toEqual(['escape.png', 'good.png']);
  });

  it('tries again when the connection breaks', async () => {
    const version = await versionWith(['/1.png'], (exchange, response, request) => {
      return (exchange.ordinal < 2 ? reset : text(png, 'image/png'))(exchange, response, request);
    });
    expect((await site.downloader().images(version, site.folder, { withData: false })).images).toHaveLength(1);
  });

  it('asks for the generation data that a model page does not have, and does without when it cannot', async () => {
    const model = await site.civitai.models.get((await site.plan(smallVersion)).model.id);
    const version = model.modelVersions[0];
    if (version === undefined) throw new Error('the model has no version');
    site.emulator.addFault({ match: { path: '/api/v1/model-versions/' }, fault: { kind: 'status', status: 404 } });
    const images = [{ ...version.images[0], id: 5, url: `${await loopback.serve(text(png, 'image/png'))}/5.png` }];
    const result = await site.downloader().images({ ...version, images } as never, site.folder);
    expect(result).toMatchObject({ images: [{ outcome: 'downloaded' }], dataFailure: { code: 'not_found' } });
  });
});
