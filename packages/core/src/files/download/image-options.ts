import type { ModelVersionImage } from '../../resources/model-versions/types.js';
import type { ModelImage } from '../../resources/models/types.js';

/** An image of a version; with its generation data where the server gave them. */
export type VersionImage = ModelImage | ModelVersionImage;

/** What may be set for the images of a version. */
export interface ImageOptions {
  /** How many, in the order of the site. Default: all there are, up to 20. */
  readonly maxImages?: number;
  /** Which ones. Default: all. */
  readonly select?: (image: VersionImage) => boolean;
  /** The path of an image below the folder; its extension is corrected by what is in it. Default: its name on the site. */
  readonly name?: (image: VersionImage) => string;
  /** Writes `<stem>.json` beside each, with everything the site says of it, its generation data included. Default: true. */
  readonly withData?: boolean;
  /** Fetches what is there already. Default: false. */
  readonly overwrite?: boolean;
  readonly signal?: AbortSignal;
}

/** An image that is where it should be. */
export interface DownloadedImage {
  readonly image: VersionImage;
  /** Absolute. */
  readonly path: string;
  /** Of what is known of it; absent when that was not wanted. */
  readonly dataPath?: string;
  /** `skipped`: it was there. */
  readonly outcome: 'downloaded' | 'skipped';
  readonly bytes: number;
}

/** What became of the images of a version: one that fails is no failure of the others. */
export interface ImagesResult {
  readonly images: readonly DownloadedImage[];
  readonly failed: readonly { readonly image: VersionImage; readonly error: unknown }[];
  /** Why there are no generation data, although they were wanted. */
  readonly dataFailure?: unknown;
}
