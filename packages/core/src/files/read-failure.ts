import type { ErrorCode } from '../errors/error-code.js';
import { FileError } from '../errors/file-error.js';
import { systemCodeOf } from '../errors/system-code.js';

interface Explanation {
  readonly code: ErrorCode;
  readonly text: string;
}

const explanations: Readonly<Record<string, Explanation>> = {
  ENOENT: { code: 'file_not_found', text: 'there is no such file. Check the path.' },
  ENOTDIR: { code: 'file_not_found', text: 'a part of the path is a file and no folder. Check the path.' },
  ELOOP: { code: 'file_not_found', text: 'the link leads in circles. Give the path of the file itself.' },
  ERR_INVALID_ARG_VALUE: { code: 'file_not_found', text: 'this cannot be a path. Check it.' },
  ENAMETOOLONG: { code: 'file_not_found', text: 'the path is too long for this system. Check it.' },
  EISDIR: { code: 'not_a_file', text: 'it is a folder. Give the files in it.' },
  // A socket cannot be opened.
  ENXIO: { code: 'not_a_file', text: 'it is no file with bytes of its own. Give a file.' },
  EACCES: { code: 'not_readable', text: 'you may not read it. Change its permissions.' },
  EPERM: { code: 'not_readable', text: 'you may not read it. Change its permissions.' },
  EBUSY: { code: 'not_readable', text: 'another program holds it. Close that, and try again.' },
};

/** Turns what the file system reported while a file was read into the error that callers get. */
export function readFailure(thrown: unknown, path: string): FileError {
  if (thrown instanceof FileError) return thrown;
  const systemCode = systemCodeOf(thrown) ?? 'UNKNOWN';
  const known = Object.hasOwn(explanations, systemCode) ? explanations[systemCode] : undefined;
  const text = known?.text ?? `reading failed (${systemCode}). Check the disk.`;
  return new FileError(`${path}: ${text}`, {
    code: known?.code ?? 'read_failed',
    details: { path, systemCode },
    cause: new Error(systemCode),
  });
}

/** The error for a file that is another one than when its reading began. */
export function fileChanged(path: string): FileError {
  return new FileError(`${path}: it changed while it was read, so what was read is worth nothing. Try again later.`, {
    code: 'file_changed',
    retryable: true,
    details: { path },
  });
}
