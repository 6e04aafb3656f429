import type { CivitaiError } from '../errors/civitai-error.js';
import type { FailedResponse } from '../errors/from-response.js';
import type { Secret } from '../secrets/secret.js';
import type { CredentialPlace } from './credential-place.js';
import type { HttpRequest } from './http-transport.js';
import type { QueryEntries } from './query-string.js';
import type { StreamBody } from './upload-body.js';

/** One call of an API operation, before it has a host, a credential or a deadline. */
export interface ApiRequest {
  /** Stable name for errors, logs and metrics, such as `models.get`. */
  readonly operation: string;
  readonly method: HttpRequest['method'];
  /** Path segments below the API root; each is percent-encoded. */
  readonly path: readonly (string | number)[];
  readonly query?: QueryEntries;
  /** Complete URL that the server gave, used instead of the path; at another origin it goes without the credential. */
  readonly url?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly rawBody?: Uint8Array;
  /** Sent as it comes, instead of `body`, without being held in memory. */
  readonly streamBody?: StreamBody;
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * What a success carries: JSON unless told. With `nothing` the parser gets `undefined` and any body is ignored, with
   * `optional` it gets `undefined` when there is no body.
   */
  readonly answer?: 'json' | 'nothing' | 'optional';
  /**
   * With `manual` a redirect is a success that has no body: the parser gets `undefined`, and the target is in the
   * header `location`, made absolute. Default: followed within the origin, refused elsewhere.
   */
  readonly redirect?: 'follow' | 'manual';
  /**
   * The one content type that is left to whoever reads piece by piece; a success of any other is read whole, like an
   * answer that is not streamed. Default: any.
   */
  readonly streamedType?: string;
  /** Total time in milliseconds where the caller sets none; `null` for no limit. Default: that of the client. */
  readonly timeoutMs?: number | null;
  /** Time of one attempt; `null` leaves it to the total. Default: that of the client. */
  readonly attemptTimeoutMs?: number | null;
  /**
   * `required`: the call makes no sense without a credential, and without one it fails before anything is sent. `none`: it
   * goes without, as to a signed URL at the API's own origin. Default: the credential goes along if there is one.
   */
  readonly authentication?: 'required' | 'none';
  /** Sent instead of the client's own credential. */
  readonly credential?: Secret;
  /** Where the credential goes. Default: `bearer`. */
  readonly credentialPlace?: CredentialPlace;
  /**
   * The request carries these secrets, and its answer holds more of the kind: they are masked in what is shown of an
   * error answer, and of a success nothing is shown.
   */
  readonly confidential?: readonly Secret[];
  /** Says more about an error answer than its status does; gets its headers too, with names in lower case. */
  readonly mapError?: (error: CivitaiError, headers: Readonly<Record<string, string>>) => CivitaiError;
  /**
   * Reads what an API of its own ways says about a failure; asked for every complete answer, those with a success status
   * too. With `undefined` the status decides as usual. `asItCame` is the body with its secrets, to judge by and never to
   * be shown: masking a secret that is a common word makes another answer of it.
   */
  readonly readFailure?: (answer: FailedResponse, asItCame: string) => CivitaiError | undefined;
  /** Sending it twice is the same as sending it once, although the method does not say so. */
  readonly idempotent?: boolean;
  /** Nothing was done when the answer is `rate_limited`: that is repeated, although the method is not. */
  readonly refusedWhenLimited?: boolean;
}

/** What a caller may set for a single call. */
export interface CallOptions {
  /** Cancels the call, waits between attempts included; the promise rejects with `signal.reason`. */
  readonly signal?: AbortSignal;
  /** Total time of the call in milliseconds, all attempts, waits and the download of the body included. */
  readonly timeoutMs?: number;
  /** How often a failed attempt is repeated. */
  readonly maxRetries?: number;
  /** Further request headers. `authorization` is refused: the client alone handles the credential. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** How an answer came out of the cache. */
export interface CacheHit {
  /**
   * `fresh`: nothing was sent. `stale`: a newer one is being fetched in the background. `revalidated`: the server said
   * that it is still the same. `stale_on_error`: the server could not be asked.
   */
  readonly state: 'fresh' | 'stale' | 'revalidated' | 'stale_on_error';
  /** How long ago the server made the answer. */
  readonly ageSeconds: number;
}

/** Facts about the answer, without its body. */
export interface ResponseInfo {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Identifies the call in logs, diagnostics events and errors. */
  readonly requestId: string;
  /** How many times the request was sent; 0 when the cache had the answer. */
  readonly attempts: number;
  /** Present when the answer came out of the cache (`Cache:Enabled`). */
  readonly fromCache?: CacheHit;
}

/** A value with the answer it came in; what `withResponse()` resolves to. */
export interface Answer<T> {
  readonly data: T;
  readonly response: ResponseInfo;
}

/** What turns parsed JSON into a result needs to know. */
export interface ParseContext {
  readonly operation: string;
  /** Whether fields that the library does not know are an error (`StrictJsonParsing`). */
  readonly strict: boolean;
  readonly response: ResponseInfo;
  /** Masks secrets in what is shown of the answer, such as a failure that it tells of. */
  redact(text: string): string;
  /** The error for an answer that is not what the contract says; an error text in the body is repeated. */
  wrongShape(expected: string): CivitaiError;
}
