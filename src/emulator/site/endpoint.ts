import type { IncomingHttpHeaders } from 'node:http';
import type { TokenGrant, TokenRegistry } from '../accounts/token-registry.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Query } from '../http/query-text.js';
import type { RateWindows } from '../http/rate-windows.js';
import type { Reply } from '../http/reply.js';
import type { EmulatorLimits } from '../limits.js';
import type { ObjectStore } from '../storage/object-store.js';
import type { PartnerModels } from './partner-models.js';
import type { SiteBehaviour } from './site-behaviour.js';
import type { VaultStore } from './vault-store.js';

/** The emulated site of one running emulator. */
export interface Site {
  readonly catalogue: Catalogue;
  readonly behaviour: SiteBehaviour;
  /** Origin of links that do not follow the request's `Host` (contract §7.2). */
  readonly siteUrl: string;
  readonly tokens: TokenRegistry;
  /** The one token of the partner routes. */
  readonly partnerToken: string;
  readonly limits: Required<EmulatorLimits>;
  /** Windows of a minute. */
  readonly minutes: RateWindows;
  /** Windows of a day. */
  readonly days: RateWindows;
  readonly vault: VaultStore;
  readonly partnerModels: PartnerModels;
  /** The second origin: downloads and uploads. */
  readonly storage: ObjectStore;
}

/** Who is asking. */
export interface Session {
  readonly userId: number;
  readonly username: string;
  readonly grant: TokenGrant;
}

/** A request after routing. */
export interface SiteRequest {
  readonly method: string;
  readonly pathname: string;
  readonly query: Query;
  readonly pathParameters: Readonly<Record<string, string | undefined>>;
  readonly headers: IncomingHttpHeaders;
  /** What the framework made of the body; a text when it was not said to be JSON. */
  readonly body: unknown;
  /** The client's network address. */
  readonly address: string;
  /** `http://` and the request's `Host`. */
  readonly origin: string;
  /** Null for everyone without a valid token. */
  readonly session: Session | null;
}

/** Answers a request. */
type Handler = (request: SiteRequest, site: Site) => Reply;

/** Answers instead of the endpoint, or lets the request through: the place for rate windows and overload. */
export type Guard = (request: SiteRequest, site: Site) => Reply | undefined;

/** How an endpoint treats methods, tokens and caches (contract §2.1). */
export type AccessClass = 'public' | 'mixed' | 'authed' | 'partner' | 'raw';

/** One endpoint. */
export interface Endpoint {
  /** Path in the router's syntax. */
  readonly path: string;
  readonly access: AccessClass;
  readonly handle: Handler;
  /** The verbs of endpoints that look at them; GET alone unless told. */
  readonly methods?: readonly string[];
  /** Asked in order after the access check and before validation. */
  readonly guards?: readonly Guard[];
  /** Replaces the usual public cache header. */
  readonly cacheControl?: string;
  /** The largest body; 1 unless told. */
  readonly bodyMegabytes?: number;
}
