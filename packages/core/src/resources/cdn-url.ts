/** How {@link cdnUrl} builds a URL. */
export interface CdnUrlOptions {
  /** Any image URL that the API gave, such as an image's `url` or a collection's `coverImageUrl`. */
  readonly likeUrl: string;
  /** Width in pixels that the CDN scales to, or `original` for the file as it was uploaded. Default: 450. */
  readonly width?: number | 'original';
}

/**
 * The address of a picture that the API names only by its storage key, as it does for covers of articles and for users'
 * avatars.
 *
 * The address of the CDN holds a part that belongs to the site's deployment and may change, so it is taken from an
 * image URL that came back from the API: `https://<host>/<deployment>/<key>/<parameters>/<name>`. A `key` that is a
 * complete URL already, as avatars from other sites are, is given back as it is.
 *
 * @throws TypeError when `key` or `likeUrl` is no text; RangeError when `key` is empty, `likeUrl` is no image URL of the
 * CDN, or `width` is no whole number from 1
 *
 * @example
 * ```ts
 * import { cdnUrl, createCivitaiClient } from '@civitkit/core/client';
 *
 * const civitai = createCivitaiClient();
 * const image = await civitai.images.where().first();
 * const article = await civitai.articles.where().first();
 * if (image !== undefined && article?.coverImage) {
 *   console.log(cdnUrl(article.coverImage.url, { likeUrl: image.url, width: 800 }));
 * }
 * ```
 */
export function cdnUrl(key: string, { likeUrl, width = 450 }: CdnUrlOptions): string {
  if (typeof key !== 'string') throw new TypeError(`cdnUrl: the key must be a text, got ${typeof key}`);
  if (key.trim() === '') throw new RangeError('cdnUrl: the key is empty');
  if (/^https?:\/\//i.test(key)) return key;
  if (width !== 'original' && !(Number.isInteger(width) && width >= 1)) {
    throw new RangeError(`cdnUrl: width must be a whole number from 1 or "original", got ${width}`);
  }
  const segment = encodeURIComponent(key);
  const parameters = width === 'original' ? 'original=true' : `width=${width}`;
  return `${deploymentOf(likeUrl)}/${segment}/${parameters}/${segment}.jpeg`;
}

/** What comes before key, parameters and name. */
function deploymentOf(likeUrl: string): string {
  if (typeof likeUrl !== 'string') throw new TypeError(`cdnUrl: likeUrl must be a text, got ${typeof likeUrl}`);
  const url = URL.canParse(likeUrl) ? new URL(likeUrl) : undefined;
  const segments = url?.pathname.split('/').slice(0, -3) ?? [];
  if (url === undefined || segments.length < 2) {
    throw new RangeError(`cdnUrl: likeUrl must be an image URL that the API gave, got "${likeUrl}"`);
  }
  return `${url.origin}${segments.join('/')}`;
}
