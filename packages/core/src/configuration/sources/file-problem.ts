import { systemCodeOf } from '../../errors/system-code.js';
/** Why a file cannot be used. */
export interface FileProblem {
  readonly message: string;
  readonly remedy: string;
}

/** The content of a file, or why there is none. */
export type FileContent =
  | { readonly text: string; readonly problem?: never }
  | { readonly text?: never; readonly problem: FileProblem };

const bySystemCode: ReadonlyMap<string, FileProblem> = new Map([
  ['ENOENT', { message: 'does not exist.', remedy: 'Create it, or correct the path.' }],
  ['ENOTDIR', { message: 'does not exist: part of the path is a file.', remedy: 'Correct the path.' }],
  ['EISDIR', { message: 'is a directory, not a file.', remedy: 'Put a file in its place, or remove it.' }],
  ['ELOOP', { message: 'is a symbolic link that leads back to itself.', remedy: 'Replace the link with a file.' }],
  ['EACCES', { message: 'may not be read by this user.', remedy: 'Give this user permission to read it.' }],
  ['EPERM', { message: 'may not be read by this user.', remedy: 'Give this user permission to read it.' }],
  ['ENAMETOOLONG', { message: 'has a path that is too long.', remedy: 'Correct the path.' }],
]);

/** Turns what `node:fs` throws into words; the original message is not used, for it repeats paths and calls. */
export function describeFileError(error: unknown): FileProblem {
  const code = systemCodeOf(error) ?? 'unknown error';
  return (
    bySystemCode.get(code) ?? { message: `cannot be read (${code}).`, remedy: 'Check the file and the disk it is on.' }
  );
}
