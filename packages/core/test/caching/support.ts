import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { json, type LoopbackServer, type Responder, startLoopback } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import type { CacheSettings } from '../../src/configuration/pacing-settings.js';
import type { ClientParts } from '../../src/create-pipeline.js';
import { createPipeline, type OwnedPipeline } from '../../src/create-pipeline.js';
import type { CacheEvent } from '../../src/observability/notices.js';
import { Secret } from '../../src/secrets/secret.js';
import type { Answer, CallOptions } from '../../src/transport/api-request.js';
import { defaultSettings, getThing, raw } from '../support.js';

/** The header of the site's public endpoints. */
export const publicControl = { 'cache-control': 'public, s-maxage=300, stale-while-revalidate=150' };

/** A pipeline with a cache, the server it talks to, and what the cache said it did. */
export interface CachedPipeline extends AsyncDisposable {
  readonly server: LoopbackServer;
  readonly clock: TestClock;
  readonly owned: OwnedPipeline;
  readonly outcomes: CacheEvent['outcome'][];
  get(options?: CallOptions, path?: string): Promise<Answer<unknown>>;
}

/** How {@link cachedPipeline} differs from the usual. */
export interface CachedPipelineOptions {
  readonly cache?: Partial<CacheSettings>;
  readonly parts?: ClientParts;
  /** `null`, the default, is anonymous. */
  readonly key?: string | null;
  /** Another pipeline's server and clock. */
  readonly beside?: CachedPipeline;
}

/** A server that is scripted by the test, and a pipeline that caches what it says. */
export async function cachedPipeline(
  script: Responder | readonly Responder[],
  { cache = {}, parts = {}, key = null, beside }: CachedPipelineOptions = {},
): Promise<CachedPipeline> {
  const server = beside?.server ?? (await startLoopback(script));
  const clock = beside?.clock ?? new TestClock(400);
  const owned = createPipeline(
    { ...defaultSettings, cache: { ...defaultSettings.cache, enabled: true, ...cache } },
    {
      rootUrl: `${server.origin}/api/v1`,
      product: 'civitkit-core/test',
      credential: key === null ? null : new Secret(key),
      credentialHelp: 'Set CIVITAI_API_KEY.',
    },
    { clock, random: () => 0.5, ...parts },
  );
  const outcomes: CacheEvent['outcome'][] = [];
  const record = (message: unknown): void => {
    const event = message as CacheEvent;
    if (event.url.startsWith(server.origin)) outcomes.push(event.outcome);
  };
  subscribe('civitkit:cache', record);
  return {
    server,
    clock,
    owned,
    outcomes,
    get: (options = {}, path = 'a') =>
      owned.pipeline.send({ ...getThing, path: ['things', path] }, raw, options).withResponse(),
    [Symbol.asyncDispose]: async () => {
      unsubscribe('civitkit:cache', record);
      owned.close();
      await server.close();
    },
  };
}

/** Answers with the number of the request. */
export function numbered(headers: Readonly<Record<string, string>> = publicControl): Responder {
  return (exchange, response, request) => json({ id: exchange.ordinal }, 200, headers)(exchange, response, request);
}
