import type { ModelVersionImage } from '../../resources/model-versions/types.js';
import type { Model } from '../../resources/models/types.js';
import { previewImageOf } from '../sidecars/preview.js';
import type { SidecarKind } from '../sidecars/sidecar-plans.js';
import { type SidecarResult, writeSidecars } from '../sidecars/write-sidecars.js';
import type { IdentifiedFile } from './identified-file.js';

/** What may be set for {@link describeFiles}. */
export interface DescribeFilesOptions {
  readonly kinds: readonly SidecarKind[];
  /** Models by id, for what versions do not tell: tags, the model's description, the whole model. */
  readonly models?: ReadonlyMap<number, Model>;
  /** Gets a picture for `preview`, such as by a download; without it no previews are written. */
  readonly fetchImage?: (image: ModelVersionImage, signal: AbortSignal | undefined) => Promise<Uint8Array | undefined>;
  /** The highest maturity of previews. Default: 2, which is PG-13. */
  readonly maxNsfwLevel?: number;
  readonly signal?: AbortSignal;
  readonly now?: () => Date;
}

/** What was written beside one file. */
export interface DescribedFile {
  readonly path: string;
  readonly sidecars: readonly SidecarResult[];
}

/**
 * Writes descriptions beside all identified files of Civitai, as `writeSidecars` does for one.
 *
 * @throws the reason of the signal; what `fetchImage` throws, unless it is a CivitaiError, which is reported
 */
export async function describeFiles(
  files: readonly IdentifiedFile[],
  options: DescribeFilesOptions,
): Promise<readonly DescribedFile[]> {
  const { kinds, models, fetchImage, maxNsfwLevel, signal, now } = options;
  const described: DescribedFile[] = [];
  for (const found of files) {
    if (!('version' in found)) continue;
    signal?.throwIfAborted();
    const { path, version, file } = found;
    const image = previewImageOf(version, maxNsfwLevel === undefined ? {} : { maxNsfwLevel });
    const preview =
      fetchImage === undefined || image === undefined
        ? undefined
        : (linked: AbortSignal | undefined) => fetchImage(image, linked);
    const sidecars = await writeSidecars({
      path,
      kinds,
      version,
      file,
      model: models?.get(version.modelId),
      preview,
      signal,
      ...(now === undefined ? {} : { now }),
    });
    described.push({ path, sidecars });
  }
  return described;
}
