import { createHash, randomBytes } from 'node:crypto';
import type { RunningEmulator } from 'civitkit/emulator';
import { type Answer, answerOf } from './emulator-calls.js';

export interface TokenBody {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in: number;
  readonly refresh_token: string;
  readonly scope: string | readonly string[];
  readonly id_token?: string;
  readonly error?: string;
  readonly error_description?: string;
}

export const VERIFIER: string = randomBytes(48).toString('base64url');
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

/** Posts a form to an endpoint of the OAuth host. */
export async function postForm<T = TokenBody>(
  emulator: RunningEmulator,
  endpoint: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<T>> {
  const init = { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' } as const;
  return answerOf(await fetch(`${emulator.authUrl}/api/auth/oauth/${endpoint}`, init));
}

/** The address of an authorization by the public application; an empty change leaves the parameter out. */
export function authorizeUrl(emulator: RunningEmulator, changes: Readonly<Record<string, string>> = {}): string {
  const { clientId, redirectUri } = emulator.oauthApps.public;
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: '114689',
    state: 'a state',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    ...changes,
  };
  const present = Object.entries(parameters).filter(([, value]) => value !== '');
  return `${emulator.authUrl}/api/auth/oauth/authorize?${new URLSearchParams(present).toString()}`;
}

/** Asks for an authorization and gives the redirect without following it. */
export async function authorize(
  emulator: RunningEmulator,
  changes: Readonly<Record<string, string>> = {},
): Promise<Answer<TokenBody> & { readonly location: string | null }> {
  const response = await fetch(authorizeUrl(emulator, changes), { redirect: 'manual' });
  return { ...(await answerOf<TokenBody>(response)), location: response.headers.get('location') };
}

/** A code of a fresh authorization. */
export async function freshCode(
  emulator: RunningEmulator,
  changes: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { location } = await authorize(emulator, changes);
  return new URL(location ?? '').searchParams.get('code') ?? '';
}

/** Exchanges a code as the public application. */
export function exchange(
  emulator: RunningEmulator,
  code: string,
  changes: Readonly<Record<string, string>> = {},
): Promise<Answer<TokenBody>> {
  const { clientId, redirectUri } = emulator.oauthApps.public;
  const form = {
    grant_type: 'authorization_code',
    code,
    code_verifier: VERIFIER,
    client_id: clientId,
    redirect_uri: redirectUri,
    ...changes,
  };
  return postForm(emulator, 'token', Object.fromEntries(Object.entries(form).filter(([, value]) => value !== '')));
}

/** Tokens of the public application. */
export async function freshTokens(emulator: RunningEmulator, scope = '114689'): Promise<TokenBody> {
  return (await exchange(emulator, await freshCode(emulator, { scope }))).json;
}

/** Refreshes as the public application. */
export function refresh(emulator: RunningEmulator, refreshToken: string): Promise<Answer<TokenBody>> {
  const { clientId } = emulator.oauthApps.public;
  return postForm(emulator, 'token', { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId });
}
