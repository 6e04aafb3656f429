import { DownloadError } from '../../errors/download-error.js';
import { numberedPath } from '../naming/numbered-path.js';
import type { TransferFileSystem } from '../transfer/file-system.js';
import { writeFailure } from '../write-failure.js';
import { type Comparison, compareFile } from './compare-file.js';
import type { OnConflict } from './download-options.js';
import type { PlannedFile } from './planned-file.js';

/** Where the file goes, or that it is there already. */
export type Settled =
  | { readonly skip: false; readonly path: string; readonly overwrite: boolean }
  | { readonly skip: true; readonly path: string; readonly found: Comparison };

/** What a conflict is settled by. */
export interface SettleOptions {
  readonly onConflict: OnConflict;
  readonly disk: TransferFileSystem;
  readonly signal: AbortSignal;
}

const mostNames = 1000;

/**
 * Looks at what is under the name of a file already, before anything is requested.
 *
 * @throws DownloadError with code `file_exists`, or `unsafe_target` for anything but a file
 */
export async function settleTarget(path: string, file: PlannedFile, options: SettleOptions): Promise<Settled> {
  const { disk, onConflict, signal } = options;
  for (let attempt = 0; attempt < mostNames; attempt += 1) {
    const candidate = attempt === 0 ? path : numberedPath(path, attempt);
    const found = await isTaken(candidate, disk);
    if (!found) return { skip: false, path: candidate, overwrite: false };
    const comparison = await compareFile(candidate, file.file.hashes, file.sizeBytes, signal);
    if (comparison.state === 'same' || onConflict === 'skip') return { skip: true, path: candidate, found: comparison };
    if (onConflict === 'overwrite') return { skip: false, path: candidate, overwrite: true };
    if (onConflict === 'fail') throw exists(candidate, comparison);
  }
  throw exists(path, undefined);
}

/**
 * Whether there is a file.
 *
 * @throws DownloadError with code `unsafe_target` for anything else of this name
 */
export async function isTaken(path: string, disk: TransferFileSystem): Promise<boolean> {
  const found = await disk.lstat(path).catch((thrown: unknown) => {
    throw writeFailure(thrown, path);
  });
  if (found === undefined) return false;
  if (found.isFile()) return true;
  const what = found.isDirectory() ? 'a folder' : found.isSymbolicLink() ? 'a link' : 'a device or a pipe';
  throw new DownloadError(`${path}: there is ${what} of this name, which is not replaced. Choose another name.`, {
    code: 'unsafe_target',
    details: { path },
  });
}

function exists(path: string, found: Comparison | undefined): DownloadError {
  const what =
    found?.state === 'unknown' ? 'a file of this name, and no hash to compare it by' : 'another file of this name';
  return new DownloadError(
    `${path}: there is ${what}. Nothing was requested; choose another name, or have it skipped, renamed or overwritten.`,
    { code: 'file_exists', details: { path } },
  );
}
