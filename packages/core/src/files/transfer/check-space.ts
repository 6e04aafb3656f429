import { dirname } from 'node:path';
import { DownloadError } from '../../errors/download-error.js';
import type { TransferFileSystem } from './file-system.js';

/**
 * Refuses to begin what cannot end: the disk must have room for the rest of the file.
 *
 * @throws DownloadError with code `disk_full`
 */
export async function checkSpace(
  disk: TransferFileSystem,
  path: string,
  missingBytes: number,
  reserveBytes: number,
): Promise<void> {
  const freeBytes = await disk.freeBytes(dirname(path));
  if (freeBytes === undefined || freeBytes >= missingBytes + reserveBytes) return;
  throw new DownloadError(
    `${path}: it needs ${missingBytes} more bytes${reserveBytes === 0 ? '' : ` and ${reserveBytes} that stay free`}, and ` +
      `the disk has ${freeBytes}. Nothing was requested; make room, or save elsewhere.`,
    { code: 'disk_full', details: { path, missingBytes, freeBytes } },
  );
}
