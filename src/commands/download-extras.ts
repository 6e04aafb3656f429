import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CivitaiClient, Model, ModelVersion, ModelVersionDetail } from '@civitkit/core/client';
import {
  type Downloader,
  type PlannedFile,
  previewImageOf,
  type SidecarKind,
  type VersionImage,
  writePromptSidecar,
  writeSidecars,
} from '@civitkit/core/files';
import { isTaken, previewLimit } from '../tool-settings/maturity.js';
import type { Place } from './download-place.js';
import { fetchPreview } from './download-preview.js';
import type { ExtraSettings } from './download-settings.js';

/** What became of everything beside a model. */
export interface SavedExtras {
  /** Absolute, with what each is. */
  readonly saved: readonly { readonly kind: SidecarKind | 'image' | 'prompt'; readonly path: string }[];
  readonly failures: readonly { readonly what: string; readonly error: unknown }[];
  /** What is worth telling, such as that images were left out. */
  readonly notes: readonly string[];
}

/** What saving them takes. */
export interface ExtraParts {
  readonly civitai: CivitaiClient;
  readonly downloader: Downloader;
  readonly settings: ExtraSettings;
  readonly signal: AbortSignal;
}

/** Saves images, descriptions and generation data; each version has its images once, however many files there are. */
export class ExtraSaver {
  readonly #parts: ExtraParts;
  readonly #withImages = new Set<string>();
  readonly #details = new Map<number, Promise<ModelVersionDetail>>();

  constructor(parts: ExtraParts) {
    this.#parts = parts;
  }

  /** Whether there is anything to save. */
  get isNeeded(): boolean {
    const { images, sidecars } = this.#parts.settings;
    return images > 0 || sidecars.length > 0;
  }

  /**
   * Saves what belongs to a file.
   *
   * @param path - where the model is, or would be
   * @throws the reason of the signal; what fails otherwise is in the result
   */
  async save(file: PlannedFile, path: string, place: Place): Promise<SavedExtras> {
    const sidecars = await this.#collect('descriptions', () => this.#sidecars(file, path, place));
    const images = await this.#collect('images', () => this.#images(file, place));
    return {
      saved: [...sidecars.saved, ...images.saved],
      failures: [...sidecars.failures, ...images.failures],
      notes: [...sidecars.notes, ...images.notes],
    };
  }

  async #collect(what: string, work: () => Promise<SavedExtras>): Promise<SavedExtras> {
    try {
      return await work();
    } catch (error) {
      this.#parts.signal.throwIfAborted();
      return { saved: [], failures: [{ what, error }], notes: [] };
    }
  }

  async #sidecars({ file, fullModel, version }: PlannedFile, path: string, place: Place): Promise<SavedExtras> {
    const { downloader, settings, signal } = this.#parts;
    const { nsfw, sidecars } = settings;
    if (sidecars.length === 0) return { saved: [], failures: [], notes: [] };
    await mkdir(dirname(path), { recursive: true });
    await mkdir(place.metadataFolder, { recursive: true });
    const picture = previewImageOf<VersionImage>(version, { maxNsfwLevel: previewLimit(nsfw) });
    const results = await writeSidecars({
      path,
      kinds: sidecars,
      version,
      model: await this.#modelOf(version, fullModel),
      file,
      metadataFolder: place.metadataFolder,
      signal,
      ...(picture === undefined ? {} : { preview: () => fetchPreview(downloader, version, picture, signal) }),
    });
    return {
      saved: results.flatMap(({ kind, outcome, path: written }) =>
        written !== undefined && (outcome === 'written' || outcome === 'merged') ? [{ kind, path: written }] : [],
      ),
      failures: results.flatMap(({ error, kind }) => (error === undefined ? [] : [{ what: kind, error }])),
      notes: results.flatMap(({ kind, outcome, path: kept, reason }) =>
        outcome === 'kept' || outcome === 'skipped' ? [`${kept ?? kind}: ${outcome}, ${reason ?? ''}`] : [],
      ),
    };
  }

  /** What only the model tells, for the descriptions that are of the model. */
  async #modelOf(version: ModelVersion | ModelVersionDetail, known: Model | undefined): Promise<Model | undefined> {
    if (known !== undefined || !('modelId' in version)) return known;
    const { civitai, signal } = this.#parts;
    return await civitai.models.get(version.modelId, { signal });
  }

  async #images({ fullModel, version }: PlannedFile, place: Place): Promise<SavedExtras> {
    const { downloader, settings, signal } = this.#parts;
    const { images: maxImages, nsfw, prompts } = settings;
    const key = `${version.id} ${place.imagesFolder}`;
    if (maxImages === 0 || this.#withImages.has(key)) return { saved: [], failures: [], notes: [] };
    this.#withImages.add(key);
    const detail = await this.#detailOf(version);
    const level = fullModel?.nsfwLevel ?? 0;
    let leftOut = 0;
    const select = ({ nsfwLevel }: VersionImage): boolean => {
      const taken = isTaken(nsfw, nsfwLevel, level);
      if (!taken) leftOut += 1;
      return taken;
    };
    const options = { maxImages, select, withData: false, signal };
    const { failed, images } = await downloader.images(detail, place.imagesFolder, options);
    const saved: SavedExtras['saved'][number][] = images.map(({ path }) => ({ kind: 'image', path }));
    if (prompts && images.length > 0) await mkdir(place.promptsFolder, { recursive: true });
    for (const { image, path } of prompts ? images : []) {
      const request = { imagePath: path, image, folder: place.promptsFolder, signal };
      saved.push({ kind: 'prompt', path: await writePromptSidecar(request) });
    }
    return {
      saved,
      failures: failed.map(({ error, image }) => ({ what: `image ${image.id ?? image.url}`, error })),
      notes: leftOut > 0 && images.length < maxImages ? [`${leftOut} of its images are above --nsfw-max ${nsfw}`] : [],
    };
  }

  /** The version by itself tells how its images were made. */
  async #detailOf(version: ModelVersion | ModelVersionDetail): Promise<ModelVersionDetail> {
    if ('modelId' in version) return version;
    const { civitai, signal } = this.#parts;
    let detail = this.#details.get(version.id);
    if (detail === undefined) {
      detail = Promise.resolve(civitai.modelVersions.get(version.id, { signal }));
      this.#details.set(version.id, detail);
    }
    return await detail;
  }
}
