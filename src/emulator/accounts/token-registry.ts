import { randomBytes } from 'node:crypto';
import { ACCOUNT_ID } from '../catalogue/creators.js';

/** The bits of every scope but the opt-in ones (contract §9.5). */
export const FULL_SCOPE = 33_554_431;

/** The scope that shows who somebody is; every authorization includes it. */
export const USER_READ = 1;

/** What a valid token stands for. */
export interface TokenGrant {
  /** Whose it is. */
  readonly userId: number;
  readonly kind: 'apiKey' | 'oauth';
  /** The id `/me` shows: a number for keys, a UUID for OAuth tokens. */
  readonly id: number | string;
  /** A bitmask (contract §9.5). */
  readonly scope: number;
  /** Milliseconds since 1970; keys have none. */
  readonly expiresAt?: number;
  /** The OAuth application it was given to. */
  readonly clientId?: string;
}

/** How to add a key. */
export interface NewKey {
  /** 32 random hexadecimal digits unless told. */
  readonly key?: string;
  /** Everything but the opt-in scopes unless told. */
  readonly scope?: number;
  /** The id of another creator of the catalogue; the emulator's own account, 12345, unless told. */
  readonly userId?: number;
}

/** The valid tokens of one emulator: keys, and the access tokens of its OAuth host. */
export interface TokenRegistry {
  /** Null for unknown, revoked and expired tokens alike. */
  find(token: string): TokenGrant | null;
  addKey(key?: NewKey): string;
  /** Also ends an OAuth token. False when there was no such token. */
  revoke(token: string): boolean;
  addToken(token: string, grant: TokenGrant): void;
  /** Ends every OAuth token that a test accepts. */
  endTokens(test: (grant: TokenGrant) => boolean): void;
}

/** The id of the first key; `/me` shows it. */
const FIRST_KEY_ID = 991;

/** Creates a registry with one key. */
export function createTokenRegistry(firstKey: string): TokenRegistry {
  const grants = new Map<string, TokenGrant>();
  let nextId = FIRST_KEY_ID;
  const addKey = ({
    key = randomBytes(16).toString('hex'),
    scope = FULL_SCOPE,
    userId = ACCOUNT_ID,
  }: NewKey = {}): string => {
    grants.set(key, { kind: 'apiKey', id: nextId, scope, userId });
    nextId += 1;
    return key;
  };
  addKey({ key: firstKey });
  return {
    addKey,
    find: (token) => {
      const grant = grants.get(token);
      if (grant === undefined) return null;
      return grant.expiresAt !== undefined && grant.expiresAt <= Date.now() ? null : grant;
    },
    revoke: (token) => grants.delete(token),
    addToken: (token, grant) => {
      grants.set(token, grant);
    },
    endTokens: (test) => {
      for (const [token, grant] of grants) if (grant.kind === 'oauth' && test(grant)) grants.delete(token);
    },
  };
}
