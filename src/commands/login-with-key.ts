import { createCivitaiClient, KeyCredentialProvider, type Me, Secret } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure } from '../exit-code.js';
import { exitCodeOf } from '../exit-code-of.js';
import { interrupted } from '../interrupted.js';
import { oneLine } from '../output/display-width.js';
import type { LoginOptions } from './login.js';
import { readSecretValue } from './read-secret-value.js';
import { openStore, sayWhenSecretsCount } from './secrets-actions.js';
import { readSiteSettings } from './site-client.js';
import { orUsageError } from './site-usage.js';

/** The user secret that is the key of the site, and of generation where that has none of its own. */
export const keyName = 'CivitaiApi:ApiKey';

/** `civitkit login --with-key`: asks the site whose key it is, and keeps it as a user secret. */
export async function loginWithKey(options: LoginOptions, io: CommandIo): Promise<void> {
  // the project first, so that nobody types a key only to read that there is nowhere to put it
  const store = await openStore(options, io);
  const value = await readSecretValue(keyName, io);
  const me = options.check ? await check(value, options, io) : undefined;
  await store.set(keyName, value);
  io.out(`Stored the key${me === undefined ? '' : ` of ${oneLine(me.username)}`} in ${store.path}.`);
  await sayWhenSecretsCount(options, io);
}

async function check(value: string, options: LoginOptions, io: CommandIo): Promise<Me> {
  const stop = io.stopSignal();
  const { configuration } = await readSiteSettings(options, io);
  const credential = new KeyCredentialProvider(orUsageError(() => new Secret(value)));
  using civitai = createCivitaiClient(configuration, { credential });
  const who = await civitai.me.get({ signal: stop }).asResult();
  if (who.ok) return who.value;
  if (stop.aborted) throw interrupted(stop.reason, 'Nothing was stored.');
  const { code, message, name } = who.error;
  const refused = name === 'AuthenticationError' && code !== 'credential_unavailable';
  throw new CommandFailure(
    refused ? 'The site does not take this key; nothing was stored.' : `Nothing was stored: ${message}`,
    exitCodeOf(who.error),
  );
}
