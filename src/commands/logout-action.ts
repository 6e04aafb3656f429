import { isCivitaiError } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure } from '../exit-code.js';
import { exitCodeOf } from '../exit-code-of.js';
import { keyName } from './login-with-key.js';
import type { LogoutOptions } from './logout.js';
import { openStore } from './secrets-actions.js';
import { readSiteSettings } from './site-client.js';
import {
  oauthClientOf,
  readSignIn,
  type SignIn,
  type SignInFiles,
  signInCredential,
  signInFiles,
} from './site-sign-in.js';

/** `civitkit logout`. */
export async function logOut(options: LogoutOptions, io: CommandIo): Promise<void> {
  if (options.withKey === true) await removeKey(options, io);
  else await signOut(options, io);
  await sayWhatIsLeft(options, io);
}

async function removeKey(options: LogoutOptions, io: CommandIo): Promise<void> {
  const store = await openStore(options, io);
  if (await store.remove(keyName)) io.out(`Removed ${keyName} from ${store.path}.`);
  else io.err(`There is no ${keyName} in ${store.path}.`);
}

async function signOut(options: LogoutOptions, io: CommandIo): Promise<void> {
  const files = signInFiles(io);
  const signIn = await readable(files);
  const signedIn = signIn !== undefined && (await readableTokens(files));
  try {
    if (signedIn && signIn !== undefined) await revoke(signIn, files, options, io);
  } finally {
    await files.tokens.clear();
    await files.about.remove();
  }
  if (signedIn) io.out('Signed out: the tokens are removed, and the OAuth host was asked to end them.');
  else io.err('Nobody is signed in.');
}

async function revoke(signIn: SignIn, files: SignInFiles, options: LogoutOptions, io: CommandIo): Promise<void> {
  try {
    const { settings } = await readSiteSettings(options, io);
    using oauth = oauthClientOf(signIn, settings);
    await signInCredential(oauth, files).signOut();
  } catch (error) {
    if (!isCivitaiError(error)) throw error;
    throw new CommandFailure(
      `The tokens are removed here, but the OAuth host could not be asked to end them: ${error.message}`,
      exitCodeOf(error),
    );
  }
}

/** What cannot be read is removed all the same. */
async function readable(files: SignInFiles): Promise<SignIn | undefined> {
  return await readSignIn(files).catch(() => undefined);
}

async function readableTokens({ tokens }: SignInFiles): Promise<boolean> {
  return await tokens.read().then(
    (found) => found !== null,
    () => false,
  );
}

async function sayWhatIsLeft(options: LogoutOptions, io: CommandIo): Promise<void> {
  // Whoever only wants to be gone need not have a configuration that can be used.
  const settings = await readSiteSettings(options, io).catch(() => undefined);
  const keySource = settings?.keySource;
  if (keySource !== undefined) io.err(`A key is still configured here: ${keySource}.`);
}
