import { errorFromResponse } from '../errors/from-response.js';
import { InvalidResponseError } from '../errors/invalid-response-error.js';
import type { ObservedCall } from '../observability/diagnostics.js';
import type { Secret } from '../secrets/secret.js';
import type { ApiRequest, CacheHit, CallOptions } from './api-request.js';
import type { CallCredential } from './call-credential.js';
import { connectionFailure, type FailedCall } from './connection-failure.js';
import { assertSecure } from './credential.js';
import type { HttpRequest, HttpResponse } from './http-transport.js';
import type { PipelineParts } from './pipeline.js';
import { readBody } from './read-body.js';
import { redact } from './redact.js';
import { redirectTarget } from './redirect.js';
import { parseRetryAfter } from './retry-after.js';

/** A success as it arrived: the body is complete, but not yet parsed. */
export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly attempts: number;
  readonly authenticated: boolean;
  /** What was sent as the credential. */
  readonly credential: Secret | null;
  /** Masks secrets in what is shown of the answer. */
  readonly redact: (text: string) => string;
  /** Present when it came out of the cache. */
  readonly fromCache?: CacheHit;
  /** Called once the answer has turned out to be readable: from then on it may be stored. */
  readonly keep?: () => void;
}

/** One attempt of one call. */
export interface AttemptInput {
  readonly call: ObservedCall;
  readonly request: ApiRequest;
  readonly options: CallOptions;
  readonly credential: CallCredential;
  /** 1 for the first. */
  readonly attempt: number;
  readonly signal: AbortSignal;
}

/** An answer with its body, and the credential that its request carried. */
interface Exchanged {
  readonly response: HttpResponse;
  readonly text: string;
  readonly truncated: boolean;
  readonly credential: Secret | null;
  readonly carried: boolean;
}

/** A credential on its way. A middleware may answer by itself or lead the request elsewhere, so that it stays. */
interface Luggage {
  readonly credential: Secret | null;
  /** Whether the last request that was sent had it. */
  carried: boolean;
}

/** An error page is read this far; what is shown of it is far less. */
const maxErrorBytes = 65_536;

/**
 * Sends a request once and reads the whole answer; once more, if the credential was refused and there is another one.
 *
 * @throws ConnectionError without an answer, the mapped error for an error status, InvalidResponseError for a body that
 * is too long or a redirect that is not followed
 */
export async function runAttempt(parts: PipelineParts, input: AttemptInput): Promise<Received> {
  const { call, request, attempt } = input;
  let exchanged = await exchange(parts, input);
  const refused = exchanged.carried && exchanged.response.status === 401 ? exchanged.credential : null;
  if (refused !== null && (await input.credential.renew(refused, attempt))) exchanged = await exchange(parts, input);
  const { response, text, truncated, credential, carried } = exchanged;
  if (!isSuccess(response.status, request)) {
    const error = errorFromResponse({
      operation: call.operation,
      status: response.status,
      headers: response.headers,
      text: redact(text, credential, ...(request.confidential ?? [])),
      requestId: call.requestId,
      attempts: attempt,
      retryAfterMs: parseRetryAfter(response.headers['retry-after'], parts.clock.now()),
      authenticated: carried,
      credentialHelp: parts.credentialHelp,
    });
    throw request.mapError?.(error) ?? error;
  }
  if (truncated) {
    throw new InvalidResponseError(
      `${call.operation}: the answer is longer than ${parts.maxResponseBytes} bytes and was not read to the end. ` +
        'Ask for fewer items, or raise MaxResponseBytes.',
      { code: 'response_too_large', status: response.status, requestId: call.requestId, attempts: attempt },
    );
  }
  const { status, headers } = response;
  return {
    status,
    headers,
    text,
    attempts: attempt,
    authenticated: carried,
    credential,
    redact: request.confidential === undefined ? (shown) => redact(shown, credential) : () => '[redacted]',
  };
}

async function exchange(parts: PipelineParts, input: AttemptInput): Promise<Exchanged> {
  const { attempt, call, request, signal } = input;
  const credential = await input.credential.current(attempt);
  // The call may have ended meanwhile, and a transport of the user's own need not look at the signal.
  signal.throwIfAborted();
  const failedCall: FailedCall = {
    operation: call.operation,
    url: call.url,
    requestId: call.requestId,
    attempts: attempt,
  };
  const luggage: Luggage = { credential, carried: false };
  const response = await sendFollowing(parts, input, luggage, failedCall);
  const limit = isSuccess(response.status, request) ? parts.maxResponseBytes : maxErrorBytes;
  const body = await readBody(response, limit).catch((thrown: unknown) => {
    throw connectionFailure(thrown, failedCall);
  });
  return { response, ...body, ...luggage };
}

/** "Not modified" is one too, if the cache has asked whether its copy is still good. */
function isSuccess(status: number, { headers = {} }: ApiRequest): boolean {
  if (status >= 200 && status < 300) return true;
  return status === 304 && ('if-none-match' in headers || 'if-modified-since' in headers);
}

/** Sends, following redirects within the origin; the credential and the body never go anywhere else. */
async function sendFollowing(
  parts: PipelineParts,
  input: AttemptInput,
  luggage: Luggage,
  failedCall: FailedCall,
): Promise<HttpResponse> {
  let request = firstRequest(parts, input);
  for (let hops = 0; ; hops += 1) {
    const response = await sendThroughMiddleware(parts, input, luggage, failedCall, request);
    const target = redirectTarget(response, request, hops, failedCall);
    if (target === undefined) return response;
    // Read to the end, so that the connection can be used again.
    await readBody(response, maxErrorBytes).catch(() => undefined);
    request = { ...request, url: target };
  }
}

function firstRequest(parts: PipelineParts, input: AttemptInput): HttpRequest {
  const { call, request, options, signal } = input;
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': parts.userAgent,
    ...request.headers,
    ...lowerCased(options.headers),
  };
  if (request.rawBody !== undefined) {
    return { method: request.method, url: call.url, headers, body: request.rawBody, signal };
  }
  if (request.body === undefined) return { method: request.method, url: call.url, headers, signal };
  headers['content-type'] ??= 'application/json';
  return { method: request.method, url: call.url, headers, body: JSON.stringify(request.body), signal };
}

function lowerCased(headers: CallOptions['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
}

function sendThroughMiddleware(
  parts: PipelineParts,
  input: AttemptInput,
  luggage: Luggage,
  failedCall: FailedCall,
  request: HttpRequest,
): Promise<HttpResponse> {
  const { call, attempt } = input;
  const context = { operation: call.operation, requestId: call.requestId, attempt };
  const send = async (outgoing: HttpRequest): Promise<HttpResponse> => {
    const authorized = authorize(parts, outgoing, luggage.credential);
    luggage.carried = authorized !== outgoing;
    try {
      return await parts.transport.send(authorized);
    } catch (thrown) {
      throw connectionFailure(thrown, failedCall);
    }
  };
  const chain = parts.middleware.reduceRight<(outgoing: HttpRequest) => Promise<HttpResponse>>(
    (next, middleware) => (outgoing) => middleware(outgoing, next, context),
    send,
  );
  return chain(request);
}

/** Adds the credential, if the request still goes to the configured origin. */
function authorize(parts: PipelineParts, request: HttpRequest, credential: Secret | null): HttpRequest {
  if (credential === null) return request;
  const target = new URL(request.url);
  if (target.origin !== new URL(parts.rootUrl).origin) return request;
  assertSecure(target, parts.allowInsecureHttp);
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${credential.reveal()}` } };
}
