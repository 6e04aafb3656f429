import { ValidationError } from '../../errors/validation-error.js';
import { isJsonObject } from '../../transport/parse-object.js';

/** Where one part goes. */
export interface PartTarget {
  readonly partNumber: number;
  /** Signed: who has it can write the part. */
  readonly url: string;
}

/** A part that has arrived, and how the storage names it. */
export interface SentPart {
  readonly partNumber: number;
  readonly etag: string;
}

/** All that a multipart upload needs to go on, as plain data. */
export interface MultipartState {
  /** The form of this record. */
  readonly version: 1;
  readonly key: string;
  readonly bucket: string;
  readonly uploadId: string;
  readonly backend: string;
  readonly sizeBytes: number;
  readonly partBytes: number;
  readonly targets: readonly PartTarget[];
  readonly sent: readonly SentPart[];
}

/**
 * Reads what `MultipartUpload.serialize` has written.
 *
 * @throws ValidationError when the text is something else
 */
export function readMultipartState(operation: string, text: string): MultipartState {
  const state = parse(text);
  if (isState(state)) return state;
  const message = 'is not what serialize() has written, or a newer version has written it';
  throw new ValidationError(`${operation}: the text ${message}. Start a new upload.`, {
    code: 'invalid_argument',
    issues: [{ path: 'text', message }],
  });
}

function isState(value: unknown): value is MultipartState {
  if (!isJsonObject(value) || value['version'] !== 1) return false;
  const texts = ['key', 'bucket', 'uploadId', 'backend'];
  const numbers = ['sizeBytes', 'partBytes'];
  return (
    texts.every((name) => typeof value[name] === 'string') &&
    numbers.every((name) => Number.isSafeInteger(value[name]) && Number(value[name]) > 0) &&
    isListOf(value['targets'], 'url') &&
    isListOf(value['sent'], 'etag')
  );
}

function isListOf(value: unknown, text: string): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (item) => isJsonObject(item) && Number.isSafeInteger(item['partNumber']) && typeof item[text] === 'string',
    )
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
