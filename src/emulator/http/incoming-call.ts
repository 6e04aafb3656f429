import type { IncomingHttpHeaders } from 'node:http';
import type { Reply } from './reply.js';
import type { RequestBody } from './request-body.js';

/** A request as the emulated hosts see it. */
export interface IncomingCall {
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: RequestBody;
  /** The client's network address. */
  readonly address: string;
}

/** One emulated host: answers whatever is asked of it. */
export type Host = (call: IncomingCall) => Reply;
