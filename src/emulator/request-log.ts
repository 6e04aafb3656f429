import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { splitTarget } from './http/query-text.js';

/** The origins of an emulator. */
export type OriginName = 'site' | 'auth' | 'storage' | 'orchestration' | 'blobs' | 'modelslab' | 'modelslab-assets';

/** A request the emulator has received. */
export interface RecordedRequest {
  /** Which origin it came to. */
  readonly origin: OriginName;
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
  record(request: IncomingMessage, origin: OriginName): void;
}

/** Creates an empty log. */
export function createRequestLog(): RequestLog {
  const requests: RecordedRequest[] = [];
  return {
    requests,
    record: (request, origin) => {
      const { pathname, queryText } = splitTarget(request.url ?? '/');
      if (requests.length === CAPACITY) requests.shift();
      requests.push({
        origin,
        method: request.method ?? 'GET',
        path: pathname,
        query: queryText,
        headers: request.headers,
        receivedAt: Date.now(),
      });
    },
  };
}
