import { readFile, realpath, stat } from 'node:fs/promises';
import { systemCodeOf } from '../../errors/system-code.js';
import { isJsonObject, type JsonObject } from '../../transport/parse-object.js';
import { readFailure } from '../read-failure.js';
import { saveStream } from '../save-stream.js';

/** Descriptions are some kilobytes; what is larger is something else. */
const maxBytes = 16_777_216;

/** What is in a file: JSON, or a text that is none. */
export interface ExistingFile {
  readonly bytes: Uint8Array;
  /** `undefined` when it is no JSON object. */
  readonly json: JsonObject | undefined;
}

/**
 * Reads a description that may be there.
 *
 * @throws FileError when it is there and cannot be read
 */
export async function readExisting(path: string): Promise<ExistingFile | undefined> {
  try {
    if ((await stat(path)).size > maxBytes) return { bytes: new Uint8Array(), json: undefined };
    const bytes = await readFile(path);
    return { bytes, json: parse(bytes) };
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return undefined;
    throw readFailure(thrown, path);
  }
}

/**
 * Replaces a file by other content at once: readers see the old or the new, never a part. A link stays one.
 *
 * @throws DownloadError
 */
export async function replaceFile(path: string, bytes: Uint8Array, signal: AbortSignal | undefined): Promise<void> {
  const target = await realpath(path).catch(() => path);
  await saveStream(target, pieces(bytes), { overwrite: true, ...(signal === undefined ? {} : { signal }) });
}

/** JSON as bytes, with a line break at the end. */
export function jsonBytes(value: JsonObject, indent: number): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, indent)}\n`);
}

function parse(bytes: Buffer): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/u, ''));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield bytes;
}
