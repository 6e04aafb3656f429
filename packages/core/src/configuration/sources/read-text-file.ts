import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { systemCodeOf } from '../../errors/system-code.js';
import { describeFileError, type FileContent, type FileProblem } from './file-problem.js';

/** Far beyond any settings file; what is larger was put there by mistake, and would only be parsed slowly. */
const maxSettingsBytes = 1_048_576;
const maxSecretBytes = 65_536;

const notRegular: FileProblem = { message: 'is not a regular file.', remedy: 'Put a file in its place, or remove it.' };
const directory: FileProblem = describeFileError(Object.assign(new Error(), { code: 'EISDIR' }));

/** Reads a settings file as UTF-8 without its byte order mark; `undefined` when there is none. */
export function readSettingsFile(path: string): FileContent | undefined {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return { problem: directory };
    // Opening a named pipe would wait for a writer, for ever.
    if (!stats.isFile()) return { problem: notRegular };
    return decode(readAtMost(path, maxSettingsBytes), maxSettingsBytes);
  } catch (error) {
    // A link to nothing counts as missing too: `.env` is often linked to a file that only some machines have.
    return systemCodeOf(error) === 'ENOENT' ? undefined : { problem: describeFileError(error) };
  }
}

/** Reads a file that holds one secret; pipes and `/dev/fd/…` are fine. */
export function readSecretFile(path: string): FileContent {
  try {
    const content = decode(readAtMost(path, maxSecretBytes), maxSecretBytes);
    return content.problem === undefined ? { text: content.text.trim() } : content;
  } catch (error) {
    return { problem: describeFileError(error) };
  }
}

/** Up to one byte more than `limit`, which tells that there is more. Does not trust the reported size. */
function readAtMost(path: string, limit: number): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    if (fstatSync(descriptor).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    const buffer = Buffer.alloc(limit + 1);
    let length = 0;
    while (length < buffer.length) {
      const count = readSync(descriptor, buffer, length, buffer.length - length, null);
      if (count === 0) break;
      length += count;
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

function decode(bytes: Buffer, limit: number): FileContent {
  if (bytes.length > limit) {
    const size = limit >= 1_048_576 ? `${limit / 1_048_576} MiB` : `${limit / 1024} KiB`;
    return {
      problem: { message: `is larger than ${size}.`, remedy: 'Put a smaller file in its place, or remove it.' },
    };
  }
  if (isUtf16(bytes)) {
    return { problem: { message: 'is encoded as UTF-16.', remedy: 'Save it as UTF-8.' } };
  }
  try {
    // The decoder drops a byte order mark.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: { message: 'is not valid UTF-8.', remedy: 'Save it as UTF-8.' } };
  }
}

/** By its byte order mark, or by the zero bytes that ASCII text has in it (PowerShell 5 writes such files). */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return bytes.length >= 2 && (first === 0) !== (second === 0);
}
