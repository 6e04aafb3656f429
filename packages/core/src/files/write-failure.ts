import { DownloadError } from '../errors/download-error.js';
import type { ErrorCode } from '../errors/error-code.js';
import { systemCodeOf } from '../errors/system-code.js';

interface Explanation {
  readonly code: ErrorCode;
  readonly text: string;
}

const explanations: Readonly<Record<string, Explanation>> = {
  EEXIST: { code: 'file_exists', text: 'there is a file of this name. Choose another, or set overwrite.' },
  ENOSPC: { code: 'disk_full', text: 'the disk is full. Make room, or save elsewhere.' },
  EDQUOT: { code: 'disk_full', text: 'your quota on the disk is used up. Make room, or save elsewhere.' },
  EACCES: { code: 'not_writable', text: 'you may not write there. Save elsewhere, or change the permissions.' },
  EPERM: { code: 'not_writable', text: 'you may not write there. Save elsewhere, or change the permissions.' },
  EROFS: { code: 'not_writable', text: 'the disk can only be read. Save elsewhere.' },
  ENOENT: { code: 'not_writable', text: 'there is no such folder. Create it first.' },
  ENOTDIR: { code: 'not_writable', text: 'a part of the path is a file and no folder. Check the path.' },
  EISDIR: { code: 'not_writable', text: 'it is a folder. Give the name of a file in it.' },
  ENAMETOOLONG: { code: 'not_writable', text: 'the name is too long (".part" is added to it). Choose a shorter one.' },
  EFBIG: { code: 'write_failed', text: 'it is longer than files may be there. Save elsewhere.' },
};

/** Turns what the file system reported into the error that callers get. */
export function writeFailure(thrown: unknown, path: string): DownloadError {
  const systemCode = systemCodeOf(thrown) ?? 'UNKNOWN';
  const known = Object.hasOwn(explanations, systemCode) ? explanations[systemCode] : undefined;
  const text = known?.text ?? `writing failed (${systemCode}). Check the disk.`;
  return new DownloadError(`${path}: ${text}`, {
    code: known?.code ?? 'write_failed',
    details: { path, systemCode },
    cause: new Error(systemCode),
  });
}
