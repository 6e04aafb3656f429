import type { JsonObject } from '../transport/parse-object.js';

/** Percent-encodes `link`, which the server writes as it comes: `…?tag=base model`. */
export function encodeLink(item: JsonObject): void {
  const { link } = item;
  if (typeof link === 'string' && URL.canParse(link)) item['link'] = new URL(link).href;
}
