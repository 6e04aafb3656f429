import type { IncomingHttpHeaders } from 'node:http';
import type { TokenGrant } from '../accounts/token-registry.js';
import type { Query } from '../http/query-text.js';
import type { Reply } from '../http/reply.js';
import type { RequestBody } from '../http/request-body.js';

/** A request to the generation API, with what the router has found out about it. */
export interface OrchestrationRequest {
  readonly method: string;
  /** Names and decoded values of the path's parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly headers: IncomingHttpHeaders;
  readonly body: RequestBody;
  /** Whose token it is; `null` only on anonymous routes. */
  readonly grant: TokenGrant | null;
  /** Aborted when the client leaves or the emulator closes: no held answer outlives its connection. */
  readonly gone: AbortSignal;
}

/** One operation of the generation API. */
export interface OrchestrationRoute {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** In the router's spelling, such as `/v2/consumer/workflows/:workflowId`. */
  readonly path: string;
  /** Answered without a token too. */
  readonly anonymous?: boolean;
  readonly handle: (request: OrchestrationRequest) => Reply | Promise<Reply>;
}
