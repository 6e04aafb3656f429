// A script or a container image: nothing but the client, configured by its surroundings.
import { createCivitaiClient, loadConfiguration } from '@civitkit/core/client';
import { report } from './report.mjs';

const civitai = createCivitaiClient(JSON.parse(process.argv[3]));
await report(civitai, loadConfiguration());
civitai.close();
