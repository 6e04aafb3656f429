import type { CallOptions, CivitaiPromise, UploadSource } from '@civitkit/core/client';
import { type SavedStream, type SaveStreamOptions, saveStream } from '@civitkit/core/files';
import {
  type OpenOptions,
  type Pipeline,
  parseObject,
  type StreamBody,
  type StreamedAnswer,
} from '@civitkit/core/internal';
import { mapGenerationError } from '../errors/map-generation-error.js';
import type { Blob as GeneratedBlob } from '../generated/types.js';
import { queryOf } from '../request/query-of.js';
import { blobBody } from './blob-body.js';
import type { BlobLocation, GetBlobOptions } from './blob-location.js';
import { type ReadableBlob, readBlob } from './read-blob.js';
import { refreshUrls } from './refresh-urls.js';
import { contentTypeOf, type UploadBlobOptions } from './upload-options.js';

/** Where somebody without a token may upload one blob. */
export interface BlobUploadTarget {
  /** Signed: who has it can upload. */
  readonly uploadUrl: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
}

/** How a blob is saved to a file. */
export interface DownloadBlobOptions extends OpenOptions, Pick<SaveStreamOptions, 'overwrite' | 'onProgress'> {}

/** Time for one transfer: 64 MB on a slow line. */
const transferTimeoutMs = 600_000;

