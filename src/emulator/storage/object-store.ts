import { createHash, randomUUID } from 'node:crypto';
import type { Host } from '../http/incoming-call.js';
import { dispositionOf } from './disposition.js';
import { type Completion, createMultipartUploads, type SentPart } from './multipart-uploads.js';
import type { StoredObject } from './serve-object.js';
import type { StorageBehaviour } from './storage-behaviour.js';
import { createStorageHost } from './storage-host.js';
import { createThrottle } from './throttle.js';
import { createUrlSigner } from './url-signer.js';

/** The bucket of uploads. */
export const MEDIA_BUCKET = 'civitai-media';

const UPLOAD_SECONDS = 12 * 60 * 60;

/** A single upload as the site hands it out. */
export interface UploadTicket {
  readonly id: string;
  readonly uploadURL: string;
}

/** An upload in parts as the site hands it out. */
export interface MultipartTicket {
  readonly urls: readonly { readonly url: string; readonly partNumber: number }[];
  readonly bucket: string;
  readonly key: string;
  readonly uploadId: string;
  readonly chunkSize: number;
  readonly backend: 'backblaze';
}

/** The second origin: object storage that serves downloads and takes uploads under signed URLs. */
export interface ObjectStore {
  readonly origin: string;
  readonly host: Host;
  /** Puts an object under a path (not yet percent-encoded) and gives the URL a client may read it at. */
  offer(path: string, fileName: string, object: StoredObject): string;
  takeUpload(): UploadTicket;
  takeMultipart(size: number | undefined): MultipartTicket;
  /** Puts the parts of an upload together. A finished one can be read below its key without a signature. */
  complete(key: string, uploadId: string, parts: readonly SentPart[]): Completion;
  expireUrls(): void;
}

/** How a store is made. */
export interface StoreOptions {
  readonly origin: string;
  readonly downloadSeconds: number;
  readonly partBytes: number;
  readonly behaviour: StorageBehaviour;
}

/** The stored form of some bytes. */
export function storedBytes(bytes: Buffer): StoredObject {
  return {
    read: () => bytes,
    etag: `"${createHash('md5').update(bytes).digest('hex')}"`,
    lastModified: new Date(),
  };
}

function mediaPath(key: string): string {
  return `/${MEDIA_BUCKET}/${key}`;
}

/** Encodes a path but for its slashes. */
function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Creates an empty store. */
export function createObjectStore({ origin, downloadSeconds, partBytes, behaviour }: StoreOptions): ObjectStore {
  const signer = createUrlSigner(origin);
  const objects = new Map<string, StoredObject>();
  const uploads = createMultipartUploads(partBytes);
  return {
    origin,
    host: createStorageHost({ signer, objects, uploads, behaviour, throttle: createThrottle(behaviour) }),
    offer: (path, fileName, object) => {
      objects.set(path, object);
      const disposition = dispositionOf(fileName, behaviour);
      const query = disposition === undefined ? {} : { 'response-content-disposition': disposition };
      return signer.sign('GET', encodePath(path), query, downloadSeconds);
    },
    takeUpload: () => {
      const id = randomUUID();
      return { id, uploadURL: signer.sign('PUT', mediaPath(id), {}, UPLOAD_SECONDS) };
    },
    takeMultipart: (size) => {
      const key = randomUUID();
      const uploadId = uploads.begin(key, size);
      const urls = Array.from({ length: size === undefined ? 0 : Math.ceil(size / partBytes) }, (_, index) => {
        const query = { partNumber: String(index + 1), uploadId };
        return { url: signer.sign('PUT', mediaPath(key), query, UPLOAD_SECONDS), partNumber: index + 1 };
      });
      return { urls, bucket: MEDIA_BUCKET, key, uploadId, chunkSize: partBytes, backend: 'backblaze' };
    },
    complete: (key, uploadId, parts) => {
      const completion = uploads.complete(key, uploadId, parts);
      if (typeof completion === 'object') objects.set(mediaPath(key), storedBytes(completion.bytes));
      return completion;
    },
    expireUrls: () => signer.expireAll(),
  };
}
