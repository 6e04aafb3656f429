import { Diagnostics } from '../../observability/diagnostics.js';
import type { Logger } from '../../observability/logger.js';
import { AxiosTransport } from '../../transport/axios-transport.js';
import { type Clock, systemClock } from '../../transport/clock.js';
import { assertSecure } from '../../transport/credential.js';
import type { HttpTransport } from '../../transport/http-transport.js';
import { Pipeline } from '../../transport/pipeline.js';
import { version } from '../../version.js';
import { KeyCredentialProvider } from '../key-credential-provider.js';
import type { OAuthSettings } from './oauth-settings.js';

/**
 * Parts of an OAuth client that a user may replace; each has a default. There is no middleware: it would see secrets,
 * which here travel in the body.
 */
export interface OAuthParts {
  /** Stays the user's: closing the client does not close it. Default: axios over keep-alive agents. */
  readonly transport?: HttpTransport | undefined;
  /** Default: no log lines. */
  readonly logger?: Logger | undefined;
  readonly clock?: Clock | undefined;
  /** 0 ≤ x < 1; spreads the waits between attempts. Default: `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/** The pipeline of an OAuth client, and the way to release all it holds. */
export interface OAuthPipeline {
  readonly pipeline: Pipeline;
  readonly clock: Clock;
  readonly close: () => void;
}

/** Far more than any answer of the OAuth host. */
const maxResponseBytes = 1_048_576;

/**
 * Builds a pipeline whose only origin is the OAuth host, without a credential of its own and without a cache.
 *
 * @throws ConfigurationError when secrets would travel over plain http
 */
export function createOAuthPipeline(settings: OAuthSettings, parts: OAuthParts): OAuthPipeline {
  const { allowInsecureHttp, authBaseUrl, proxy, timeoutSeconds, userAgentSuffix } = settings;
  assertSecure(new URL(authBaseUrl), allowInsecureHttp);
  const transport = parts.transport ?? new AxiosTransport({ proxy });
  const clock = parts.clock ?? systemClock;
  const agent = [`civitkit-core/${version}`, `(node/${process.versions.node})`, userAgentSuffix];
  const pipeline = new Pipeline({
    rootUrl: authBaseUrl,
    userAgent: agent.filter((part) => part !== '').join(' '),
    timeoutMs: timeoutSeconds * 1000,
    attemptTimeoutMs: null,
    maxResponseBytes,
    strictJsonParsing: false,
    allowInsecureHttp,
    retryPolicy: { maxRetries: 2, initialDelayMs: 500, maxDelayMs: 8000, maxRetryAfterMs: 60_000 },
    credential: new KeyCredentialProvider(null),
    credentialHelp: 'Refresh the token or sign in again, or check clientId and clientSecret.',
    transport,
    middleware: [],
    callStages: [],
    attemptStages: [],
    diagnostics: new Diagnostics(parts.logger),
    clock,
    random: parts.random ?? Math.random,
  });
  const close = (): void => {
    pipeline.close();
    if (transport !== parts.transport) transport.close?.();
  };
  return { pipeline, clock, close };
}
