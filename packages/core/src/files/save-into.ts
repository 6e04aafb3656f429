import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DownloadError } from '../errors/download-error.js';
import type { OnConflict } from './download/download-options.js';
import { isTaken } from './download/settle-target.js';
import { correctExtension } from './formats/correct-extension.js';
import { numberedPath } from './naming/numbered-path.js';
import { safeFileName } from './naming/safe-name.js';
import { peekBody } from './peek-body.js';
import { type SavedStream, type SaveStreamOptions, saveStream } from './save-stream.js';
import { nodeFileSystem } from './transfer/file-system.js';
import { writeFailure } from './write-failure.js';

/** What is saved, once it is asked for. */
export interface SaveSource {
  readonly body: AsyncIterable<Uint8Array>;
  /** How many bytes there must be, if that is known. */
  readonly expectedBytes?: number | undefined;
  /** Called in the end, also when not everything was read. */
  readonly close?: (() => void) | undefined;
}

/** What may be set for {@link saveInto}. */
export interface SaveIntoOptions extends Pick<SaveStreamOptions, 'onProgress'> {
  /** Ends the saving; it rejects with `signal.reason`. */
  readonly signal?: AbortSignal | undefined;
  /** What to do when there is a file of this name. Default: `fail`. */
  readonly onConflict?: OnConflict | undefined;
  /** Names that others of the same caller are writing to: they count as taken. This one's is among them while it is written. */
  readonly writing?: Set<string> | undefined;
}

/** A file that was saved, or was there already. */
export interface SavedInto extends SavedStream {
  /** There was a file, and `onConflict` said to leave it: its size is in `bytes`. */
  readonly skipped: boolean;
}

const mostNames = 1000;

/**
 * Saves bytes as a file, as `saveStream` does, under a name that is settled first. In a folder the name is made safe, and
 * gets the extension that its content asks for where that is a picture, a video or a sound.
 *
 * @param target - a folder, when it exists or ends with a separator (it is created then); else the path of the file
 * @param name - used in a folder
 * @param open - called when there is something to save
 * @throws DownloadError with code `file_exists` before anything is asked for, or as `saveStream` does; what `open` throws
 *
 * @example
 * ```ts
 * import { saveInto } from '@civitkit/core/files';
 *
 * const body = (async function* () {
 *   yield new TextEncoder().encode('a lighthouse at dusk');
 * })();
 * const { path } = await saveInto('notes/', 'prompt.txt', async () => ({ body }), { onConflict: 'rename' });
 * console.log(path);
 * ```
 */
export async function saveInto(
  target: string,
  name: string,
  open: () => Promise<SaveSource>,
  options: SaveIntoOptions = {},
): Promise<SavedInto> {
  const { onConflict = 'fail', onProgress, signal, writing = new Set() } = options;
  signal?.throwIfAborted();
  const folder = await folderOf(target);
  const wanted = folder === undefined ? resolve(target) : join(folder, safeFileName(name));
  let path = await claim(wanted, onConflict, writing);
  if (path === undefined) return await leave(wanted);
  let source: SaveSource | undefined;
  try {
    source = await open();
    const { expectedBytes } = source;
    const { body, head } = await peekBody(source.body);
    const corrected = folder === undefined ? wanted : correctExtension(wanted, head);
    if (corrected !== wanted) {
      writing.delete(path);
      path = await claim(corrected, onConflict, writing);
      if (path === undefined) return await leave(corrected);
    }
    const saved = await saveStream(path, body, {
      overwrite: onConflict === 'overwrite',
      ...(expectedBytes === undefined ? {} : { expectedBytes }),
      ...(onProgress === undefined ? {} : { onProgress }),
      ...(signal === undefined ? {} : { signal }),
    });
    return { ...saved, skipped: false };
  } finally {
    if (path !== undefined) writing.delete(path);
    source?.close?.();
  }
}

async function folderOf(target: string): Promise<string | undefined> {
  const path = resolve(target);
  if (!/[/\\]$/.test(target)) {
    const found = await stat(path).catch(() => undefined);
    return found?.isDirectory() === true ? path : undefined;
  }
  await mkdir(path, { recursive: true }).catch((thrown: unknown) => {
    throw writeFailure(thrown, path);
  });
  return path;
}

/** @returns `undefined` when the file that is there stays, and nothing is to be done */
async function claim(path: string, onConflict: OnConflict, writing: Set<string>): Promise<string | undefined> {
  for (let attempt = 0; attempt < mostNames; attempt += 1) {
    const candidate = attempt === 0 ? path : numberedPath(path, attempt);
    const taken = await isTaken(candidate, nodeFileSystem);
    // From here to the end nobody else can come in between.
    const free = !writing.has(candidate);
    if (free && (!taken || onConflict === 'overwrite')) {
      writing.add(candidate);
      return candidate;
    }
    if (free && onConflict === 'skip') return undefined;
    if (onConflict !== 'rename') break;
  }
  throw new DownloadError(
    `${path}: there is a file of this name. Nothing was saved; choose another name, or have it skipped, renamed or ` +
      'overwritten (onConflict).',
    { code: 'file_exists', details: { path } },
  );
}

async function leave(path: string): Promise<SavedInto> {
  const found = await nodeFileSystem.lstat(path);
  return { path, bytes: found?.size ?? 0, skipped: true };
}
