import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Downloader, PlannedFile, VersionImage } from '@civitkit/core/files';

/**
 * The bytes of a picture of a version; `undefined` when the version has it no more.
 *
 * @throws what its download fails with; the reason of the signal
 */
export async function fetchPreview(
  downloader: Downloader,
  version: PlannedFile['version'],
  picture: VersionImage,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'civitkit-preview-'));
  try {
    const select = ({ url }: VersionImage): boolean => url === picture.url;
    const { failed, images } = await downloader.images(version, folder, {
      maxImages: 1,
      select,
      withData: false,
      signal,
    });
    const [failure] = failed;
    if (failure !== undefined) throw failure.error;
    const [image] = images;
    return image === undefined ? undefined : await readFile(image.path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
