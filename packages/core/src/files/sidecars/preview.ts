import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ModelImage } from '../../resources/models/types.js';
import type { FileFormat } from '../formats/file-format.js';
import { sniffFormat } from '../formats/sniff-format.js';
import { nameKey } from '../naming/name-key.js';

/** What the cards of the programs show, and the extension under which all of them find it. */
const shown: Readonly<Partial<Record<FileFormat, string>>> = {
  png: 'png',
  jpg: 'jpeg',
  webp: 'webp',
  gif: 'gif',
  avif: 'avif',
};
const extensions = ['png', 'jpg', 'jpeg', 'webp', 'gif', 'avif'] as const;

/** What may be set for {@link previewImageOf}. */
export interface PreviewImageOptions {
  /** The highest maturity that may be shown, as the site's bits: PG 1, PG-13 2, R 4, X 8, XXX 16. Default: 2. */
  readonly maxNsfwLevel?: number;
}

/**
 * The first picture of a version that may stand on its card: no video, and not rated above the limit. Unrated pictures may
 * be anything, so they are not taken.
 */
export function previewImageOf<T extends Pick<ModelImage, 'type' | 'nsfwLevel'>>(
  version: { readonly images: readonly T[] },
  { maxNsfwLevel = 2 }: PreviewImageOptions = {},
): T | undefined {
  return version.images.find(({ type, nsfwLevel }) => type === 'image' && nsfwLevel > 0 && nsfwLevel <= maxNsfwLevel);
}

/**
 * Where the preview of a model belongs: `<stem>.preview.<extension>`, the extension by what the bytes are, for some
 * programs show nothing otherwise.
 *
 * @returns `undefined` for what is no picture
 */
export function previewPath(stemPath: string, bytes: Uint8Array): string | undefined {
  const format = sniffFormat(bytes);
  const extension = format === undefined ? undefined : shown[format];
  return extension === undefined ? undefined : `${stemPath}.preview.${extension}`;
}

/** The preview that a model has, in any of the forms that programs read. */
export async function existingPreview(stemPath: string): Promise<string | undefined> {
  const stem = basename(stemPath);
  const wanted = new Set(['.preview.', '.'].flatMap((dot) => extensions.map((one) => nameKey(`${stem}${dot}${one}`))));
  const names = await readdir(dirname(stemPath)).catch((): string[] => []);
  const found = names.find((name) => wanted.has(nameKey(name)));
  return found === undefined ? undefined : join(dirname(stemPath), found);
}
