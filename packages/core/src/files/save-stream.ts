import { resolve } from 'node:path';
import { DownloadError } from '../errors/download-error.js';
import { leaveSource } from './leave-source.js';
import { assertFree, discardPart, finishPart, openPart, type PartFile, writePart } from './part-file.js';
import { untilAborted } from './until-aborted.js';

/** How far a file is written. */
export interface SaveProgress {
  readonly writtenBytes: number;
  readonly expectedBytes?: number;
}

/** What may be set for {@link saveStream}. */
export interface SaveStreamOptions {
  /** Replaces a file of this name. Default: false, and then it is an error with code `file_exists`. */
  readonly overwrite?: boolean;
  /** How many bytes there must be; any other number is an error. Default: whatever comes. */
  readonly expectedBytes?: number;
  /** Ends the saving; it rejects with `signal.reason`. */
  readonly signal?: AbortSignal;
  /** Called after every piece that was written. What it throws ends the saving. */
  readonly onProgress?: (progress: SaveProgress) => void;
}

/** A file that was saved. */
export interface SavedStream {
  /** Where, complete. */
  readonly path: string;
  readonly bytes: number;
}

/**
 * Saves bytes as a file, in pieces as they come. They are written to `<path>.part`, which becomes `path` only when all
 * of them are on the disk: under the final name there is the whole file or none, whatever happens. On failure the `.part`
 * is removed. A `.part` that is there already, of another download or left by a crash, is not touched; another name is
 * used.
 *
 * @param path - the folder must exist
 * @throws DownloadError; what `body` throws as it is; the reason of the signal; RangeError for `expectedBytes` that is no
 * number of bytes
 *
 * @example
 * ```ts
 * import { saveStream } from '@civitkit/core/files';
 *
 * const { body } = await fetch('https://example.com/image.jpeg');
 * if (body !== null) {
 *   const { bytes } = await saveStream('image.jpeg', body, { overwrite: true });
 *   console.log(`${bytes} bytes`);
 * }
 * ```
 */
export async function saveStream(
  path: string,
  body: AsyncIterable<Uint8Array>,
  options: SaveStreamOptions = {},
): Promise<SavedStream> {
  const { expectedBytes, overwrite = false, signal } = options;
  if (expectedBytes !== undefined && !(Number.isSafeInteger(expectedBytes) && expectedBytes >= 0)) {
    throw new RangeError(`saveStream: expectedBytes must be a whole number from 0, got ${expectedBytes}`);
  }
  const target = resolve(path);
  const source = body[Symbol.asyncIterator]();
  let part: PartFile | undefined;
  try {
    signal?.throwIfAborted();
    await assertFree(target, overwrite);
    part = await openPart(target);
    const bytes = await writeAll(part, source, options);
    signal?.throwIfAborted();
    await finishPart(part, overwrite);
    return { path: target, bytes };
  } catch (error) {
    // Not waited for: a source that hangs must not hold up what went wrong.
    void leaveSource(source);
    if (part !== undefined) await discardPart(part);
    throw error;
  }
}

async function writeAll(
  part: PartFile,
  source: AsyncIterator<Uint8Array>,
  options: SaveStreamOptions,
): Promise<number> {
  const { expectedBytes, onProgress, signal } = options;
  let writtenBytes = 0;
  for (;;) {
    const step = await untilAborted(source.next(), signal);
    if (step.done === true) break;
    const bytes = step.value;
    if (expectedBytes !== undefined && writtenBytes + bytes.byteLength > expectedBytes) {
      throw wrongLength(part.target, expectedBytes, writtenBytes + bytes.byteLength);
    }
    await writePart(part, bytes);
    writtenBytes += bytes.byteLength;
    onProgress?.({ writtenBytes, ...(expectedBytes === undefined ? {} : { expectedBytes }) });
  }
  if (expectedBytes !== undefined && writtenBytes < expectedBytes) {
    throw wrongLength(part.target, expectedBytes, writtenBytes);
  }
  return writtenBytes;
}

function wrongLength(path: string, expectedBytes: number, writtenBytes: number): DownloadError {
  const details = { path, expectedBytes, writtenBytes };
  return writtenBytes < expectedBytes
    ? new DownloadError(`${path}: only ${writtenBytes} of ${expectedBytes} bytes came. Nothing was kept; try again.`, {
        code: 'incomplete_download',
        retryable: true,
        details,
      })
    : new DownloadError(
        `${path}: more than the ${expectedBytes} bytes that were announced came. Nothing was kept; check the source.`,
        { code: 'oversized_download', details },
      );
}
