// A container from another copy of inversify than the one @civitkit/core uses; prints what works.
import { addCivitaiApi, CivitaiClient, coreTokens, createCivitaiModule } from '@civitkit/core';
import { addCivitaiSdk } from '@civitkit/sdk';
import { Container as OwnContainer } from 'inversify';
import { Container } from 'second-inversify';

const transport = { send: async () => ({ status: 200, headers: {}, body: [Buffer.from('{"id":1,"name":"one"}')] }) };
const container = new Container();
container.bind(coreTokens.transport).toConstantValue(transport);
addCivitaiApi(container, { apiKey: null });
addCivitaiApi(container, { apiKey: null }, { name: 'studio' });
addCivitaiSdk(container, { apiToken: 'a-token-of-no-use' });
const civitai = container.get(CivitaiClient);
const studio = container.get(CivitaiClient, { name: 'studio' });

const module = createCivitaiModule({ apiKey: null });
const other = new Container();
other.load(module);
const loaded = other.get(CivitaiClient);
other.unload(module);

const { name } = await civitai.models.get(1);
let twice;
try {
  addCivitaiApi(container);
} catch (error) {
  twice = error.code;
}
await container.unbindAllAsync();
const closed = await studio.models.get(1).asResult();
console.log(
  JSON.stringify({
    separate: Container !== OwnContainer,
    isClient: civitai instanceof CivitaiClient && loaded instanceof CivitaiClient,
    named: studio !== civitai,
    unloaded: !other.isBound(CivitaiClient),
    name,
    twice,
    closed: closed.ok ? 'open' : closed.error.code,
  }),
);
