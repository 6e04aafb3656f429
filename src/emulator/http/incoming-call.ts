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
  /** Aborted when the client leaves or the emulator closes: no held answer outlives its connection. */
  readonly gone: AbortSignal;
}

/** One emulated host: answers whatever is asked of it, at once or after holding the request. */
export type Host = (call: IncomingCall) => Reply | Promise<Reply>;
