import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { systemClock } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { createProgress, type Progress } from '../output/progress.js';

/** An image to begin with: somewhere else, or a file that has to be uploaded. */
export interface GivenImage {
  /** What stands in the workflow: until it is uploaded, a stand-in for its address. */
  readonly url: string;
  readonly upload?: { readonly path: string; readonly bytes: Uint8Array };
}

/** Reads the images that options name, so that one that cannot be read is known before anything is sent. */
export async function readImages(names: readonly string[], cwd: string): Promise<readonly GivenImage[]> {
  return Promise.all(names.map((name) => readImage(name, cwd)));
}

async function readImage(name: string, cwd: string): Promise<GivenImage> {
  if (/^(?:https?|data):/i.test(name)) return { url: name };
  const path = resolve(cwd, name);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new CommandFailure(
      `--image ${path}: ${why}. Give a file, or an address that begins with https:.`,
      exitCode.usage,
    );
  }
  return { url: 'https://upload.invalid/', upload: { path, bytes } };
}

/** What uploading needs. */
export interface Uploading {
  readonly io: CommandIo;
  readonly quiet: boolean | undefined;
  /** Uploads one and gives its address; tells how far it is, from 0 to 1. */
  readonly upload: (bytes: Uint8Array, onFraction: (fraction: number) => void) => Promise<string>;
}

/** Uploads what is not there yet, which costs nothing; shows how far it is. */
export async function uploadImages(
  images: readonly GivenImage[],
  { io, quiet, upload }: Uploading,
): Promise<readonly string[]> {
  const progress = createProgress(io, { clock: systemClock, quiet });
  try {
    const urls: string[] = [];
    for (const { upload: file, url } of images) {
      urls.push(file === undefined ? url : await uploadImage(file, upload, progress));
    }
    return urls;
  } finally {
    progress.close();
  }
}

async function uploadImage(
  { bytes, path }: NonNullable<GivenImage['upload']>,
  upload: Uploading['upload'],
  progress: Progress,
): Promise<string> {
  const item = progress.item(basename(path));
  const url = await upload(bytes, (fraction) => item.update({ text: 'uploading', fraction }));
  item.end('done', 'uploaded');
  return url;
}
