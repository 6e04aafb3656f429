// A service with a container, which finds its configuration from the working directory.
import { addCivitaiApi, CivitaiClient, coreTokens } from '@civitkit/core';
import { Container } from 'inversify';
import { report } from './report.mjs';

const container = addCivitaiApi(new Container(), JSON.parse(process.argv[3]));
await report(container.get(CivitaiClient), container.get(coreTokens.configuration));
await container.unbindAllAsync();
