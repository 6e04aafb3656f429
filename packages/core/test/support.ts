import type { ClientSettings } from '../src/configuration/client-settings.js';
import { type ClientParts, createPipeline, type OwnedPipeline } from '../src/create-pipeline.js';
import { Secret } from '../src/secrets/secret.js';
import type { Parser } from '../src/transport/pipeline.js';

/** A key that must never be seen outside the authorization header. */
export const canary = 'c4na7ydeadbeefc4na7ydeadbeef0000';

/** Settings as a registration resolves them, without any source. */
export const defaultSettings: ClientSettings = {
  baseUrl: 'http://127.0.0.1:1',
  apiVersion: 'v1',
  timeoutSeconds: 30,
  strictJsonParsing: false,
  userAgentSuffix: '',
  proxy: 'none',
  allowInsecureHttp: false,
  maxResponseBytes: 33_554_432,
  reloadOnChange: false,
  retry: {
    maxRetries: 2,
    initialDelaySeconds: 0.5,
    maxDelaySeconds: 8,
    maxRetryAfterSeconds: 60,
    attemptTimeoutSeconds: null,
  },
  cache: { enabled: false, maxEntries: 500, maxBytes: 67_108_864, staleIfErrorSeconds: 0, storeTimeoutSeconds: 0.5 },
  rateLimit: { enabled: false, requestsPerMinute: 300, buckets: '' },
  circuitBreaker: { enabled: false, failureThreshold: 5, openSeconds: 30 },
  coalesceRequests: false,
};

/** A pipeline that talks to a loopback server with the canary key. */
export function testPipeline(
  origin: string,
  settings: Partial<ClientSettings> = {},
  parts: ClientParts & { readonly anonymous?: boolean } = {},
): OwnedPipeline {
  return createPipeline(
    { ...defaultSettings, ...settings },
    {
      rootUrl: `${origin}/api/v1`,
      product: 'civitkit-core/test',
      credential: parts.anonymous === true ? null : new Secret(canary),
      credentialHelp: 'Set CIVITAI_API_KEY.',
    },
    parts,
  );
}

/** Gives the JSON as it is. */
export const raw: Parser<unknown> = (value) => value;

/** A GET of one thing. */
export const getThing = { operation: 'things.get', method: 'GET', path: ['things', 1] } as const;

/** A POST that must not be repeated blindly. */
export const postThing = { operation: 'things.create', method: 'POST', path: ['things'], body: { n: 1 } } as const;