/** Files that go into workflows and come out of them: `generation.blobs`. */
export class BlobsClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /**
   * Uploads an image or a video, for use in a step: its `url`, or its `id`. The server looks at the content at once and
   * may refuse it.
   *
   * Sent again when the connection breaks: a second copy costs nothing. A stream can be sent only once.
   *
   * @throws ValidationError for content that is too large, of another type, or blocked
   *
   * @example
   * ```ts
   * import { readFile } from 'node:fs/promises';
   * import { createOrchestrationClient, steps } from '@civitkit/sdk/client';
   *
   * const generation = createOrchestrationClient();
   * const photo = await generation.blobs.upload(await readFile('photo.png'), { contentType: 'image/png' });
   * await generation.run({ steps: [steps.imageUpscaler({ image: photo.url ?? photo.id })] });
   * ```
   */
  upload(source: UploadSource, options: UploadBlobOptions = {}): CivitaiPromise<GeneratedBlob> {
    return this.#upload('blobs.upload', source, options);
  }

  /** A place where somebody without a token, such as a browser, may upload one blob. */
  createUpload(options?: CallOptions): CivitaiPromise<BlobUploadTarget> {
    return this.#pipeline.send(
      {
        operation: 'blobs.createUpload',
        method: 'GET',
        path: ['consumer', 'blobs', 'upload'],
        mapError: mapGenerationError,
      },
      (json, context) => parseObject(json, 'uploadUrl', context) as unknown as BlobUploadTarget,
      options,
    );
  }

  /** Uploads to a place that `createUpload` gave; the token is not sent. */
  uploadTo(uploadUrl: string, source: UploadSource, options: UploadBlobOptions = {}): CivitaiPromise<GeneratedBlob> {
    return this.#upload('blobs.uploadTo', source, options, uploadUrl);
  }

  /**
   * A fresh URL of a blob. Nothing is downloaded.
   *
   * @throws PermissionError for a blob that is more mature than asked for; NotFoundError when there is none
   */
  get(blobId: string, options: GetBlobOptions = {}): CivitaiPromise<BlobLocation> {
    const { workflowId, nsfwLevel, filename, download, ...callOptions } = options;
    return this.#pipeline.send(
      {
        operation: 'blobs.get',
        method: 'GET',
        path: ['consumer', 'blobs', blobId],
        query: queryOf({ workflowId, nsfwLevel, filename, download }),
        redirect: 'manual',
        mapError: mapGenerationError,
      },
      (_, context) => {
        const { location, 'x-nsfw-level': level } = context.response.headers;
        if (location === undefined) throw context.wrongShape('the header "location"');
        return { url: location, ...(level === undefined ? {} : { nsfwLevel: level }) };
      },
      callOptions,
    );
  }

  /** Whether there is such a blob. */
  async exists(blobId: string, options?: CallOptions): Promise<boolean> {
    const outcome = await this.#pipeline
      .send(
        {
          operation: 'blobs.exists',
          method: 'HEAD',
          path: ['consumer', 'blobs', blobId],
          answer: 'nothing',
          redirect: 'manual',
          mapError: mapGenerationError,
        },
        () => true,
        options,
      )
      .asResult();
    if (outcome.ok) return true;
    if (outcome.error.code === 'not_found') return false;
    throw outcome.error;
  }

  /** The blob with a fresh URL; its 30 days begin anew. */
  refresh(blobId: string, options?: CallOptions): CivitaiPromise<GeneratedBlob> {
    return this.#pipeline.send(
      {
        operation: 'blobs.refresh',
        method: 'POST',
        path: ['consumer', 'blobs', blobId, 'refresh'],
        idempotent: true,
        mapError: mapGenerationError,
      },
      (json, context) => parseObject(json, 'id', context) as unknown as GeneratedBlob,
      options,
    );
  }

  /**
   * Copies a value, such as a template, with fresh URLs in the place of those of blobs that are unsigned, have expired or
   * will within five minutes.
   */
  refreshUrls<T>(value: T, options: CallOptions = {}): Promise<T> {
    return refreshUrls(value, { now: Date.now(), refresh: (id) => this.refresh(id, options) });
  }

  /** Takes over a file that lies elsewhere. For trusted sources alone; others get 403. */
  ingest(sourceUrl: string, options: CallOptions & { readonly public?: boolean } = {}): CivitaiPromise<GeneratedBlob> {
    const { public: isPublic, ...callOptions } = options;
    return this.#pipeline.send(
      {
        operation: 'blobs.ingest',
        method: 'POST',
        path: ['consumer', 'blobs', 'ingest'],
        query: queryOf({ sourceUrl, public: isPublic }),
        idempotent: true,
        mapError: mapGenerationError,
      },
      (json, context) => parseObject(json, 'id', context) as unknown as GeneratedBlob,
      callOptions,
    );
  }

  /**
   * Opens the bytes of a blob, an archive, or anything else that the server gave a URL for. A blob's expired URL is
   * replaced by a fresh one; the token never goes to the storage.
   *
   * @param blob - a blob of an answer, one of `outputs()`, an id, or a URL
   * @throws NotFoundError, PermissionError; ValidationError for what has neither id nor URL
   *
   * @example
   * ```ts
   * import { createOrchestrationClient, outputs, steps } from '@civitkit/sdk/client';
   *
   * const generation = createOrchestrationClient();
   * const workflow = await generation.run({ steps: [steps.textToImage({ prompt: 'a lighthouse' })] });
   * for (const output of outputs(workflow)) {
   *   if (output.available) await generation.blobs.download(output, output.id ?? 'output');
   *   else console.warn(output.path, output.blockedReason);
   * }
   * ```
   */
  read(blob: ReadableBlob, options: OpenOptions = {}): Promise<StreamedAnswer> {
    return readBlob(
      blob,
      {
        open: (url, openOptions) =>
          this.#pipeline.open({ operation: 'blobs.read', method: 'GET', path: [], url }, openOptions),
        locate: async (id) => (await this.get(id, callOptionsOf(options))).url,
      },
      options,
    );
  }

  /**
   * Saves a blob to a file, which is there whole or not at all.
   *
   * @throws DownloadError when there is such a file already, or it cannot be written
   */
  async download(blob: ReadableBlob, path: string, options: DownloadBlobOptions = {}): Promise<SavedStream> {
    const { overwrite, onProgress, ...openOptions } = options;
    const { body, headers } = await this.read(blob, openOptions);
    const length = Number(headers['content-length']);
    return saveStream(path, body, {
      ...(overwrite === undefined ? {} : { overwrite }),
      ...(onProgress === undefined ? {} : { onProgress }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      ...(Number.isSafeInteger(length) && headers['content-length'] !== undefined ? { expectedBytes: length } : {}),
    });
  }

  #upload(
    operation: string,
    source: UploadSource,
    { contentType, onProgress, ...callOptions }: UploadBlobOptions,
    url?: string,
  ): CivitaiPromise<GeneratedBlob> {
    const streamBody: StreamBody = blobBody(operation, source, onProgress);
    return this.#pipeline.send(
      {
        operation,
        method: 'POST',
        path: ['consumer', 'blobs'],
        ...(url === undefined ? {} : { url, authentication: 'none' as const }),
        streamBody,
        headers: { 'content-type': contentTypeOf(operation, source, contentType) },
        timeoutMs: transferTimeoutMs,
        idempotent: true,
        mapError: mapGenerationError,
      },
      (json, context) => parseObject(json, 'id', context) as unknown as GeneratedBlob,
      callOptions,
    );
  }
}

/** Of a transfer's options those that fit a call: its time is not the transfer's. */
function callOptionsOf({ signal, maxRetries, headers }: OpenOptions): CallOptions {
  return {
    ...(signal === undefined ? {} : { signal }),
    ...(maxRetries === undefined ? {} : { maxRetries }),
    ...(headers === undefined ? {} : { headers }),
  };
}
