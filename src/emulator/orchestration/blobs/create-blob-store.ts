import { createBlobIds } from './blob-ids.js';
import { createBlobLinks } from './blob-links.js';
import { createBlobRecords } from './blob-records.js';
import type { BlobContent, ServedBlobStore } from './blob-store.js';
import { createContentHost, createContentRoutes } from './content-host.js';
import { createIngestRoute } from './ingest-route.js';
import { createReadBlobRoutes } from './read-blob-routes.js';
import { createSealedTokens } from './sealed-tokens.js';
import { createSignedLinks } from './signed-links.js';
import { createStreamingBlobs } from './streaming-blobs.js';
import { createStreamingRoutes } from './streaming-routes.js';
import { createUploadRoutes } from './upload-routes.js';
import { viewBlob } from './view-blob.js';

/** How a blob store is made. */
export interface BlobStoreOptions {
  /** Origin of the API; upload URLs lead there. */
  readonly apiUrl: string;
  /** Origin the contents are served at. */
  readonly contentUrl: string;
  /** Ids are a function of it and of how many there were before; 1 unless told. */
  readonly seed?: number;
  /** How long the URLs of contents and archives work; 15 minutes unless told. */
  readonly urlSeconds?: number;
  /** How long an upload URL works; 15 minutes unless told. */
  readonly uploadUrlSeconds?: number;
  /** The largest upload; 64 MB unless told, which is also the most there can be. */
  readonly maxUploadBytes?: number;
  /** Whether keys may make public blobs; they may not unless told. */
  readonly isPrivileged?: boolean;
  /** Origins blobs may be ingested from; only that of the contents unless told. */
  readonly trustedOrigins?: readonly string[];
  /** Milliseconds since 1970; the machine's clock unless told. */
  readonly now?: () => number;
}

const URL_SECONDS = 15 * 60;
const MAX_UPLOAD_BYTES = 64 * 1024 * 1024;

/** Creates an empty store. */
export function createBlobStore(options: BlobStoreOptions): ServedBlobStore {
  const { apiUrl, contentUrl, now = Date.now, urlSeconds = URL_SECONDS } = options;
  const nextId = createBlobIds(options.seed ?? 1);
  const records = createBlobRecords(now);
  const links = createSignedLinks(now);
  const blobLinks = createBlobLinks({ contentUrl, urlSeconds, links, tokens: createSealedTokens() });
  const streams = createStreamingBlobs();
  const viewOf = (blobId: string): Readonly<Record<string, unknown>> | undefined => {
    const record = records.find(blobId);
    return record === undefined ? undefined : viewBlob(record, blobLinks, { hideMatureContent: false });
  };
  const keep = (content: BlobContent, isPublic: boolean): Readonly<Record<string, unknown>> => {
    const id = nextId(content.extension);
    records.add(id, content, isPublic);
    return viewOf(id) ?? {};
  };
  const parts = {
    apiUrl,
    uploadUrlSeconds: options.uploadUrlSeconds ?? URL_SECONDS,
    maxUploadBytes: options.maxUploadBytes ?? MAX_UPLOAD_BYTES,
    isPrivileged: options.isPrivileged ?? false,
    trustedOrigins: options.trustedOrigins ?? [contentUrl],
    links,
    keep,
    find: viewOf,
  };
  return {
    reserve: nextId,
    put: (content, blobId = nextId(content.extension)) => {
      records.add(blobId, content, false);
      return blobId;
    },
    has: (blobId) => records.find(blobId) !== undefined,
    read: (blobId) => records.find(blobId)?.content,
    view: (blobId, viewOptions) => {
      const record = records.find(blobId);
      if (record === undefined) throw new Error(`There is no blob ${blobId}.`);
      return viewBlob(record, blobLinks, viewOptions);
    },
    archive: (entries, format) => {
      const { url, expiresAt } = blobLinks.to({ kind: 'archive', entries, format });
      return { url, entryCount: entries.length, format, expiresAt };
    },
    streams,
    expireUrls: () => links.expireAll(),
    host: createContentHost(blobLinks, records),
    routes: [
      ...createUploadRoutes(parts),
      createIngestRoute(parts),
      ...createContentRoutes(blobLinks, records),
      ...createReadBlobRoutes(blobLinks, records),
      ...createStreamingRoutes(streams),
    ],
  };
}
