import type { Secret } from '../secrets/secret.js';
import type { PacingOptions, PacingSettings } from './pacing-settings.js';

/** How failed requests are repeated. Every property is optional; `undefined` means not given. */
export interface RetryOptions {
  /** How often a failed request is sent again, 0–10. Default 2. */
  maxRetries?: number | undefined;
  /** Wait before the first repetition, in seconds; doubles each time. 0–60, default 0.5. */
  initialDelaySeconds?: number | undefined;
  /** Longest wait between two attempts, in seconds. 0–300, default 8. */
  maxDelaySeconds?: number | undefined;
  /** Longest `Retry-After` that is waited out, in seconds; a longer one fails at once. 0–3600, default 60. */
  maxRetryAfterSeconds?: number | undefined;
  /** Time limit of a single attempt, in seconds, 0.001–1800. Default: none but the call's own limit. */
  attemptTimeoutSeconds?: number | null | undefined;
}

/** What the clients of both packages have in common. `undefined` and `''` mean not given. */
export interface ClientOptions extends PacingOptions {
  /** Address of the server, `http` or `https`; a path is kept as a prefix. */
  baseUrl?: string | URL | undefined;
  /** Version segment of the paths, such as `v1`. */
  apiVersion?: string | undefined;
  /** Time limit of a call including its repetitions and the reading of the body, in seconds. */
  timeoutSeconds?: number | undefined;
  /** Whether an answer with fields this version does not know is an error. Default `false`. */
  strictJsonParsing?: boolean | undefined;
  /** Added to the `User-Agent` header, such as `my-app/1.2`. */
  userAgentSuffix?: string | undefined;
  /** `'environment'` (default: `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`), `'none'`, or the proxy's URL. */
  proxy?: 'environment' | 'none' | (string & {}) | URL | Secret | undefined;
  /** Whether the key may travel over plain `http` to a host other than this one. Default `false`. */
  allowInsecureHttp?: boolean | undefined;
  /** Largest body that is read, in bytes, 1024 and up. Default 33 554 432 (32 MiB). */
  maxResponseBytes?: number | undefined;
  /**
   * Whether to watch the files of the configuration and take a new key from them at once; other settings take effect
   * after a restart. Default `false`.
   */
  reloadOnChange?: boolean | undefined;
  retry?: RetryOptions | undefined;
}

/**
 * Explicit options of the site client; they win over every other source.
 *
 * @example
 * ```ts
 * import type { CivitaiApiOptions } from '@civitkit/core';
 *
 * const options: CivitaiApiOptions = { apiKey: process.env['STUDIO_KEY'], timeoutSeconds: 60, retry: { maxRetries: 4 } };
 * ```
 */
export interface CivitaiApiOptions extends ClientOptions {
  /** The API key; `null` means anonymous, whatever the other sources say. */
  apiKey?: string | Secret | null | undefined;
}

/** {@link RetryOptions}, complete and checked. */
export interface RetrySettings {
  readonly maxRetries: number;
  readonly initialDelaySeconds: number;
  readonly maxDelaySeconds: number;
  readonly maxRetryAfterSeconds: number;
  /** `null`: an attempt has no limit of its own. */
  readonly attemptTimeoutSeconds: number | null;
}

/** What the client of any API has, complete and checked. Deeply frozen. */
export interface PipelineSettings extends PacingSettings {
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly timeoutSeconds: number;
  readonly strictJsonParsing: boolean;
  /** Empty when there is none. */
  readonly userAgentSuffix: string;
  /** A URL is held as a {@link Secret}, for it may carry a password. */
  readonly proxy: 'environment' | 'none' | Secret;
  readonly allowInsecureHttp: boolean;
  readonly maxResponseBytes: number;
  readonly reloadOnChange: boolean;
  readonly retry: RetrySettings;
}

/** {@link ClientOptions}, complete and checked. Deeply frozen. */
export interface ClientSettings extends PipelineSettings {
  readonly apiVersion: string;
}

/** {@link CivitaiApiOptions}, complete and checked. Deeply frozen. */
export interface CivitaiApiSettings extends ClientSettings {
  /** `null`: the client is anonymous. With `reloadOnChange`, the key in the beginning. */
  readonly apiKey: Secret | null;
}
