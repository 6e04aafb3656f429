import type { IncomingHttpHeaders } from 'node:http';
import type { TokenRegistry } from '../accounts/token-registry.js';
import type { RateWindows } from '../http/rate-windows.js';
import type { Reply } from '../http/reply.js';
import type { EmulatorLimits } from '../limits.js';
import type { CodeStore } from './code-store.js';
import type { DeviceStore } from './device-store.js';
import type { IdTokens } from './id-tokens.js';
import type { OAuthApp } from './oauth-apps.js';
import type { OAuthBehaviour } from './oauth-behaviour.js';
import type { TokenStore } from './token-store.js';

/** Everything the OAuth host of an emulator works on. */
export interface AuthHub {
  readonly authUrl: string;
  readonly apps: ReadonlyMap<string, OAuthApp>;
  readonly behaviour: OAuthBehaviour;
  readonly limits: Required<EmulatorLimits>;
  readonly minutes: RateWindows;
  readonly registry: TokenRegistry;
  readonly tokens: TokenStore;
  readonly codes: CodeStore;
  readonly devices: DeviceStore;
  readonly idTokens: IdTokens;
  /** The scopes the user has agreed to and asked to remember, by client id. */
  readonly consents: Map<string, number>;
}

/** A request to the OAuth host. */
export interface OAuthRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly address: string;
  /** The text after `?` as it was sent. */
  readonly queryText: string;
  /** Single texts of the query. */
  readonly query: Readonly<Record<string, string>>;
  /** Single texts of the body, form or JSON. */
  readonly form: Readonly<Record<string, string>>;
}

/** Answers a request to the OAuth host. */
export type OAuthHandler = (request: OAuthRequest, hub: AuthHub) => Reply;
