import { afterEach } from 'vitest';
import {
  json,
  type LoopbackServer,
  type Responder,
  startLoopback,
  text,
} from '../../../../test/support/loopback-server.js';
import type { MultipartUpload } from '../../src/resources/image-uploads/multipart-upload.js';
import { type Served, type ServeOptions, serving } from './support.js';

/** Ten bytes, in parts of four: `abcd`, `efgh`, `ij`. */
export const tenBytes: Uint8Array = new TextEncoder().encode('abcdefghij');

/** The number of the part that a storage URL is for. */
export function partOf(url: string): number {
  return Number(new URL(url, 'http://x').searchParams.get('partNumber'));
}

/** Takes every part, and names it by its number. */
export const takes: Responder = (exchange, response, request) =>
  text('', 'application/xml', 200, { etag: `"e${partOf(exchange.url)}"` })(exchange, response, request);

/** Chunks of a stream. */
export async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const piece of texts) yield await Promise.resolve(new TextEncoder().encode(piece));
}

/** An upload that has begun, and the two servers it talks to. */
export interface StartedUpload extends Served {
  readonly upload: MultipartUpload;
  readonly storage: LoopbackServer;
  /** Number and bytes of every part that the storage has seen, in order of the numbers. */
  readonly sentParts: () => [number, string][];
}

/** Starts a storage and an upload to it, which `complete` ends; all of it is closed after each test. */
export function multiparts(): (
  storageScript: Responder,
  complete?: Responder,
  options?: ServeOptions,
) => Promise<StartedUpload> {
  const serve = serving();
  const open: LoopbackServer[] = [];
  afterEach(async () => {
    for (const storage of open.splice(0)) await storage.close();
  });
  return async (storageScript, complete = json('https://storage/key-1'), options = {}) => {
    const storage = await startLoopback(storageScript);
    open.push(storage);
    const urls = [1, 2, 3].map((partNumber) => ({
      partNumber,
      url: `${storage.origin}/k?partNumber=${partNumber}&sig=s3cret`,
    }));
    const ticket = { urls, bucket: 'b', key: 'key-1', uploadId: 'u', chunkSize: 4, backend: 'backblaze' };
    const served = await serve([json(ticket), complete], options);
    const upload = await served.civitai.imageUploads.startMultipart({ sizeBytes: 10, filename: 'a.mp4' });
    const sentParts = (): [number, string][] =>
      storage.exchanges
        .map(({ url, body }): [number, string] => [partOf(url), body])
        .toSorted(([left], [right]) => left - right);
    return { ...served, upload, storage, sentParts };
  };
}
