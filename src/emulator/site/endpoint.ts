import type { IncomingHttpHeaders } from 'node:http';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Query } from '../http/query-text.js';
import type { Reply } from '../http/reply.js';
import type { SiteBehaviour } from './site-behaviour.js';

/** The emulated site of one running emulator. */
export interface Site {
  readonly catalogue: Catalogue;
  readonly behaviour: SiteBehaviour;
  /** Origin of links that do not follow the request's `Host` (contract §7.2). */
  readonly siteUrl: string;
  /** The only valid token. */
  readonly apiKey: string;
}

/** Who is asking. */
export interface Session {
  readonly userId: number;
  readonly username: string;
}

/** A request after routing. */
export interface SiteRequest {
  readonly method: string;
  readonly pathname: string;
  readonly query: Query;
  readonly pathParameters: Readonly<Record<string, string | undefined>>;
  readonly headers: IncomingHttpHeaders;
  /** `http://` and the request's `Host`. */
  readonly origin: string;
  /** Null for everyone without a valid token. */
  readonly session: Session | null;
}

/** Answers a request. */
type Handler = (request: SiteRequest, site: Site) => Reply;

/** Answers instead of the endpoint, or lets the request through: the place for rate windows and overload. */
type Guard = (request: SiteRequest, site: Site) => Reply | undefined;

/** How an endpoint treats methods, tokens and caches (contract §2.1). */
export type AccessClass = 'public' | 'mixed' | 'authed' | 'raw';

/** One endpoint. */
export interface Endpoint {
  /** Path in the router's syntax. */
  readonly path: string;
  readonly access: AccessClass;
  readonly handle: Handler;
  /** Asked in order after the access check and before validation. */
  readonly guards?: readonly Guard[];
  /** Replaces the usual public cache header. */
  readonly cacheControl?: string;
}
