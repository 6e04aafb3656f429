// A service that names the folder of its settings files; it is started from anywhere. Options beside a configuration of
// one's own are a provider.
import { createCivitaiClient, KeyCredentialProvider, loadConfiguration } from '@civitkit/core/client';
import { report } from './report.mjs';

const [, , directory, options] = process.argv;
const configuration = loadConfiguration({ directory });
const { apiKey } = JSON.parse(options);
const parts = apiKey === undefined ? {} : { credential: new KeyCredentialProvider(apiKey) };
const civitai = createCivitaiClient(configuration, parts);
await report(civitai, configuration);
civitai.close();
