import { ValidationError } from '../../errors/validation-error.js';

/** Bytes that come in pieces, such as a file's read stream. */
export interface UploadStream {
  /** How many bytes the chunks hold together; the server wants to know it first. */
  readonly sizeBytes: number;
  /** Pieces of any size. */
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** What to upload: bytes, a `Blob` (which `fs.openAsBlob` makes of a file without reading it), or a stream. */
export type UploadSource = Uint8Array | Blob | UploadStream;

/** One part of a source, counted from 1. */
export interface SourcePart {
  readonly partNumber: number;
  readonly bytes: Uint8Array;
}

/**
 * The size of a source in bytes.
 *
 * @throws TypeError when it is no source
 */
export function sizeOf(operation: string, source: UploadSource): number {
  if (source instanceof Uint8Array) return source.byteLength;
  if (isBlob(source)) return source.size;
  const { sizeBytes, chunks } = membersOf(source);
  if (typeof sizeBytes === 'number' && typeof chunks === 'object') return sizeBytes;
  throw new TypeError(`${operation}: the source must be a Uint8Array, a Blob, or { sizeBytes, chunks }`);
}

/** Reads a whole source into memory. */
export async function readAll(operation: string, source: UploadSource): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source;
  if (isBlob(source)) return new Uint8Array(await source.arrayBuffer());
  let whole: Uint8Array = new Uint8Array();
  // One part, read to the end: whether the stream goes on after it is not known before.
  const parts = cutStream(operation, source, { partBytes: Math.max(1, source.sizeBytes), wanted: new Set([1]) });
  for await (const { bytes } of parts) whole = bytes;
  return whole;
}

/** Which parts of a source to read, and how long each is; only the last may be shorter. */
export interface PartChoice {
  readonly partBytes: number;
  readonly wanted: ReadonlySet<number>;
}

/**
 * Cuts a source into parts and gives those that are wanted, each when it is asked for. Of bytes and a `Blob` nothing
 * else is read; a stream is read from its beginning, and one part of it held at a time.
 */
export async function* readParts(
  operation: string,
  source: UploadSource,
  choice: PartChoice,
): AsyncGenerator<SourcePart, void> {
  if (!(source instanceof Uint8Array) && !isBlob(source)) return yield* cutStream(operation, source, choice);
  for (const partNumber of choice.wanted) {
    const start = (partNumber - 1) * choice.partBytes;
    const end = start + choice.partBytes;
    yield { partNumber, bytes: await slice(source, start, end) };
  }
}

async function slice(source: Uint8Array | Blob, start: number, end: number): Promise<Uint8Array> {
  return source instanceof Uint8Array
    ? source.subarray(start, end)
    : new Uint8Array(await source.slice(start, end).arrayBuffer());
}

async function* cutStream(
  operation: string,
  { sizeBytes, chunks }: UploadStream,
  { partBytes, wanted }: PartChoice,
): AsyncGenerator<SourcePart, void> {
  let total = 0;
  let partNumber = 1;
  let filled = 0;
  let pieces: Uint8Array[] = [];
  const take = function* (): Generator<SourcePart> {
    if (wanted.has(partNumber)) yield { partNumber, bytes: Buffer.concat(pieces) };
    partNumber += 1;
    filled = 0;
    pieces = [];
  };
  for await (const chunk of chunks) {
    total += chunk.byteLength;
    if (total > sizeBytes) throw wrongSize(operation, sizeBytes, `more, at least ${total}`);
    for (let offset = 0; offset < chunk.byteLength; ) {
      const length = Math.min(partBytes - filled, chunk.byteLength - offset);
      if (wanted.has(partNumber)) pieces.push(chunk.subarray(offset, offset + length));
      offset += length;
      filled += length;
      if (filled === partBytes) yield* take();
    }
  }
  if (total < sizeBytes) throw wrongSize(operation, sizeBytes, `only ${total}`);
  if (filled > 0) yield* take();
}

function wrongSize(operation: string, sizeBytes: number, found: string): ValidationError {
  const message = `says ${sizeBytes} bytes, but the stream holds ${found}`;
  return new ValidationError(`${operation}: sizeBytes ${message}. Give the size of what is sent.`, {
    code: 'invalid_argument',
    issues: [{ path: 'sizeBytes', message }],
  });
}

/** By its members, not by instanceof: there is more than one class of this name. */
function isBlob(source: UploadSource): source is Blob {
  const { arrayBuffer, size } = membersOf(source);
  return typeof arrayBuffer === 'function' && typeof size === 'number';
}

/** What an object has; nothing when it is none. */
function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
