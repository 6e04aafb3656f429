import { CivitaiError, isCivitaiError } from '../../errors/civitai-error.js';
import type { Answer, CallOptions } from '../../transport/api-request.js';
import { checkCallOptions } from '../../transport/call-options.js';
import { CivitaiPromise } from '../../transport/civitai-promise.js';
import type { Pipeline } from '../../transport/pipeline.js';
import { runBounded } from '../run-bounded.js';
import type { MultipartState, PartTarget, SentPart } from './multipart-state.js';
import { putBytes } from './put-bytes.js';
import { readParts, sizeOf, type UploadSource } from './upload-source.js';

const operation = 'imageUploads.multipart';

/** How far an upload is. */
export interface UploadProgress {
  readonly sentBytes: number;
  readonly totalBytes: number;
  readonly sentParts: number;
  readonly totalParts: number;
}

/** How `MultipartUpload.send` goes about it. `timeoutMs` is the time of each part: 10 minutes by default. */
export interface SendPartsOptions extends CallOptions {
  /** Parts under way at a time; each is held in memory. Default: 3. */
  readonly concurrency?: number;
  /** Called after every part. What it throws fails the upload. */
  readonly onProgress?: (progress: UploadProgress) => void;
}

/** A file that was uploaded in parts. */
export interface CompletedUpload {
  /** Its storage key, of which `cdnUrl` makes a URL. */
  readonly id: string;
  /** Where the storage has it; `null` when the upload was complete before. */
  readonly location: string | null;
}

/**
 * An upload in parts, which can be interrupted and go on: in this process by another {@link MultipartUpload.send}, in
 * another one by `civitai.imageUploads.resumeMultipart(upload.serialize())`. Only the parts that are missing are sent.
 *
 * @example
 * ```ts
 * import { openAsBlob } from 'node:fs';
 * import { writeFile } from 'node:fs/promises';
 * import { createCivitaiClient } from '@civitkit/core/client';
 *
 * const civitai = createCivitaiClient();
 * const file = await openAsBlob('video.mp4');
 * const upload = await civitai.imageUploads.startMultipart({ sizeBytes: file.size, filename: 'video.mp4' });
 * await writeFile('upload.json', upload.serialize(), { mode: 0o600 });
 * const { id } = await upload.send(file, { onProgress: ({ sentParts }) => console.log(sentParts) });
 * console.log(id);
 * ```
 */
export class MultipartUpload {
  readonly #pipeline: Pipeline;
  readonly #completeUrl: string;
  readonly #state: MultipartState;
  readonly #sent: Map<number, string>;
  #busy = false;

  /** Uploads come from `civitai.imageUploads`. */
  constructor(pipeline: Pipeline, baseUrl: string, state: MultipartState) {
    this.#pipeline = pipeline;
    this.#completeUrl = `${baseUrl}/api/upload/complete`;
    this.#state = state;
    this.#sent = new Map(state.sent.map(({ partNumber, etag }) => [partNumber, etag]));
  }

  /** The storage key that the file will have. */
  get id(): string {
    return this.#state.key;
  }

  /** Numbers, from 1, of the parts that have not arrived. */
  get missingParts(): readonly number[] {
    return this.#state.targets.map(({ partNumber }) => partNumber).filter((number) => !this.#sent.has(number));
  }

  get progress(): UploadProgress {
    const { sizeBytes, partBytes, targets } = this.#state;
    const missingBytes = this.missingParts
      .map((number) => Math.min(partBytes, sizeBytes - (number - 1) * partBytes))
      .reduce((sum, bytes) => sum + bytes, 0);
    return {
      sentBytes: sizeBytes - missingBytes,
      totalBytes: sizeBytes,
      sentParts: this.#sent.size,
      totalParts: targets.length,
    };
  }

