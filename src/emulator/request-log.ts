import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { splitTarget } from './http/query-text.js';

/** A request the emulator has received. */
export interface RecordedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** The text after `?` as it was sent; empty without one. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
}

const CAPACITY = 1000;

/** The last thousand requests, oldest first. */
export interface RequestLog {
  readonly requests: readonly RecordedRequest[];
  record(request: IncomingMessage): void;
}

/** Creates an empty log. */
export function createRequestLog(): RequestLog {
  const requests: RecordedRequest[] = [];
  return {
    requests,
    record: (request) => {
      const { pathname, queryText } = splitTarget(request.url ?? '/');
      if (requests.length === CAPACITY) requests.shift();
      requests.push({
        method: request.method ?? 'GET',
        path: pathname,
        query: queryText,
        headers: request.headers,
        receivedAt: Date.now(),
      });
    },
  };
}
