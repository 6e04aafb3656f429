import { InvalidResponseError } from '../errors/invalid-response-error.js';
import type { FailedCall } from './connection-failure.js';
import type { HttpRequest, HttpResponse } from './http-transport.js';

const maxHops = 3;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

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
  if (!redirects.has(response.status)) return undefined;
  const target = parse(response.headers['location'], request.url);
  const reason = refusal(target, request, hops);
  if (reason === undefined) return target?.href;
  throw new InvalidResponseError(
    `${call.operation}: the server answered ${response.status}, a redirect ${reason}, which is not followed. Check BaseUrl.`,
    { code: 'unexpected_redirect', status: response.status, requestId: call.requestId, attempts: call.attempts },
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
