import { ValidationError } from '../../errors/validation-error.js';
import type { Answer, CallOptions } from '../../transport/api-request.js';
import { checkCallOptions } from '../../transport/call-options.js';
import { CivitaiPromise } from '../../transport/civitai-promise.js';
import type { FieldTree } from '../../transport/field-tree.js';
import type { Pipeline } from '../../transport/pipeline.js';
import { objectParser } from '../object-parser.js';
import { readMultipartState } from './multipart-state.js';
import { MultipartUpload } from './multipart-upload.js';
import { putBytes } from './put-bytes.js';
import { type MultipartRequest, parseStart } from './start-multipart.js';
import { readAll, sizeOf, type UploadSource } from './upload-source.js';

/** Where one file may be put. */
export interface ImageUploadTarget {
  /** The storage key that the file will have. */
  readonly id: string;
  /** Signed, for one PUT within 12 hours: who has it can write the file. */
  readonly uploadURL: string;
}

/** A file that is on the site now. */
export interface UploadedImage {
  /** Its storage key, of which `cdnUrl` makes a URL. */
  readonly id: string;
}

/** How a file is uploaded. `timeoutMs` is the time of each of the two requests; the transfer has 10 minutes by default. */
export interface UploadOptions extends CallOptions {
  /** Such as `image/png`. Default: the type of the `Blob`, or `application/octet-stream`. */
  readonly mimeType?: string;
}

const targetFields: FieldTree<ImageUploadTarget> = { id: true, uploadURL: true };

/**
 * Files for images and videos: `civitai.imageUploads`. Every call needs a key. The API has no way to make a post of what
 * was uploaded.
 */
export class ImageUploadsClient {
  readonly #pipeline: Pipeline;
  readonly #baseUrl: string;

  /** `baseUrl` is the root of the site: completing an upload lies outside the API's own paths. */
  constructor(pipeline: Pipeline, baseUrl: string) {
    this.#pipeline = pipeline;
    this.#baseUrl = baseUrl;
  }

  /** A place for one file, to be put there by other means; `upload` does both. */
  create(options?: CallOptions): CivitaiPromise<ImageUploadTarget> {
    return this.#create('imageUploads.create', options);
  }

  /**
   * Uploads a file in one piece, which is held in memory; for large ones there is `startMultipart`.
   *
   * @throws AuthenticationError without a key; ValidationError when the source is empty or has another size than it says
   *
   * @example
   * ```ts
   * import { readFile } from 'node:fs/promises';
   * import { createCivitaiClient } from '@civitkit/core/client';
   *
   * const civitai = createCivitaiClient();
   * const { id } = await civitai.imageUploads.upload(await readFile('picture.png'), { mimeType: 'image/png' });
   * console.log(id);
   * ```
   */
  upload(source: UploadSource, options: UploadOptions = {}): CivitaiPromise<UploadedImage> {
    const operation = 'imageUploads.upload';
    const { mimeType, ...callOptions } = options;
    checkCallOptions(operation, callOptions);
    const refused = refuseSize(operation, sizeOf(operation, source));
    if (refused !== undefined) return new CivitaiPromise(Promise.reject(refused));
    return new CivitaiPromise(this.#upload(operation, source, mimeType ?? typeOf(source), callOptions));
  }

  /**
   * Starts an upload in parts of 25 MiB: each is repeated by itself when it fails, and an interrupted upload goes on
   * where it was.
   *
   * @throws AuthenticationError without a key, or when the account may not upload
   */
  startMultipart(request: MultipartRequest, options?: CallOptions): CivitaiPromise<MultipartUpload> {
    const operation = 'imageUploads.startMultipart';
    const { sizeBytes, filename, mimeType } = request;
    const refused = refuseSize(operation, sizeBytes);
    if (refused !== undefined) return new CivitaiPromise(Promise.reject(refused));
    return this.#pipeline.send(
      {
        operation,
        method: 'POST',
        path: ['image-upload', 'multipart'],
        body: { size: sizeBytes, filename, mimeType },
        authentication: 'required',
        // Only the last of several starts is used; the storage gives up the others.
        idempotent: true,
      },
      (json, context) => new MultipartUpload(this.#pipeline, this.#baseUrl, parseStart(json, sizeBytes, context)),
      options,
    );
  }

  /**
   * An upload that {@link MultipartUpload.serialize} has written down; `send` goes on with it. Nothing is sent before.
   *
   * @throws ValidationError when the text is something else
   */
  resumeMultipart(text: string): MultipartUpload {
    const state = readMultipartState('imageUploads.resumeMultipart', text);
    return new MultipartUpload(this.#pipeline, this.#baseUrl, state);
  }

  #create(operation: string, options: CallOptions | undefined): CivitaiPromise<ImageUploadTarget> {
    return this.#pipeline.send(
      // A place that is never used costs nothing, so asking again is harmless.
      { operation, method: 'POST', path: ['image-upload'], authentication: 'required', idempotent: true },
      objectParser<ImageUploadTarget>({ marker: 'uploadURL', fields: targetFields }),
      options,
    );
  }

  async #upload(
    operation: string,
    source: UploadSource,
    mimeType: string | undefined,
    options: CallOptions,
  ): Promise<Answer<UploadedImage>> {
    const { id, uploadURL: url } = await this.#create(operation, options);
    const bytes = await readAll(operation, source);
    const { response } = await putBytes(this.#pipeline, { operation, url, bytes, mimeType }, options);
    return { data: { id }, response };
  }
}

function refuseSize(operation: string, sizeBytes: number): ValidationError | undefined {
  if (typeof sizeBytes !== 'number') throw new TypeError(`${operation}: sizeBytes must be a number`);
  if (Number.isSafeInteger(sizeBytes) && sizeBytes >= 1) return undefined;
  const message = `must be a whole number from 1, got ${sizeBytes}`;
  const issues = [{ path: 'sizeBytes', message }];
  return new ValidationError(`${operation}: the size in bytes ${message}.`, { code: 'invalid_argument', issues });
}

function typeOf(source: UploadSource): string | undefined {
  const { type } = source as Partial<Blob>;
  return type === '' ? undefined : type;
}
