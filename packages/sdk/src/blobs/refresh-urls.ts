import { isJsonObject } from '@civitkit/core/internal';

/** What refreshing needs. */
export interface UrlRefreshing {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly refresh: (blobId: string) => PromiseLike<{ readonly url?: string | null | undefined }>;
}

/** A URL that ends sooner may end before a step has read it. */
const marginMs = 5 * 60_000;

/**
 * Copies a value with fresh URLs of blobs; each blob is asked for once. What is no URL of a blob, and what cannot be
 * refreshed to another URL, stays as it is.
 */
export async function refreshUrls<T>(value: T, { now, refresh }: UrlRefreshing): Promise<T> {
  const stale = new Map<string, string>();
  collect(value, (url) => {
    const id = staleBlob(url, now);
    if (id !== undefined) stale.set(url, id);
  });
  const ids = [...new Set(stale.values())];
  const fresh = new Map(await Promise.all(ids.map(async (id) => [id, (await refresh(id)).url ?? undefined] as const)));
  const replaced = (url: string): string => fresh.get(stale.get(url) ?? '') ?? url;
  return copy(value, replaced) as T;
}

/** The id of the blob that a URL leads to, when its signature is missing or will not last. */
function staleBlob(text: string, now: number): string | undefined {
  if (!text.includes('/v2/consumer/blobs/') || !URL.canParse(text)) return undefined;
  const { pathname, searchParams } = new URL(text);
  const id = /\/v2\/consumer\/blobs\/([^/]+)$/.exec(pathname)?.[1];
  if (id === undefined || id === 'upload') return undefined;
  const signed = searchParams.has('sig');
  return signed && expiryOf(searchParams.get('exp')) - now > marginMs ? undefined : decodeURIComponent(id);
}

/** Seconds or milliseconds since 1970, or a date; what cannot be read has expired. */
function expiryOf(text: string | null): number {
  if (text === null) return 0;
  const number = Number(text);
  if (Number.isFinite(number)) return number > 1e11 ? number : number * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? 0 : date;
}

function collect(value: unknown, found: (text: string) => void): void {
  if (typeof value === 'string') found(value);
  else if (Array.isArray(value)) for (const item of value) collect(item, found);
  else if (isJsonObject(value)) for (const member of Object.values(value)) collect(member, found);
}

function copy(value: unknown, replaced: (text: string) => string): unknown {
  if (typeof value === 'string') return replaced(value);
  if (Array.isArray(value)) return value.map((item) => copy(item, replaced));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, copy(member, replaced)]));
}
