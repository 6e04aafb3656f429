/** Below the base address: what is there belongs to the API, and may get the key. */
export interface ApiPlace {
  readonly url: string;
  /** Segments behind the base address, decoded. */
  readonly path: readonly string[];
}

/**
 * Looks at an address that the server gave for fetching a job. It is followed only at the configured origin and below the
 * base address: to any other place the key must not go.
 *
 * @param baseUrl - such as `https://modelslab.com/api`
 * @returns `undefined` for any other place
 */
export function placeBelow(baseUrl: string, url: string): ApiPlace | undefined {
  if (!URL.canParse(url)) return undefined;
  const target = new URL(url);
  const base = new URL(baseUrl);
  const prefix = `${base.pathname.replace(/\/+$/, '')}/`;
  if (target.origin !== base.origin || target.username !== '' || target.password !== '') return undefined;
  if (!target.pathname.startsWith(prefix)) return undefined;
  target.hash = '';
  try {
    return { url: target.href, path: target.pathname.slice(prefix.length).split('/').map(decodeURIComponent) };
  } catch {
    return undefined;
  }
}
