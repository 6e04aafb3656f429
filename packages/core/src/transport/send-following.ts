import type { Secret } from '../secrets/secret.js';
import type { ApiRequest, CallOptions } from './api-request.js';
import type { AttemptInput } from './attempt.js';
import { connectionFailure, type FailedCall } from './connection-failure.js';
import { assertSecure } from './credential.js';
import { withCredential } from './credential-place.js';
import type { HttpRequest, HttpResponse } from './http-transport.js';
import type { PipelineParts } from './pipeline.js';
import { maxErrorBytes, readBody } from './read-body.js';
import { redirectTarget, withCompleteTarget } from './redirect.js';

/** A credential on its way. A middleware may answer by itself or lead the request elsewhere, so that it stays. */
export interface Luggage {
  readonly credential: Secret | null;
  /** Whether the last request that was sent had it. */
  carried: boolean;
}

/** Sends, following redirects within the origin; the credential and the body never go anywhere else. */
export async function sendFollowing(
  parts: PipelineParts,
  input: AttemptInput,
  luggage: Luggage,
  failedCall: FailedCall,
): Promise<HttpResponse> {
  let request = firstRequest(parts, input);
  for (let hops = 0; ; hops += 1) {
    const response = await sendThroughMiddleware(parts, input, luggage, failedCall, request);
    if (input.request.redirect === 'manual') return withCompleteTarget(response, request, failedCall);
    const target = redirectTarget(response, request, hops, failedCall);
    if (target === undefined) return response;
    // Read to the end, so that the connection can be used again.
    await readBody(response, maxErrorBytes).catch(() => undefined);
    request = { ...request, url: target };
  }
}

function firstRequest(parts: PipelineParts, input: AttemptInput): HttpRequest {
  const { call, request, options, signal, streaming, upload } = input;
  const headers: Record<string, string> = {
    accept: streaming === undefined ? 'application/json' : '*/*',
    // What is passed on as it comes has to be as long as its headers say.
    'accept-encoding': streaming === undefined ? 'gzip, deflate, br' : 'identity',
    'user-agent': parts.userAgent,
    ...request.headers,
    ...lowerCased(options.headers),
  };
  const outgoing = { method: request.method, url: call.url, headers, signal };
  if (upload !== undefined) {
    headers['content-type'] ??= 'application/octet-stream';
    if (upload.sizeBytes !== undefined) headers['content-length'] = String(upload.sizeBytes);
    return { ...outgoing, body: upload };
  }
  if (request.rawBody !== undefined) return { ...outgoing, body: request.rawBody };
  if (request.body === undefined) return outgoing;
  headers['content-type'] ??= 'application/json';
  return { ...outgoing, body: JSON.stringify(request.body) };
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
    const authorized = authorize(parts, outgoing, luggage.credential, input.request.credentialPlace);
    luggage.carried = authorized !== outgoing;
    try {
      return await parts.transport.send(authorized);
    } catch (thrown) {
      const ofSource = input.upload?.failure;
      throw ofSource === undefined ? connectionFailure(thrown, failedCall) : ofSource.error;
    }
  };
  const chain = parts.middleware.reduceRight<(outgoing: HttpRequest) => Promise<HttpResponse>>(
    (next, middleware) => (outgoing) => middleware(outgoing, next, context),
    send,
  );
  return chain(request);
}

/** Adds the credential, if the request still goes to the configured origin. */
function authorize(
  parts: PipelineParts,
  request: HttpRequest,
  credential: Secret | null,
  place: ApiRequest['credentialPlace'] = 'bearer',
): HttpRequest {
  if (credential === null) return request;
  const target = new URL(request.url);
  if (target.origin !== new URL(parts.rootUrl).origin) return request;
  assertSecure(target, parts.allowInsecureHttp);
  return withCredential(request, credential, place);
}
