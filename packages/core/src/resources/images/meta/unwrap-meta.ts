import { isJsonObject } from '../../../transport/parse-object.js';

/** Takes generation parameters out of `{ id, meta: {…} }`, as they come on some paths, whatever was asked for. */
export function unwrapMeta(meta: unknown): unknown {
  if (!isJsonObject(meta)) return meta;
  const keys = Object.keys(meta);
  return keys.length === 2 && keys.includes('id') && keys.includes('meta') ? meta['meta'] : meta;
}
