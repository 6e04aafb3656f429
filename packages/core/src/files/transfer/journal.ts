import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { nodeFileSystem, type TransferFileSystem } from './file-system.js';
import type { SavedRange } from './ranges.js';

/** Which bytes a part holds. */
export interface PartIdentity {
  readonly versionId: number;
  readonly fileId: number;
  /** Upper case. */
  readonly sha256?: string;
}

/**
 * What is known of an unfinished download: enough to go on with it in another process, on another day, under another link.
 * Neither the link nor the key is in it.
 */
export interface Journal extends PartIdentity {
  readonly format: 1;
  /** Length of the whole file, once a server has told it. */
  readonly totalBytes?: number;
  readonly etag?: string;
  readonly lastModified?: string;
  /** The host that gave both; another one may call the same bytes by another name. */
  readonly storageHost?: string;
  /** What was there when this was written, in order. */
  readonly ranges: readonly SavedRange[];
  /** So many bytes from the beginning survive a power failure. */
  readonly syncedBytes: number;
  /** ISO-8601. */
  readonly createdAt: string;
}

const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/** The journal at `path`; `undefined` when there is none, or none that makes sense. */
export async function readJournal(
  path: string,
  disk: TransferFileSystem = nodeFileSystem,
): Promise<Journal | undefined> {
  try {
    const journal: unknown = JSON.parse(await disk.readText(path));
    return isJournal(journal) ? journal : undefined;
  } catch {
    return undefined;
  }
}

/** Replaces the journal; a reader, and a crash, sees the old or the new one whole. */
export async function writeJournal(
  path: string,
  journal: Journal,
  disk: TransferFileSystem = nodeFileSystem,
): Promise<void> {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const handle = await disk.open(temporary, flags);
    try {
      await handle.writeFile(`${JSON.stringify(journal)}\n`);
    } finally {
      await handle.close();
    }
    await disk.rename(temporary, path);
  } catch (thrown) {
    await disk.remove(temporary).catch(() => undefined);
    throw thrown;
  }
}

/** Whether both are about the same bytes. */
export function sameIdentity(a: PartIdentity, b: PartIdentity): boolean {
  if (a.fileId !== b.fileId || a.versionId !== b.versionId) return false;
  // A file may be replaced under its old id.
  return a.sha256 === undefined || b.sha256 === undefined || a.sha256.toUpperCase() === b.sha256.toUpperCase();
}

function isJournal(value: unknown): value is Journal {
  if (typeof value !== 'object' || value === null) return false;
  const { etag, fileId, format, lastModified, ranges, sha256, storageHost, syncedBytes, totalBytes, versionId } =
    value as Partial<Record<keyof Journal, unknown>>;
  return (
    format === 1 &&
    isCount(versionId) &&
    isCount(fileId) &&
    isCount(syncedBytes) &&
    (totalBytes === undefined || isCount(totalBytes)) &&
    [etag, lastModified, sha256, storageHost].every((text) => text === undefined || typeof text === 'string') &&
    Array.isArray(ranges) &&
    areRanges(ranges, totalBytes)
  );
}

/** One behind the other, without a gap or an overlap: only the last may have no end. */
function areRanges(ranges: readonly unknown[], totalBytes: number | undefined): boolean {
  let at = 0;
  for (const [index, range] of ranges.entries()) {
    if (typeof range !== 'object' || range === null) return false;
    const { end, next, start } = range as Partial<Record<keyof SavedRange, unknown>>;
    if (start !== at || !isCount(next) || next < at) return false;
    if (end === undefined) return index === ranges.length - 1 && totalBytes === undefined;
    if (!isCount(end) || next > end) return false;
    at = end;
  }
  return totalBytes === undefined || at === totalBytes;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
