import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { FileTokenStore, OAuthClient, OAuthCredentialProvider } from '@civitkit/core/client';
import { PrivateFile, userSecretsPaths } from '@civitkit/core/internal';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';

/** What is kept of a sign-in besides its tokens. */
export interface SignIn {
  readonly clientId: string;
  /** The OAuth host. */
  readonly authBaseUrl: string;
  /** The site that the tokens are for. Like the next, it is where they are sent and nowhere else, whatever a project says. */
  readonly origin: string;
  /** The generation API that they are for, if there is one. */
  readonly generationOrigin?: string;
}

/** Where the sign-in of a user is kept, for all projects. */
export interface SignInFiles {
  readonly tokens: FileTokenStore;
  readonly about: PrivateFile;
}

/** How the OAuth host is reached. */
export interface SignInTransport {
  readonly proxy: ConstructorParameters<typeof OAuthClient>[0]['proxy'];
  readonly userAgentSuffix: string;
  readonly timeoutSeconds: number;
}

/** A client for the OAuth host of a sign-in; close it. */
export function oauthClientOf(
  signIn: Pick<SignIn, 'authBaseUrl' | 'clientId'>,
  transport: SignInTransport,
): OAuthClient {
  const { clientId, authBaseUrl } = signIn;
  const { proxy, timeoutSeconds, userAgentSuffix } = transport;
  return new OAuthClient({ clientId, authBaseUrl, proxy, timeoutSeconds, userAgentSuffix });
}

/** The files, in the folder where user secrets lie too. */
export function signInFiles({ env, homeDirectory }: CommandIo): SignInFiles {
  const place = { homeDirectory: homeDirectory ?? homedir(), environment: env, platform: process.platform };
  const folder = dirname(dirname(dirname(userSecretsPaths('any', place).own)));
  return {
    tokens: new FileTokenStore(join(folder, 'sign-in', 'tokens.json')),
    about: new PrivateFile('sign-in', join(folder, 'sign-in', 'application.json')),
  };
}

/** The sign-in, if there is one. */
export async function readSignIn({ about }: SignInFiles): Promise<SignIn | undefined> {
  const text = await about.read();
  if (text === undefined) return undefined;
  const { authBaseUrl, clientId, generationOrigin, origin } = parse(text);
  if (typeof clientId === 'string' && typeof authBaseUrl === 'string' && typeof origin === 'string') {
    return { clientId, authBaseUrl, origin, ...(typeof generationOrigin === 'string' ? { generationOrigin } : {}) };
  }
  throw new CommandFailure(
    `${about.path} does not say who signed in where. \`civitkit logout\` removes it.`,
    exitCode.configuration,
  );
}

/** Keeps a sign-in in the place of an earlier one. */
export async function writeSignIn({ about, tokens }: SignInFiles, signIn: SignIn): Promise<void> {
  // The tokens before are of another application, perhaps: they must never be taken for this one's.
  await tokens.clear();
  await about.write(`${JSON.stringify(signIn, undefined, 2)}\n`);
}

/** What lets a client use the tokens and renew them. */
export function signInCredential(oauth: OAuthClient, { tokens }: SignInFiles): OAuthCredentialProvider {
  return new OAuthCredentialProvider(oauth, tokens);
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
