import { AuthenticationError } from '../errors/authentication-error.js';
import { errorFromResponse } from '../errors/from-response.js';
import { InvalidResponseError } from '../errors/invalid-response-error.js';
import type { ObservedCall } from '../observability/diagnostics.js';
import type { Secret } from '../secrets/secret.js';
import type { ApiRequest, CallOptions } from './api-request.js';
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
  /** Masks the key in what is shown of the answer. */
  readonly redact: (text: string) => string;
}

/** One attempt of one call. */
export interface AttemptInput {
  readonly call: ObservedCall;
  readonly request: ApiRequest;
  readonly options: CallOptions;
  /** 1 for the first. */
  readonly attempt: number;
  readonly signal: AbortSignal;
}

/** An error page is read this far; what is shown of it is far less. */
const maxErrorBytes = 65_536;

/**
 * Sends a request once and reads the whole answer.
 *
 * @throws ConnectionError without an answer, the mapped error for an error status, InvalidResponseError for a body that
 * is too long or a redirect that is not followed
 */
export async function runAttempt(parts: PipelineParts, input: AttemptInput): Promise<Received> {
  const { call, request, attempt } = input;
  const credential = await parts.credential();
  if (credential === null && request.authentication === 'required') {
    throw new AuthenticationError(`${call.operation} needs a key, and none is configured. ${parts.credentialHelp}`, {
      code: 'missing_api_key',
      requestId: call.requestId,
    });
  }
  const failedCall: FailedCall = {
    operation: call.operation,
    origin: new URL(call.url).origin,
    requestId: call.requestId,
    attempts: attempt,
  };
  const response = await sendFollowing(parts, input, credential, failedCall);
  const success = response.status >= 200 && response.status < 300;
  const { text, truncated } = await readBody(response, success ? parts.maxResponseBytes : maxErrorBytes).catch(
    (thrown: unknown) => {
      throw connectionFailure(thrown, failedCall);
    },
  );
  if (!success) {
    throw errorFromResponse({
      operation: call.operation,
      status: response.status,
      headers: response.headers,
      text: redact(text, credential),
      requestId: call.requestId,
      attempts: attempt,
      retryAfterMs: parseRetryAfter(response.headers['retry-after'], parts.clock.now()),
      authenticated: credential !== null,
      credentialHelp: parts.credentialHelp,
    });
  }
  if (truncated) {
    throw new InvalidResponseError(
      `${call.operation}: the answer is longer than ${parts.maxResponseBytes} bytes and was not read to the end. ` +
        'Ask for fewer items, or raise MaxResponseBytes.',
      { code: 'response_too_large', status: response.status, requestId: call.requestId, attempts: attempt },
    );
  }
  const { status, headers } = response;
  const authenticated = credential !== null;
  return { status, headers, text, attempts: attempt, authenticated, redact: (shown) => redact(shown, credential) };
}

/** Sends, following redirects within the origin; the credential and the body never go anywhere else. */
async function sendFollowing(
  parts: PipelineParts,
  input: AttemptInput,
  credential: Secret | null,
  failedCall: FailedCall,
): Promise<HttpResponse> {
  let request = firstRequest(parts, input);
  for (let hops = 0; ; hops += 1) {
    const response = await sendThroughMiddleware(parts, input, credential, failedCall, request);
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
  credential: Secret | null,
  failedCall: FailedCall,
  request: HttpRequest,
): Promise<HttpResponse> {
  const { call, attempt } = input;
  const context = { operation: call.operation, requestId: call.requestId, attempt };
  const send = async (outgoing: HttpRequest): Promise<HttpResponse> => {
    const authorized = authorize(parts, outgoing, credential);
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
