import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach } from 'vitest';
import type { DownloadCli } from './downloads.js';

const png = Buffer.concat([Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'), Buffer.alloc(2000, 1)]);
const imageHost = 'https://image.civitai.com';

/** The emulated site, whose images lie on this machine. */
export interface ImageSite {
  /** To be put into the environment of a command. */
  readonly env: Readonly<Record<string, string>>;
  /** What was asked for of the images, and whether a key came with it. */
  readonly images: { readonly path: string; readonly withKey: boolean }[];
  /** Every image is gone from now on. */
  remove(): void;
}

/** Stands between the command and the emulator: passes everything on, with other addresses of images in the answers. */
export function imageSite(cli: DownloadCli): ImageSite {
  let site: Server;
  let media: Server;
  let isGone = false;
  const images: { path: string; withKey: boolean }[] = [];
  beforeEach(async () => {
    images.length = 0;
    isGone = false;
    media = createServer(({ headers, url = '' }, response) => {
      images.push({ path: url, withKey: headers.authorization !== undefined });
      response.writeHead(isGone ? 404 : 200, { 'content-type': 'image/jpeg' }).end(isGone ? 'gone' : png);
    });
    site = createServer((request, response) => {
      void (async () => {
        const { authorization, 'user-agent': agent = '' } = request.headers;
        const headers = { 'user-agent': agent, ...(authorization === undefined ? {} : { authorization }) };
        const answer = await fetch(`${cli.emulator.siteUrl}${request.url}`, { headers, redirect: 'manual' });
        const text = await answer.text();
        const location = answer.headers.get('location');
        response.writeHead(answer.status, {
          'content-type': answer.headers.get('content-type') ?? 'text/plain',
          ...(location === null ? {} : { location }),
        });
        response.end(text.replaceAll(imageHost, originOf(media)));
      })();
    });
    await Promise.all(
      [media, site].map((server) => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))),
    );
  });
  afterEach(() => {
    for (const server of [site, media]) {
      server.closeAllConnections();
      server.close();
    }
  });
  return {
    get env() {
      return { CivitaiApi__BaseUrl: originOf(site) };
    },
    images,
    remove: () => {
      isGone = true;
    },
  };
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
