import { FileError } from '../../errors/file-error.js';
import { isJsonObject } from '../../transport/parse-object.js';
import { type OpenedFile, openFile } from '../open-file.js';
import { readFailure } from '../read-failure.js';
import { weighJson } from './json-weight.js';
import { countDtypes, parseTensors } from './parse-tensors.js';
import type { SafetensorsHeader } from './safetensors-header.js';
import { longestHeaderBytes, tensorDataFrom, tensorPrefixBytes } from './tensor-data.js';

/** What may be set for {@link readSafetensorsHeader}. */
export interface ReadHeaderOptions {
  /** Longer headers are not read. Default: 32 MiB; there are real ones of some MiB, and the format ends at 100 MB. */
  readonly maxHeaderBytes?: number;
}

const defaultMaxHeaderBytes = 33_554_432;
/** Real headers have three levels, and a dozen values for each of at most some ten thousand tensors. */
const maxDepth = 8;
const maxValues = 2_000_000;

/**
 * Reads what a safetensors file says of itself, and nothing of its weights. A header that is broken, lies or was made to
 * take up memory is an error.
 *
 * @throws FileError with code `bad_header` for such a header and for other files; its other codes when the file cannot be
 * read; RangeError for a limit that is none
 *
 * @example
 * ```ts
 * import { readSafetensorsHeader, summarizeMetadata } from '@civitkit/core/files';
 *
 * const { dtypes, metadata, parameterCount } = await readSafetensorsHeader('lora.safetensors');
 * console.log(parameterCount, dtypes[0]?.dtype, summarizeMetadata(metadata).baseModel);
 * ```
 */
export async function readSafetensorsHeader(path: string, options: ReadHeaderOptions = {}): Promise<SafetensorsHeader> {
  const { maxHeaderBytes = defaultMaxHeaderBytes } = options;
  if (!(Number.isSafeInteger(maxHeaderBytes) && maxHeaderBytes > 0 && maxHeaderBytes <= longestHeaderBytes)) {
    throw new RangeError(
      `readSafetensorsHeader: maxHeaderBytes must be from 1 to ${longestHeaderBytes}, got ${maxHeaderBytes}`,
    );
  }
  const file = await openFile(path);
  try {
    return await readFrom(file, maxHeaderBytes);
  } finally {
    await file.handle.close();
  }
}

async function readFrom(file: OpenedFile, maxHeaderBytes: number): Promise<SafetensorsHeader> {
  const { path } = file;
  const { sizeBytes } = file.identity;
  const dataFromByte = tensorDataFrom(await readRange(file, 0, tensorPrefixBytes));
  if (dataFromByte === undefined) {
    throw badHeader(path, 'it does not begin as a safetensors file. If it is named so, do not load it');
  }
  if (dataFromByte > sizeBytes) throw badHeader(path, 'it ends within its header. Download it again');
  const fromByte = tensorPrefixBytes - 1;
  const headerBytes = dataFromByte - fromByte;
  if (headerBytes > maxHeaderBytes) {
    throw badHeader(path, `its header has ${headerBytes} bytes. Raise maxHeaderBytes if you trust it`);
  }
  const header = parseHeader(path, await readRange(file, fromByte, headerBytes));
  const tensors = parseTensors(header, dataFromByte);
  if (typeof tensors === 'string') throw badHeader(path, `${tensors}. Download it again`);
  const dataBytes = tensors.reduce((end, { toByte }) => Math.max(end, toByte), dataFromByte) - dataFromByte;
  return {
    path,
    sizeBytes,
    dataFromByte,
    dataBytes,
    complete: dataFromByte + dataBytes <= sizeBytes,
    tensors,
    parameterCount: tensors.reduce((sum, { elementCount }) => sum + elementCount, 0),
    dtypes: countDtypes(tensors),
    metadata: textsOf(header['__metadata__']),
  };
}

async function readRange({ handle, path }: OpenedFile, fromByte: number, count: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(count);
  let filled = 0;
  try {
    while (filled < count) {
      const { bytesRead } = await handle.read(bytes, filled, count - filled, fromByte + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
  } catch (error) {
    throw readFailure(error, path);
  }
  return bytes.subarray(0, filled);
}

function parseHeader(path: string, bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const { depth, values } = weighJson(bytes);
  if (depth > maxDepth || values > maxValues) {
    throw badHeader(path, 'its header is not that of a model: it has too many or too deeply nested values');
  }
  try {
    const header: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (isJsonObject(header)) return header;
  } catch {
    // Said below, without the words of the parser, which quote the file.
  }
  throw badHeader(path, 'its header is no JSON. Download it again');
}

/** By the format all values are texts; others are left out. */
function textsOf(metadata: unknown): Readonly<Record<string, string>> {
  if (!isJsonObject(metadata)) return {};
  const texts = Object.entries(metadata).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}

function badHeader(path: string, what: string): FileError {
  return new FileError(`${path}: ${what}.`, { code: 'bad_header', details: { path } });
}
