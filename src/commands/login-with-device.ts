import {
  type CivitaiApiSettings,
  createCivitaiClient,
  isCivitaiError,
  type OAuthClient,
  type OAuthTokens,
  oauthScopeBits,
  oauthScopePresets,
  oauthScopes,
} from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { untilStopped } from '../interrupted.js';
import { oneLine } from '../output/display-width.js';
import { knownSections } from './known-sections.js';
import { loadProjectConfiguration } from './load-project-configuration.js';
import type { LoginOptions } from './login.js';
import { readSiteSettings, type SiteSettings } from './site-client.js';
import { generationOrigin } from './site-generation.js';
import {
  oauthClientOf,
  readSignIn,
  type SignIn,
  type SignInFiles,
  signInCredential,
  signInFiles,
  writeSignIn,
} from './site-sign-in.js';
import { orUsageError } from './site-usage.js';

const usualAuthUrl = 'https://auth.civitai.com';

/** `civitkit login`: shows a code, and waits until it has been typed in somewhere. */
export async function loginWithDevice(options: LoginOptions, io: CommandIo): Promise<void> {
  const scope = scopeOf(options.scope ?? ['AIServices']);
  const stop = io.stopSignal();
  const site = await readSiteSettings(options, io);
  const files = signInFiles(io);
  const signIn = { ...(await signInOf(options, site.settings, files, io)), ...(await forGeneration(options, io)) };
  using oauth = oauthClientOf(signIn, site.settings);
  const tokens = await untilStopped(stop, 'Nobody was signed in.', () => ask(oauth, scope, stop, io));
  await writeSignIn(files, signIn);
  await signInCredential(oauth, files).signIn(tokens);
  await sayWho(site, signIn, oauth, files, stop, io);
}

async function ask(oauth: OAuthClient, scope: number, signal: AbortSignal, io: CommandIo): Promise<OAuthTokens> {
  const device = await oauth.requestDeviceCode(scope, { signal });
  const { expiresAtMs, userCode, verificationUri, verificationUriComplete } = device;
  io.err(`Open ${oneLine(verificationUri)} in a browser and type in the code ${oneLine(userCode)}`);
  if (verificationUriComplete !== null) io.err(`or open ${oneLine(verificationUriComplete)}`);
  const until = new Date(expiresAtMs).toISOString().slice(11, 16);
  io.err(`Waiting for that until ${until} UTC; Ctrl-C ends it.`);
  return await oauth.waitForDeviceToken(device, { signal });
}

async function sayWho(
  { configuration, keySource }: SiteSettings,
  { origin }: SignIn,
  oauth: OAuthClient,
  files: SignInFiles,
  signal: AbortSignal,
  io: CommandIo,
): Promise<void> {
  using civitai = createCivitaiClient(configuration, { credential: signInCredential(oauth, files) });
  const who = await civitai.me.get({ signal }).asResult();
  // The tokens are there and are kept: that the site does not answer now is another matter.
  const name = who.ok ? ` as ${oneLine(who.value.username)}` : '';
  io.out(`Signed in to ${origin}${name}. The tokens are in ${files.tokens.path}.`);
  if (!who.ok) io.err(`The site could not say as whom: ${who.error.message}`);
  if (keySource !== undefined) io.err(`In this project the key from ${keySource} goes before this sign-in.`);
}

/** Generation is another API, whose address is a setting of its own. */
async function forGeneration(options: LoginOptions, io: CommandIo): Promise<Pick<SignIn, 'generationOrigin'>> {
  const sections = await knownSections();
  const origin = generationOrigin(await loadProjectConfiguration(options, io, sections), sections);
  return origin === undefined ? {} : { generationOrigin: origin };
}

async function signInOf(
  { authUrl, clientId }: LoginOptions,
  { baseUrl }: CivitaiApiSettings,
  files: SignInFiles,
  { env }: CommandIo,
): Promise<SignIn> {
  // Of an earlier sign-in, which may also be one that cannot be read any more.
  const known = await readSignIn(files).catch((error: unknown) => {
    if (error instanceof CommandFailure || isCivitaiError(error)) return undefined;
    throw error;
  });
  const id = clientId ?? env['CIVITKIT_OAUTH_CLIENT_ID'] ?? known?.clientId ?? '';
  const url = authUrl ?? env['CIVITKIT_OAUTH_URL'] ?? known?.authBaseUrl ?? '';
  if (id.trim() !== '') {
    return { clientId: id, authBaseUrl: url === '' ? usualAuthUrl : url, origin: new URL(baseUrl).origin };
  }
  throw new CommandFailure(
    'Signing in needs the id of an OAuth application that Civitai lets use the device flow: give it with --client-id ' +
      'or CIVITKIT_OAUTH_CLIENT_ID. With an API key instead: `civitkit login --with-key`.',
    exitCode.usage,
  );
}

/** The sum of scopes and presets, by name in any case or by number. */
function scopeOf(names: readonly string[]): number {
  // Not with numbers, whose bits are cut to 32.
  return Number(names.reduce((sum, name) => sum | BigInt(orUsageError(() => scopeBits(name))), 0n));
}

function scopeBits(name: string): number {
  if (/^\d+$/.test(name)) return oauthScopeBits(Number(name));
  const known = [...Object.entries(oauthScopePresets), ...Object.entries(oauthScopes)];
  const found = known.find(([word]) => word.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found[1];
  throw new RangeError(
    `${JSON.stringify(name)} is no scope. There are ${known.map(([word]) => word).join(', ')}, and their sums.`,
  );
}