  /**
   * The upload as it is now, for `resumeMultipart`. The text holds signed URLs: for the 12 hours that they are good for,
   * who reads it can write the missing parts.
   */
  serialize(): string {
    const sent: SentPart[] = [...this.#sent].map(([partNumber, etag]) => ({ partNumber, etag }));
    return JSON.stringify({ ...this.#state, sent } satisfies MultipartState);
  }

  /**
   * Sends the missing parts of the file, which must be the same every time, and completes the upload. A part that fails
   * is repeated as any read is; when that does not help, or `signal` aborts, the call fails and what has arrived stays.
   *
   * @throws CivitaiError with code `conflict` when the upload was ended elsewhere; ValidationError when the storage does
   * not accept the parts (all count as missing then), or the source has another size; PermissionError when the signed
   * URLs have expired; TypeError while another `send` of this upload is under way
   */
  send(source: UploadSource, options: SendPartsOptions = {}): CivitaiPromise<CompletedUpload> {
    const { concurrency = 3, onProgress, ...callOptions } = options;
    checkCallOptions(operation, callOptions);
    if (!(Number.isInteger(concurrency) && concurrency >= 1)) {
      throw new RangeError(`${operation}: concurrency must be a whole number from 1, got ${concurrency}`);
    }
    const size = sizeOf(operation, source);
    if (size !== this.#state.sizeBytes) {
      throw new RangeError(`${operation}: the upload was started for ${this.#state.sizeBytes} bytes, not ${size}`);
    }
    if (this.#busy) throw new TypeError(`${operation}: this upload is being sent already`);
    this.#busy = true;
    return new CivitaiPromise(this.#send(source, { ...callOptions, concurrency, onProgress }));
  }

  async #send(
    source: UploadSource,
    {
      concurrency,
      onProgress,
      ...options
    }: Required<Pick<SendPartsOptions, 'concurrency'>> &
      CallOptions & { readonly onProgress: SendPartsOptions['onProgress'] },
  ): Promise<Answer<CompletedUpload>> {
    try {
      const wanted = new Set(this.missingParts);
      const choice = { partBytes: this.#state.partBytes, wanted };
      const inputs = wanted.size === 0 ? [] : readParts(operation, source, choice);
      const targets = new Map(this.#state.targets.map((target) => [target.partNumber, target]));
      await runBounded({ inputs, concurrency, signal: options.signal }, async ({ partNumber, bytes }, signal) => {
        const { url } = targets.get(partNumber) as PartTarget;
        const { data: etag } = await putBytes(
          this.#pipeline,
          { operation, url, bytes, named: true },
          { ...options, signal },
        );
        this.#sent.set(partNumber, etag);
        onProgress?.(this.progress);
      });
      return await this.#complete(options);
    } finally {
      this.#busy = false;
    }
  }

  async #complete(options: CallOptions): Promise<Answer<CompletedUpload>> {
    const { bucket, key, uploadId, backend } = this.#state;
    const parts = [...this.#sent]
      .map(([PartNumber, ETag]) => ({ ETag, PartNumber }))
      .toSorted((left, right) => left.PartNumber - right.PartNumber);
    try {
      return await this.#pipeline
        .send<CompletedUpload>(
          {
            operation,
            method: 'POST',
            path: [],
            url: this.#completeUrl,
            body: { bucket, key, type: 'image', uploadId, parts, backend },
            authentication: 'required',
            mapError: withRemedy,
            // The server tells by null that it was complete before.
            idempotent: true,
          },
          (json, context) => {
            if (typeof json !== 'string' && json !== null) throw context.wrongShape('a text or null');
            return { id: key, location: json };
          },
          options,
        )
        .withResponse();
    } catch (error) {
      // What was sent is not what the storage has: none of it can be relied on.
      if (isCivitaiError(error) && error.status === 422) this.#sent.clear();
      throw error;
    }
  }
}

function withRemedy(error: CivitaiError): CivitaiError {
  const { status, requestId, attempts } = error;
  if (status !== 409) return error;
  return new CivitaiError(
    `${operation}: the upload is no more: it was ended elsewhere, or was given up by the storage. Start a new one. ` +
      `(request ${requestId})`,
    { code: 'conflict', status, requestId, attempts },
  );
}
