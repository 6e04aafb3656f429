import { type OpenedFile, openFile, refuseChanged } from '../open-file.js';
import { fileChanged, readFailure } from '../read-failure.js';
import { untilAborted } from '../until-aborted.js';
import { createHasher, type FileHasher } from './create-hasher.js';
import type { HashAlgorithm } from './hash-algorithm.js';
import type { HashedFile, HashProgress } from './hashed-file.js';

const pieceBytes = 1_048_576;

/** Hashes a file in this thread, piece by piece. */
export async function hashHere(
  path: string,
  algorithms: readonly HashAlgorithm[],
  signal: AbortSignal | undefined,
  onProgress: ((progress: HashProgress) => void) | undefined,
): Promise<HashedFile> {
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
