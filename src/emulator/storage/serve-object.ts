import type { IncomingHttpHeaders } from 'node:http';
import type { Reply } from '../http/reply.js';
import type { StorageBehaviour } from './storage-behaviour.js';
import { xmlError } from './xml-error.js';

/** Something that can be read from storage. */
export interface StoredObject {
  read(): Buffer;
  /** With its quotes; a strong one. */
  readonly etag: string;
  readonly lastModified: Date;
}

interface ByteRange {
  readonly start: number;
  /** The last byte, not the one behind it. */
  readonly end: number;
}

/** Reads one range; several at once, or anything else, are ignored, as object storage does. */
function readRange(header: string | undefined, length: number): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null) return undefined;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const count = Math.min(Number(last), length);
    return count === 0 ? 'unsatisfiable' : { start: length - count, end: length - 1 };
  }
  const start = Number(first);
  if (start >= length) return 'unsatisfiable';
  const end = last === '' ? length - 1 : Math.min(Number(last), length - 1);
  return end < start ? undefined : { start, end };
}

/** A range counts only while the object is still the one the client has part of. */
function isUnchanged(condition: string | undefined, object: StoredObject, { etags }: StorageBehaviour): boolean {
  if (condition === undefined || (condition === object.etag && (etags ?? 'strong') === 'strong')) return true;
  const seconds = Math.floor(object.lastModified.getTime() / 1000);
  return !condition.includes('"') && Math.floor(Date.parse(condition) / 1000) === seconds;
}

function etagOf({ etag }: StoredObject, { etags = 'strong' }: StorageBehaviour): Readonly<Record<string, string>> {
  if (etags === 'none') return {};
  return { etag: etags === 'weak' ? `W/${etag}` : etag };
}

/** A body without a length. */
async function* inChunks(bytes: Buffer): AsyncGenerator<Buffer> {
  const half = Math.ceil(bytes.length / 2);
  for (const part of [bytes.subarray(0, half), bytes.subarray(half)]) yield await Promise.resolve(part);
}

/** Serves an object: whole, one range of it, or 416. */
export function serveObject(
  object: StoredObject,
  headers: IncomingHttpHeaders,
  extra: Readonly<Record<string, string>>,
  behaviour: StorageBehaviour = {},
): Reply {
  const bytes = object.read();
  const condition = headers['if-range'];
  const wanted = isUnchanged(typeof condition === 'string' ? condition : undefined, object, behaviour);
  const range = wanted && behaviour.withoutRanges !== true ? readRange(headers.range, bytes.length) : undefined;
  if (range === 'unsatisfiable') {
    const refusal = xmlError(416, 'InvalidRange', 'The requested range is not satisfiable');
    return { ...refusal, headers: { ...refusal.headers, 'content-range': `bytes */${bytes.length}` } };
  }
  const common = {
    'content-type': 'application/octet-stream',
    ...(behaviour.withoutRanges === true ? {} : { 'accept-ranges': 'bytes' }),
    ...etagOf(object, behaviour),
    ...(behaviour.withoutDates === true ? {} : { 'last-modified': object.lastModified.toUTCString() }),
    ...extra,
  };
  if (range === undefined) {
    return { status: 200, headers: common, body: behaviour.withoutLengths === true ? inChunks(bytes) : bytes };
  }
  return {
    status: 206,
    headers: { ...common, 'content-range': `bytes ${range.start}-${range.end}/${bytes.length}` },
    body: bytes.subarray(range.start, range.end + 1),
  };
}
