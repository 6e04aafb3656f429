import { createHash } from 'node:crypto';
import type { Exchange } from '../transport/stage.js';
import { entryVersion } from './cache-entry.js';

/** Headers of the caller that say how to use the cache, and not what is asked for. */
const directives: ReadonlySet<string> = new Set(['cache-control', 'pragma']);

/** Headers that ask for part of an answer or for none: the cache cannot answer them. */
const conditions: readonly string[] = [
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
  'range',
];

/** The headers of most calls; one object, so that it can be told by identity. */
export const noHeaders: Readonly<Record<string, string>> = Object.freeze({});

/** The caller's own headers, names in lower case. */
export function callerHeaders({ request, options }: Exchange): Readonly<Record<string, string>> {
  if (request.headers === undefined && options.headers === undefined) return noHeaders;
  const entries = Object.entries({ ...request.headers, ...options.headers });
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]));
}

/**
 * Whether two of this request may share an answer at all: a plain GET of JSON at the API itself, by somebody known.
 * What is streamed goes to one reader only. A `token` in the query is a credential that no partition knows of.
 */
export function isShareable(
  { call, request, identity, streaming }: Exchange,
  headers: Readonly<Record<string, string>>,
): boolean {
  return (
    identity !== undefined &&
    request.method === 'GET' &&
    request.url === undefined &&
    request.body === undefined &&
    request.rawBody === undefined &&
    request.answer !== 'nothing' &&
    request.redirect !== 'manual' &&
    streaming !== true &&
    request.credential === undefined &&
    request.confidential === undefined &&
    !/[?&]token=/i.test(call.url) &&
    (headers === noHeaders || !conditions.some((name) => name in headers))
  );
}

/** What is asked for, by whom, and with which headers, as one text. It holds what the caller gave: keep it in memory. */
export function describeExchange({ call, identity }: Exchange, headers: Readonly<Record<string, string>>): string {
  const partition = identity?.partition ?? '';
  if (headers === noHeaders) return `${partition}\n${call.url}`;
  const parts = [partition, call.url];
  for (const name of Object.keys(headers).toSorted()) {
    if (!directives.has(name)) parts.push(name, headers[name] ?? '');
  }
  return parts.length === 2 ? parts.join('\n') : JSON.stringify(parts);
}

/** So many digests are remembered: working one out takes longer than all else that a hit needs. */
const mostKeys = 1000;

/** Makes the keys of entries: digests, so that neither the URL nor a header can be read from them. */
export class CacheKeys {
  readonly #known = new Map<string, string>();

  of(exchange: Exchange, headers: Readonly<Record<string, string>>): string {
    const description = describeExchange(exchange, headers);
    const known = this.#known.get(description);
    if (known !== undefined) return known;
    const key = `${entryVersion}:${createHash('sha256').update(description).digest('base64url')}`;
    if (this.#known.size >= mostKeys) this.#known.clear();
    this.#known.set(description, key);
    return key;
  }
}
