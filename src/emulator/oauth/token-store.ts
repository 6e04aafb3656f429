import { randomBytes } from 'node:crypto';
import type { TokenRegistry } from '../accounts/token-registry.js';
import { ACCOUNT_ID } from '../catalogue/creators.js';
import type { OAuthApp } from './oauth-apps.js';

/** A pair of tokens as it was given out. */
export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresIn: number;
  readonly scope: number;
}

/** What a refresh token stands for. */
export interface RefreshGrant {
  readonly clientId: string;
  readonly scope: number;
  readonly expiresAt: number;
}

/** The tokens of the OAuth host. Access tokens are also valid at the site. */
export interface TokenStore {
  issue(app: OAuthApp, scope: number): TokenPair;
  findRefresh(token: string): RefreshGrant | undefined;
  /** Ends a refresh token; access tokens live out their time. */
  endRefresh(token: string): void;
  /** Ends a token of the account; with a refresh token also the access tokens of its application. */
  revoke(token: string): void;
  /** Ends every access token, and every refresh token when asked. */
  expireAll(refreshTokens: boolean): void;
}

/** How long tokens live. */
export interface TokenLives {
  readonly accessTokenSeconds: number;
  readonly refreshTokenSeconds: number;
}

function newToken(): string {
  return `civitai_${randomBytes(18).toString('hex')}`;
}

/** Creates an empty store over the site's own registry. */
export function createTokenStore(registry: TokenRegistry, lives: TokenLives): TokenStore {
  const refreshTokens = new Map<string, RefreshGrant>();
  return {
    issue: ({ clientId }, scope) => {
      const accessToken = newToken();
      const refreshToken = newToken();
      const now = Date.now();
      const expiresAt = now + lives.accessTokenSeconds * 1000;
      registry.addToken(accessToken, { kind: 'oauth', id: clientId, userId: ACCOUNT_ID, scope, expiresAt, clientId });
      refreshTokens.set(refreshToken, { clientId, scope, expiresAt: now + lives.refreshTokenSeconds * 1000 });
      return { accessToken, refreshToken, expiresIn: lives.accessTokenSeconds, scope };
    },
    findRefresh: (token) => refreshTokens.get(token),
    endRefresh: (token) => {
      refreshTokens.delete(token);
    },
    revoke: (token) => {
      const refresh = refreshTokens.get(token);
      if (refresh !== undefined) {
        refreshTokens.delete(token);
        registry.endTokens((grant) => grant.clientId === refresh.clientId);
      } else if (registry.find(token)?.kind === 'oauth') {
        registry.revoke(token);
      }
    },
    expireAll: (refreshToo) => {
      registry.endTokens(() => true);
      if (refreshToo) refreshTokens.clear();
    },
  };
}
