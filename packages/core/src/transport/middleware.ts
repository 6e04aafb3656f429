import type { HttpRequest, HttpResponse } from './http-transport.js';

/** What a middleware is told about the attempt it wraps. */
export interface MiddlewareContext {
  /** Such as `models.get`. */
  readonly operation: string;
  readonly requestId: string;
  /** 1 for the first. */
  readonly attempt: number;
}

/**
 * Wraps every attempt: may look at and replace the request and the response, answer by itself, or throw (its own errors
 * reach the caller as they are, without a retry).
 *
 * It runs before the credential is added, so it never sees the key; a request it sends to another origin goes without.
 *
 * @example
 * ```ts
 * import { createCivitaiClient, type Middleware } from '@civitkit/core/client';
 *
 * const traced: Middleware = (request, next, { requestId }) =>
 *   next({ ...request, headers: { ...request.headers, 'x-trace-id': requestId } });
 * const civitai = createCivitaiClient({}, { middleware: [traced] });
 * ```
 */
export type Middleware = (
  request: HttpRequest,
  next: (request: HttpRequest) => Promise<HttpResponse>,
  context: MiddlewareContext,
) => Promise<HttpResponse>;
