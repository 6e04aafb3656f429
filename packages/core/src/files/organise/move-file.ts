import { link, lstat, realpath, rename, rm, symlink } from 'node:fs/promises';
import { isCivitaiError } from '../../errors/civitai-error.js';
import { DownloadError } from '../../errors/download-error.js';
import { systemCodeOf } from '../../errors/system-code.js';
import { hasNoLinks } from '../free-name.js';
import { nameKey } from '../naming/name-key.js';
import { writeFailure } from '../write-failure.js';
import { copyToFreeName } from './copy-file.js';
import type { MoveMode } from './move-mode.js';

/** What is moved, and how. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
  readonly mode: MoveMode;
  /** Of the file; what a copy is checked by. */
  readonly sha256?: string | undefined;
}

/**
 * Brings one file to its new place. Nothing is ever replaced, also not what appears there at the same moment.
 *
 * @throws DownloadError, with code `file_exists` when the name is taken; the reason of the signal
 */
export async function moveFile({ from, mode, sha256, to }: FileMove, signal: AbortSignal): Promise<void> {
  try {
    switch (mode) {
      case 'move':
        return await move(from, to, sha256, signal);
      case 'copy':
        return await copyToFreeName(await realpath(from), to, sha256, signal);
      case 'hardlink':
        return await link(await realpath(from), to);
      case 'symlink':
        return await symlink(await realpath(from), to, 'file');
    }
  } catch (thrown) {
    if (signal.aborted || isCivitaiError(thrown)) throw thrown;
    throw (mode === 'hardlink' || mode === 'symlink') && systemCodeOf(thrown) !== 'EEXIST'
      ? linkFailure(thrown, to, mode)
      : writeFailure(thrown, to);
  }
}

async function move(from: string, to: string, sha256: string | undefined, signal: AbortSignal): Promise<void> {
  if (nameKey(from) === nameKey(to)) return moveToOtherSpelling(from, to);
  if ((await lstat(from)).isSymbolicLink()) {
    // As it is it may lead from where it lies, so that from elsewhere it would lead nowhere.
    await symlink(await realpath(from), to, 'file');
    return rm(from);
  }
  try {
    await link(from, to);
  } catch (thrown) {
    const code = systemCodeOf(thrown);
    if (code === 'EXDEV') await copyToFreeName(from, to, sha256, signal);
    else if (hasNoLinks(thrown)) return moveByRename(from, to, sha256, signal);
    else throw thrown;
  }
  await rm(from);
}

/** Not quite as safe, but for a moment only. */
async function moveByRename(from: string, to: string, sha256: string | undefined, signal: AbortSignal): Promise<void> {
  if (await exists(to)) throw writeFailure({ code: 'EEXIST' }, to);
  try {
    await rename(from, to);
  } catch (thrown) {
    if (systemCodeOf(thrown) !== 'EXDEV') throw thrown;
    await copyToFreeName(from, to, sha256, signal);
    await rm(from);
  }
}

/** On systems that do not tell the spellings apart the new name is there already: it is the file itself. */
async function moveToOtherSpelling(from: string, to: string): Promise<void> {
  const [own, other] = await Promise.all([lstat(from), lstat(to).catch(() => undefined)]);
  if (other !== undefined && (own.ino !== other.ino || own.dev !== other.dev)) {
    throw writeFailure({ code: 'EEXIST' }, to);
  }
  await rename(from, to);
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function linkFailure(thrown: unknown, to: string, mode: 'hardlink' | 'symlink'): DownloadError {
  const systemCode = systemCodeOf(thrown) ?? 'UNKNOWN';
  const other = mode === 'hardlink' ? 'symbolic links, or copies' : 'copies';
  return new DownloadError(
    `${to}: no link could be made there (${systemCode}): it is another disk, or one without links, or you may not. Take ${other} instead.`,
    { code: 'not_writable', details: { path: to, systemCode }, cause: new Error(systemCode) },
  );
}
