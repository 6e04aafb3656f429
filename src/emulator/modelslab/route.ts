import type { IncomingHttpHeaders } from 'node:http';
import type { Query } from '../http/query-text.js';
import type { Reply } from '../http/reply.js';
import type { Failure } from './failures/failure.js';

/** The members of a JSON object. */
export type Members = Readonly<Record<string, unknown>>;

/**
 * Where a route wants its credential: the key in the JSON body, in a header named `key`, in the query, as a bearer token
 * (`chat` takes it from the body too, `llm` as `x-api-key` too), the enterprise key in the body, or the login token of the
 * control plane.
 */
export type KeyPlace = 'body' | 'header' | 'query' | 'bearer' | 'chat' | 'llm' | 'enterprise' | 'agent' | 'none';

/** A request to ModelsLab, with what the host has found out about it. */
export interface ModelsLabRequest {
  readonly method: string;
  readonly path: string;
  /** Names and decoded values of the path's parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly headers: IncomingHttpHeaders;
  /** Empty when the body is no JSON object; of a GET it is read as well. */
  readonly body: Members;
  /** The valid credential; empty where none is wanted. */
  readonly credential: string;
  /** Aborted when the client leaves or the emulator closes. */
  readonly gone: AbortSignal;
}

/** What a route is for: planned failures can be meant for one kind. */
export type RouteKind = 'submit' | 'poll' | 'call';

/** One operation of ModelsLab. */
export interface ModelsLabRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** In the router's spelling, below `/api`, such as `/v6/images/fetch/:id`. */
  readonly path: string;
  readonly key: KeyPlace;
  readonly kind?: RouteKind;
  readonly handle: (request: ModelsLabRequest) => Reply | Failure | Promise<Reply | Failure>;
}
