import { readdirSync, readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { OAuthClient, type OAuthClientOptions } from '../../src/client.js';
import type { OAuthParts } from '../../src/credentials/oauth/oauth-pipeline.js';

/** Marked secrets. Seen anywhere but in a request's body or authorization header, something leaks. */
export const secrets = {
  access: 'civitai_c4na7yacce55c4na7yacce55c4na7yacce55',
  refresh: 'civitai_c4na7y4ef4e5hc4na7y4ef4e5hc4na7y4ef4',
  renewedAccess: 'civitai_c4na7y4enewedacce55c4na7y4enewedacc',
  renewedRefresh: 'civitai_c4na7y4enewed4ef4e5hc4na7y4enewed4e',
  idToken: 'eyJhbGciOiJFUzI1NiJ9.c4na7yidtoken.c4na7yidtoken',
  code: 'c4na7yc0dec4na7yc0dec4na7yc0de',
  verifier: 'c4na7yve41f1e4c4na7yve41f1e4c4na7yve41f1e4c4na7y',
  clientSecret: 'c4na7yc11ent5ec4etc4na7yc11ent5ec4et',
  device: 'c4na7ydev1cec0dec4na7ydev1cec0dec4na7ydev1ce',
} as const;

/** The beginning of all of them that is never part of anything else. */
export const mark = 'c4na7y';

/** An answer of the token endpoint. */
export const tokenAnswer: Readonly<Record<string, unknown>> = {
  access_token: secrets.access,
  token_type: 'Bearer',
  expires_in: 3600,
  refresh_token: secrets.refresh,
  scope: ['114689'],
};

/** A confidential client whose OAuth host is a loopback server. */
export function oauthClient(
  authBaseUrl: string,
  options: Partial<OAuthClientOptions> = {},
  parts: OAuthParts = {},
): OAuthClient {
  return new OAuthClient(
    {
      clientId: 'my-app',
      clientSecret: secrets.clientSecret,
      redirectUri: 'http://127.0.0.1/callback',
      authBaseUrl,
      ...options,
    },
    parts,
  );
}

/** Everything a logger or a careless `console.log` could print of a value. */
export function printed(value: unknown): string {
  return [
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    inspect(value, { depth: 20, showHidden: true, customInspect: false }),
    String(value),
    JSON.stringify(value) ?? '',
    value instanceof Error ? `${value.stack}${printed(value.cause)}${(value as { body?: string }).body ?? ''}` : '',
  ].join('\n');
}

/** What a promise rejects with. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return await promise.then(
    () => {
      throw new Error('Expected a rejection.');
    },
    (error: unknown) => error,
  );
}

/** How many directories this process watches, as Linux counts them. */
export function watchCount(): number {
  return readdirSync('/proc/self/fdinfo').reduce((sum, descriptor) => {
    try {
      return sum + readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8').split('inotify wd:').length - 1;
    } catch {
      return sum;
    }
  }, 0);
}
