// A client of the built packages against a server of this process.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { addCivitaiApi, CivitaiClient, Configuration, isCivitaiError, NotFoundError } from '@civitkit/core';
import { createCivitaiClient } from '@civitkit/core/client';
import { addCivitaiSdk, sdkTokens } from '@civitkit/sdk';
import { Container } from 'inversify';

const apiKey = 'a-key-of-no-use';
const requests = [];
const server = createServer((request, response) => {
  requests.push({ url: request.url, authorization: request.headers.authorization });
  const known = request.url.endsWith('/models/1');
  response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(known ? { id: 1, name: 'one' } : { error: 'No model with this id' }));
});
let baseUrl;

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  baseUrl = `http://127.0.0.1:${server.address().port}`;
});

after(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});

test('a container gives the client, and closes it', async () => {
  const container = new Container();
  const configuration = Configuration.from({ CivitaiApi: { BaseUrl: baseUrl, ApiKey: apiKey } });
  addCivitaiSdk(addCivitaiApi(container, configuration));
  const civitai = container.get(CivitaiClient);
  assert.ok(civitai instanceof CivitaiClient);
  assert.equal((await civitai.models.get(1)).name, 'one');
  assert.deepEqual(requests.at(-1), { url: '/api/v1/models/1', authorization: `Bearer ${apiKey}` });
  // one key opens both APIs
  assert.equal(container.get(sdkTokens.settings).apiToken.reveal(), apiKey);
  assert.throws(() => addCivitaiApi(container), { code: 'already_registered' });
  await container.unbindAllAsync();
  await assert.rejects(civitai.models.get(1), { code: 'client_closed' });
});

test('an answer that is an error is one of our errors, and can be had as data', async () => {
  const civitai = createCivitaiClient({ baseUrl, apiKey: null });
  const error = await civitai.models.get(2).then(undefined, (reason) => reason);
  assert.ok(error instanceof NotFoundError && isCivitaiError(error));
  assert.deepEqual([error.name, error.code, error.status, error.attempts], ['NotFoundError', 'not_found', 404, 1]);
  const outcome = await civitai.models.get(2).asResult();
  assert.equal(outcome.ok, false);
  civitai.close();
});

test('nobody listening is a ConnectionError after the retries', async () => {
  const unused = createServer().listen(0, '127.0.0.1');
  await once(unused, 'listening');
  const { port } = unused.address();
  await new Promise((resolve) => unused.close(resolve));
  const retry = { maxRetries: 1, initialDelaySeconds: 0 };
  const civitai = createCivitaiClient({ baseUrl: `http://127.0.0.1:${port}`, apiKey: null, proxy: 'none', retry });
  await assert.rejects(civitai.models.get(1), { name: 'ConnectionError', attempts: 2 });
  civitai.close();
});

test('a client can be disposed of', async () => {
  const civitai = createCivitaiClient({ baseUrl, apiKey: null });
  civitai[Symbol.dispose]();
  await assert.rejects(civitai.models.get(1), { code: 'client_closed' });
});

test('`using` closes the client', async (context) => {
  // as text, because older nodes could not even read it in this file
  const code = 'export function use(create) { using client = create(); return client; }';
  const module = await import(`data:text/javascript,${encodeURIComponent(code)}`).catch(() => undefined);
  if (module === undefined) return context.skip('this node does not know `using`');
  const civitai = module.use(() => createCivitaiClient({ baseUrl, apiKey: null }));
  return assert.rejects(civitai.models.get(1), { code: 'client_closed' });
});
