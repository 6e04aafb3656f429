import { InvalidResponseError } from '../errors/invalid-response-error.js';
import type { FailedCall } from './connection-failure.js';
import type { HttpRequest, HttpResponse } from './http-transport.js';

const maxHops = 3;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Whether a status sends the client elsewhere; 304 does not. */
export function isRedirect(status: number): boolean {
  return redirects.has(status);
}

/**
 * A redirect for a caller that wants to see it: its target complete, since only here is it known what it is relative to.
 *
 * @throws InvalidResponseError for a redirect without a target
 */
export function withCompleteTarget(response: HttpResponse, request: HttpRequest, call: FailedCall): HttpResponse {
  if (!isRedirect(response.status)) return response;
  const { location } = response.headers;
  const target = parse(location, request.url);
  if (target === undefined) throw unexpected(response, call, 'without a usable target');
  // A complete one is left as it is: it may be signed, and URL writes some characters in another way.
  return location !== undefined && URL.canParse(location)
    ? response
    : { ...response, headers: { ...response.headers, location: target.href } };
}

/**
 * Where to send a request next, or `undefined` when the response is no redirect.
 *
 * @throws InvalidResponseError for a redirect to another origin, of a request with a body, without a target, or after
 * too many of them: an API answers where it is asked, so something else is answering
 */
export function redirectTarget(
  response: HttpResponse,
  request: HttpRequest,
  hops: number,
  call: FailedCall,
): string | undefined {
  if (!isRedirect(response.status)) return undefined;
  const target = parse(response.headers['location'], request.url);
  const reason = refusal(target, request, hops);
  if (reason === undefined) return target?.href;
  throw unexpected(response, call, reason);
}

function unexpected({ status }: HttpResponse, call: FailedCall, reason: string): InvalidResponseError {
  const { attempts, operation, requestId } = call;
  return new InvalidResponseError(
    `${operation}: the server answered ${status}, a redirect ${reason}, which is not followed. Check BaseUrl.`,
    { code: 'unexpected_redirect', status, requestId, attempts },
  );
}

function refusal(target: URL | undefined, request: HttpRequest, hops: number): string | undefined {
  if (target === undefined) return 'without a usable target';
  if (target.origin !== new URL(request.url).origin) return `to another origin (${target.origin})`;
  if (request.method !== 'GET' && request.method !== 'HEAD') return `of a ${request.method} request`;
  return hops >= maxHops ? `after ${maxHops} others` : undefined;
}

function parse(location: string | undefined, base: string): URL | undefined {
  return location !== undefined && URL.canParse(location, base) ? new URL(location, base) : undefined;
}
