import { subscribe } from 'node:diagnostics_channel';
import { fileURLToPath } from 'node:url';
import {
  ConfigurationError,
  type ConfigurationEvent,
  createCivitaiClient,
  loadConfiguration,
} from '@civitkit/core/client';
import { NewestModels } from './newest-models.js';
import { readWatcherSettings } from './watcher-settings.js';

/** `EX_CONFIG` of sysexits: starting again does not help, somebody has to change something. */
const badConfiguration = 78;

try {
  const configuration = loadConfiguration({ directory: fileURLToPath(new URL('..', import.meta.url)) });
  configuration.validate();
  const settings = readWatcherSettings(configuration);
  console.log(`environment ${configuration.environmentName}; ${keySource()}`);
  subscribe('civitkit:configuration', (event) => tell(event as ConfigurationEvent));

  const stopping = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stopping.abort());
  using civitai = createCivitaiClient(configuration);
  await new NewestModels(civitai, settings).watch(stopping.signal);
  console.log('stopped');

  function keySource(): string {
    // where the key comes from may be printed, the key itself never is: explain() masks it
    const key = configuration.explain().find(({ secret }) => secret);
    return key === undefined || key.source === 'default' ? 'no key' : `key from ${key.source}`;
  }
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exitCode = badConfiguration;
}

/** What has become of a change in the files. */
function tell({ error, keyReplaced, needRestart, outcome }: ConfigurationEvent): void {
  if (outcome === 'rejected') console.error(`settings not taken: ${error?.message ?? 'unknown reason'}`);
  if (keyReplaced) console.log('a new key is in use');
  if (needRestart.length > 0) console.log(`after a restart: ${needRestart.join(', ')}`);
}
