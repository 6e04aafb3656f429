import { basename, dirname, join, resolve } from 'node:path';
import type { Image } from '../../resources/images/types.js';
import type { ModelImage } from '../../resources/models/types.js';
import { splitName } from '../naming/shorten.js';
import { jsonBytes, readExisting, replaceFile } from './sidecar-file.js';
import { withoutSecrets } from './without-secrets.js';

/** A picture that was saved, and what is known of it. */
export interface PromptSidecarRequest {
  /** The picture; `<stem>.json` is written. */
  readonly imagePath: string;
  readonly image: Image | ModelImage;
  /** Where it is written. Default: the folder of the picture. */
  readonly folder?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes everything the API says of a picture, its generation data included, as `<stem of the picture>.json`, as civitdl
 * does; without keys or signed addresses.
 *
 * @returns the path of what was written
 * @throws DownloadError; the reason of the signal
 */
export async function writePromptSidecar(request: PromptSidecarRequest): Promise<string> {
  const { image, folder, signal } = request;
  const imagePath = resolve(request.imagePath);
  const name = `${splitName(basename(imagePath)).stem}.json`;
  const path = join(folder === undefined ? dirname(imagePath) : resolve(folder), name);
  const bytes = jsonBytes(withoutSecrets({ ...image }), 2);
  const existing = await readExisting(path);
  if (existing === undefined || Buffer.compare(existing.bytes, bytes) !== 0) await replaceFile(path, bytes, signal);
  return path;
}
