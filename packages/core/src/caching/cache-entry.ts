import { isJsonObject } from '../transport/parse-object.js';

/** Rises when entries get another form, so that versions side by side do not read each other's. */
export const entryVersion = 1;

/**
 * A stored answer. Plain data: `JSON.parse(JSON.stringify(entry))` is the same entry.
 *
 * Neither the entry nor its key reveals a credential, and the URL is not in them.
 */
export interface CacheEntry {
  readonly version: number;
  /** The key it was stored under. */
  readonly key: string;
  readonly status: number;
  /** The body as it came, decompressed. */
  readonly body: string;
  /** What the rules of HTTP caching need to know. */
  readonly policy: Readonly<Record<string, unknown>>;
}

/** Whether what a store gave is an entry for this key; stores are outside, and may give anything. */
export function isCacheEntry(value: unknown, key: string): value is CacheEntry {
  if (!isJsonObject(value)) return false;
  const { version, key: storedKey, status, body, policy } = value;
  return (
    version === entryVersion &&
    storedKey === key &&
    typeof status === 'number' &&
    typeof body === 'string' &&
    isJsonObject(policy) &&
    policy['v'] === 1 &&
    typeof policy['t'] === 'number' &&
    isTexts(policy['resh']) &&
    isTexts(policy['rescc']) &&
    isTexts(policy['reqcc']) &&
    (policy['reqh'] === null || isTexts(policy['reqh']))
  );
}

/** Whether all members are texts, or directives without a value. */
function isTexts(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  for (const name in value) if (typeof value[name] !== 'string' && value[name] !== true) return false;
  return true;
}
