import { mkdir, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ModelVersionDetail } from '../../resources/model-versions/types.js';
import type { ModelVersion } from '../../resources/models/types.js';
import type { FilesClient } from '../client-access.js';
import { isMediaExtension } from '../formats/file-format.js';
import { resolveInside } from '../naming/resolve-inside.js';
import { safeFileName } from '../naming/safe-name.js';
import { splitName } from '../naming/shorten.js';
import { writePromptSidecar } from '../sidecars/prompt-sidecar.js';
import { writeFailure } from '../write-failure.js';
import { fetchImage, type ImageParts } from './fetch-image.js';
import type { DownloadedImage, ImageOptions, ImagesResult, VersionImage } from './image-options.js';

const atOnce = 4;

/** Downloads the images of a version, some at a time; one that fails is no failure of the others. */
export async function downloadImages(
  version: ModelVersion | ModelVersionDetail,
  directory: string,
  options: ImageOptions,
  client: FilesClient,
  parts: ImageParts,
): Promise<ImagesResult> {
  const { maxImages = Number.POSITIVE_INFINITY, select = () => true, withData = true } = options;
  const { dataFailure, images } = await withGenerationData(version, withData, client, parts.signal);
  const wanted = images.filter((image) => image.url !== '' && select(image)).slice(0, maxImages);
  const done: (DownloadedImage | undefined)[] = [];
  const failed: { readonly image: VersionImage; readonly error: unknown }[] = [];
  const queue = [...wanted.entries()];
  const lane = async (): Promise<void> => {
    for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) {
      const [index, image] = entry;
      try {
        done[index] = await downloadImage(image, directory, options, parts);
      } catch (error) {
        parts.signal.throwIfAborted();
        failed.push({ image, error });
      }
    }
  };
  await Promise.allSettled(Array.from({ length: Math.min(atOnce, wanted.length) }, lane));
  parts.signal.throwIfAborted();
  return {
    images: done.filter((one) => one !== undefined),
    failed,
    ...(dataFailure === undefined ? {} : { dataFailure }),
  };
}

/** A version that came with its model says of its images only that there are generation data, not which. */
async function withGenerationData(
  version: ModelVersion | ModelVersionDetail,
  withData: boolean,
  client: FilesClient,
  signal: AbortSignal,
): Promise<{ readonly images: readonly VersionImage[]; readonly dataFailure?: unknown }> {
  const { images } = version;
  if (!withData || images.length === 0 || 'modelId' in version) return { images };
  try {
    const detail = await client.modelVersions.get(version.id, { signal });
    const byUrl = new Map(detail.images.map((image) => [image.url, image]));
    return { images: images.map((image) => byUrl.get(image.url) ?? image) };
  } catch (dataFailure) {
    signal.throwIfAborted();
    return { images, dataFailure };
  }
}

async function downloadImage(
  image: VersionImage,
  directory: string,
  { name, withData = true }: ImageOptions,
  parts: ImageParts,
): Promise<DownloadedImage> {
  const wanted = await resolveInside(directory, name?.(image) ?? nameOf(image));
  const existing = parts.overwrite ? undefined : await findExisting(wanted);
  const saved = existing ?? (await fetchInto(image, wanted, parts));
  const data = withData ? { dataPath: await writePromptSidecar({ imagePath: saved.path, image }) } : {};
  return { image, ...saved, outcome: existing === undefined ? 'downloaded' : 'skipped', ...data };
}

async function fetchInto(
  { url }: VersionImage,
  path: string,
  parts: ImageParts,
): Promise<Pick<DownloadedImage, 'path' | 'bytes'>> {
  await mkdir(dirname(path), { recursive: true }).catch((thrown: unknown) => {
    throw writeFailure(thrown, dirname(path));
  });
  return await fetchImage(url, path, parts);
}

/** The last part of its address. */
function nameOf({ id, url }: VersionImage): string {
  const last = URL.canParse(url) ? new URL(url).pathname.split('/').at(-1) : undefined;
  let name = last ?? '';
  try {
    name = decodeURIComponent(name);
  } catch {
    // Then it is no encoding, and as good a name as any.
  }
  return safeFileName(name, { fallback: `${id ?? 'image'}.jpeg` });
}

/** The image, possibly under the extension that it got by its content. */
async function findExisting(path: string): Promise<Pick<DownloadedImage, 'path' | 'bytes'> | undefined> {
  const folder = dirname(path);
  const { stem } = splitName(basename(path));
  const names = await readdir(folder).catch(() => []);
  const same = names.find((name) => {
    const parts = splitName(name);
    return parts.stem === stem && isMediaExtension(parts.extension.toLowerCase());
  });
  if (same === undefined) return undefined;
  const found = await stat(join(folder, same)).catch(() => undefined);
  return found?.isFile() === true ? { path: join(folder, same), bytes: found.size } : undefined;
}
