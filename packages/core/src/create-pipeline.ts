import type { PipelineSettings } from './configuration/client-settings.js';
import type { KnownLimits } from './configuration/rate-buckets.js';
import { type ClientHealth, createStages, type PacingParts } from './create-stages.js';
import { KeyCredentialProvider } from './credentials/key-credential-provider.js';
import { Diagnostics } from './observability/diagnostics.js';
import type { Logger } from './observability/logger.js';
import { isSecret, type Secret } from './secrets/secret.js';
import { AxiosTransport } from './transport/axios-transport.js';
import { type Clock, systemClock } from './transport/clock.js';
import { assertSecure, type CredentialProvider } from './transport/credential.js';
import type { HttpTransport } from './transport/http-transport.js';
import type { Middleware } from './transport/middleware.js';
import { Pipeline } from './transport/pipeline.js';

/** Parts of a client that a user may replace; each has a default. */
export interface ClientParts extends PacingParts {
  /** Gives the credential, instead of the configured key. Default: the key. */
  readonly credential?: CredentialProvider | undefined;
  /** Speaks HTTP. Stays the user's: closing the client does not close it. Default: axios over keep-alive agents. */
  readonly transport?: HttpTransport | undefined;
  /** Wraps every attempt, the first outermost. */
  readonly middleware?: readonly Middleware[] | undefined;
  /** Default: no log lines. */
  readonly logger?: Logger | undefined;
  readonly clock?: Clock | undefined;
  /** 0 ≤ x < 1; spreads the waits between attempts. Default: `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/** What tells the client of one API from that of another. */
export interface ClientIdentity {
  /** Where paths start, such as `https://civitai.com/api/v1`. */
  readonly rootUrl: string;
  /** First word of the `User-Agent` header, such as `civitkit-core/1.2.3`. */
  readonly product: string;
  readonly credential: Secret | null | CredentialProvider;
  /** No call makes sense without a credential. Default: each says so for itself. */
  readonly authentication?: 'required' | undefined;
  /** How a user of this client gives a key. */
  readonly credentialHelp: string;
  /** What the server is known to allow in a minute; its names are the families that a limit can be set for. */
  readonly knownLimits?: KnownLimits;
}

/** A pipeline and the way to release all it holds. */
export interface OwnedPipeline {
  readonly pipeline: Pipeline;
  /** Root of the site, without a slash at the end: what lies outside the API's own paths is below it. */
  readonly baseUrl: string;
  readonly allowInsecureHttp: boolean;
  /** How the client fares. */
  readonly health: () => ClientHealth;
  /** Ends open calls and closes the sockets, those of a transport of the user's own excepted. */
  readonly close: () => void;
}

/**
 * Builds the pipeline of a client.
 *
 * @throws ConfigurationError when the key would travel over plain http, or `RateLimit:Buckets` names what there is not
 */
export function createPipeline(
  settings: PipelineSettings,
  identity: ClientIdentity,
  parts: ClientParts,
): OwnedPipeline {
  const { credential, credentialHelp, product, rootUrl } = identity;
  const { allowInsecureHttp, maxResponseBytes, proxy, retry, strictJsonParsing, userAgentSuffix } = settings;
  if (isSecret(credential)) assertSecure(new URL(rootUrl), allowInsecureHttp);
  const userAgent = [product, `(node/${process.versions.node})`, userAgentSuffix]
    .filter((part) => part !== '')
    .join(' ');
  const clock = parts.clock ?? systemClock;
  const diagnostics = new Diagnostics(parts.logger);
  const { callStages, attemptStages, health } = createStages(settings, parts, {
    origin: new URL(rootUrl).origin,
    userAgent,
    knownLimits: identity.knownLimits ?? {},
    clock,
    diagnostics,
    logger: parts.logger,
  });
  const transport = parts.transport ?? new AxiosTransport({ proxy });
  const pipeline = new Pipeline({
    rootUrl,
    userAgent,
    timeoutMs: settings.timeoutSeconds * 1000,
    attemptTimeoutMs: retry.attemptTimeoutSeconds === null ? null : retry.attemptTimeoutSeconds * 1000,
    maxResponseBytes,
    strictJsonParsing,
    allowInsecureHttp,
    retryPolicy: {
      maxRetries: retry.maxRetries,
      initialDelayMs: retry.initialDelaySeconds * 1000,
      maxDelayMs: retry.maxDelaySeconds * 1000,
      maxRetryAfterMs: retry.maxRetryAfterSeconds * 1000,
    },
    credential:
      parts.credential ??
      (credential === null || isSecret(credential) ? new KeyCredentialProvider(credential) : credential),
    credentialHelp,
    authentication: identity.authentication,
    transport,
    middleware: parts.middleware ?? [],
    callStages,
    attemptStages,
    diagnostics,
    clock,
    random: parts.random ?? Math.random,
  });
  return {
    pipeline,
    baseUrl: settings.baseUrl,
    allowInsecureHttp,
    health,
    close: () => {
      pipeline.close();
      if (transport !== parts.transport) transport.close?.();
    },
  };
}
