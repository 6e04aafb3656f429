// A CommonJS program in TypeScript: the compiler turns these imports into require().
import { addCivitaiApi, CivitaiClient } from '@civitkit/core';
import { createCivitaiClient } from '@civitkit/core/client';
import { sdkTokens } from '@civitkit/sdk';
import { Container } from 'inversify';

const client: CivitaiClient = addCivitaiApi(new Container(), { apiKey: null }).get(CivitaiClient);
console.log(client instanceof CivitaiClient, createCivitaiClient() instanceof CivitaiClient, typeof sdkTokens.settings);
