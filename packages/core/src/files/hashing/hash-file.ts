import { type OpenedFile, openFile, refuseChanged } from '../open-file.js';
import { fileChanged, readFailure } from '../read-failure.js';
import { untilAborted } from '../until-aborted.js';
import { createHasher, type FileHasher } from './create-hasher.js';
import { type FileHashes, type HashAlgorithm, readAlgorithms } from './hash-algorithm.js';

/** How far a file is hashed. */
export interface HashProgress {
  /** Absolute. */
  readonly path: string;
  readonly hashedBytes: number;
  readonly sizeBytes: number;
}

/** What may be set for {@link hashFile}. */
export interface HashFileOptions {
  /** Default: `sha256` and `autoV2`. */
  readonly algorithms?: readonly HashAlgorithm[];
  /** Ends the hashing; it rejects with `signal.reason` at once. */
  readonly signal?: AbortSignal;
  /** Called as the hashing goes on. What it throws ends it. */
  readonly onProgress?: (progress: HashProgress) => void;
}

/** A file and its hashes. */
export interface HashedFile {
  /** Absolute; a link as it is, although the file behind it was hashed. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Time of the last change, in milliseconds since 1970. */
  readonly modifiedAtMs: number;
  readonly hashes: FileHashes;
}

const pieceBytes = 1_048_576;

/**
 * Hashes a file by several algorithms in one reading. It is hashed in this thread, piece by piece; {@link hashFiles} does it
 * in others.
 *
 * @throws FileError when it cannot be read, is a folder, or changes meanwhile; RangeError for an algorithm there is not
 *
 * @example
 * ```ts
 * import { hashFile } from '@civitkit/core/files';
 *
 * const { hashes } = await hashFile('model.safetensors', { algorithms: ['sha256', 'autoV3', 'crc32'] });
 * console.log(hashes.sha256, hashes.autoV3 ?? 'not a safetensors file');
 * ```
 */
export async function hashFile(path: string, options: HashFileOptions = {}): Promise<HashedFile> {
  const { signal, onProgress } = options;
  const algorithms = readAlgorithms('hashFile', options.algorithms);
  signal?.throwIfAborted();
  const hasher = await createHasher(algorithms);
  const file = await openFile(path);
  try {
    await readAll(file, hasher, signal, onProgress);
    await refuseChanged(file.path, file.identity);
  } finally {
    const closed = file.handle.close();
    // A reading may still hang in it, and an abort waits for nothing.
    if (signal?.aborted === true) void closed.catch(() => undefined);
    else await closed;
  }
  const { modifiedAtNs, sizeBytes } = file.identity;
  return { path: file.path, sizeBytes, modifiedAtMs: Number(modifiedAtNs / 1_000_000n), hashes: hasher.digest() };
}

/** While one piece is hashed the next is read. */
async function readAll(
  { handle, identity: { sizeBytes }, path }: OpenedFile,
  hasher: FileHasher,
  signal: AbortSignal | undefined,
  onProgress: ((progress: HashProgress) => void) | undefined,
): Promise<void> {
  const newBuffer = (): Uint8Array => Buffer.allocUnsafeSlow(Math.min(pieceBytes, Math.max(sizeBytes, 1)));
  let full = newBuffer();
  let free = newBuffer();
  const readInto = async (buffer: Uint8Array, at: number): Promise<number> => {
    if (at >= sizeBytes) return 0;
    try {
      const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.byteLength, sizeBytes - at), at);
      if (bytesRead === 0) throw fileChanged(path);
      return bytesRead;
    } catch (error) {
      throw readFailure(error, path);
    }
  };
  let count = await untilAborted(readInto(full, 0), signal);
  for (let at = 0; at < sizeBytes; ) {
    const next = readInto(free, at + count);
    // It is waited for below, unless the hashing or the caller throws before that.
    next.catch(() => undefined);
    hasher.update(full.subarray(0, count));
    at += count;
    onProgress?.({ path, hashedBytes: at, sizeBytes });
    count = await untilAborted(next, signal);
    [full, free] = [free, full];
  }
}
