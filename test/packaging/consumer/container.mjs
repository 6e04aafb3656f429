// A client from a container against the server at CivitaiApi__BaseUrl; prints what came of three calls.
import { addCivitaiApi, CivitaiClient, coreTokens, NotFoundError } from '@civitkit/core';
import { addCivitaiSdk, sdkTokens } from '@civitkit/sdk';
import { Container } from 'inversify';

const container = new Container();
addCivitaiSdk(addCivitaiApi(container));
const civitai = container.get(CivitaiClient);
const model = await civitai.models.get(1);
const listed = await civitai.models
  .where({ types: ['LORA'] })
  .take(1)
  .toArray();
const missing = await civitai.models.get(404).asResult();
console.log(
  JSON.stringify({
    name: model.name,
    listed: listed.map(({ id }) => id),
    missing: missing.ok ? 'found' : [missing.error instanceof NotFoundError, missing.error.code],
    key: String(container.get(coreTokens.settings).apiKey),
    sameKey: container.get(sdkTokens.settings).apiToken.reveal() === process.env.CivitaiApi__ApiKey,
  }),
);
await container.unbindAllAsync();
