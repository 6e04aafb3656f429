import { type CallOptions, type CivitaiPromise, InvalidResponseError } from '@civitkit/core/client';
import { type OpenOptions, type Pipeline, parseObject, type StreamedAnswer } from '@civitkit/core/internal';
import { mapGenerationError } from '../errors/map-generation-error.js';
import { queryOf } from '../request/query-of.js';
import { readLines } from '../streams/read-lines.js';

/** Which piece of a streaming blob is added. */
export interface AppendOptions extends CallOptions {
  /** Position of the piece, from 0. The same piece again changes nothing; a gap is refused with what is expected. */
  readonly sequence: number;
  /** Nothing follows. Default: false. */
  readonly final?: boolean;
}

/**
 * Blobs that are read while they are written: `generation.streamingBlobs`. A chat step with `metadata: { stream: true }`
 * puts its pieces into one, a line of JSON each.
 */
export class StreamingBlobsClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /** Opens the bytes; the answer ends when the blob is complete. */
  open(blobKey: string, options?: OpenOptions): CivitaiPromise<StreamedAnswer> {
    return this.#pipeline.open(
      {
        operation: 'streamingBlobs.open',
        method: 'GET',
        path: ['consumer', 'streaming-blobs', blobKey],
        mapError: mapGenerationError,
      },
      options,
    );
  }

  /**
   * The lines of a blob, each read as JSON as soon as it is complete.
   *
   * @throws InvalidResponseError for a line that is no JSON
   */
  async *lines(blobKey: string, options?: OpenOptions): AsyncGenerator<unknown, void> {
    const { body } = await this.open(blobKey, options);
    for await (const line of readLines(body)) {
      if (line.trim() !== '') yield parseLine(line);
    }
  }

  /** Adds a piece. Sent again when the connection breaks: a piece that is there already changes nothing. */
  append(
    blobKey: string,
    bytes: Uint8Array,
    options: AppendOptions,
  ): CivitaiPromise<{ readonly nextSequence: number }> {
    const { sequence, final, ...callOptions } = options;
    if (!Number.isSafeInteger(sequence) || sequence < 0) {
      throw new RangeError(`streamingBlobs.append: sequence must be a whole number from 0, got ${sequence}`);
    }
    return this.#pipeline.send(
      {
        operation: 'streamingBlobs.append',
        method: 'POST',
        path: ['consumer', 'streaming-blobs', blobKey],
        query: queryOf({ seq: sequence, final }),
        rawBody: bytes,
        headers: { 'content-type': 'application/octet-stream' },
        idempotent: true,
        mapError: mapGenerationError,
      },
      (json, context) => parseObject(json, 'nextSequence', context) as unknown as { readonly nextSequence: number },
      callOptions,
    );
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new InvalidResponseError(
      'streamingBlobs.lines: a line of the blob is no JSON. Read its bytes with open() if it holds something else.',
      { code: 'invalid_json' },
    );
  }
}
