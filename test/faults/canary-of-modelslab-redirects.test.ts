import { createModelsLabClient, type ModelsLabClient } from '@civitkit/sdk/modelslab/client';
import { describe, expect, it } from 'vitest';
import { json, startLoopback, text } from '../support/loopback-server.js';
import { TestClock } from '../support/test-clock.js';
import { settled } from './canary-support.js';

const keys = { apiKey: 'c4na7y-api', enterpriseKey: 'c4na7y-enterprise', agentToken: '71|c4na7y-agent' };
const password = 'c4na7y-password';
const messages = [{ role: 'user', content: 'hello' }];

/** A call with a credential, or another secret, in each place there is. */
const calls: Readonly<Record<string, (client: ModelsLabClient) => PromiseLike<unknown>>> = {
  'body, submitted': (client) => client.images.text2img({ model_id: 'flux', prompt: 'a lighthouse' }),
  'body, fetched': (client) => client.resume('images:12345'),
  'body, of an enterprise deployment': (client) => client.enterprise.flux.text2img({ prompt: 'a lighthouse' }),
  'body of a GET': (client) => client.account.subscribedProducts(),
  'body, that spends money': (client) => client.account.buySubscription('basic_monthly'),
  header: (client) => client.workflows.list(),
  'header, of a run': (client) => client.workflows.run('w', { prompt: 'a' }),
  query: (client) => client.models.search({ search: 'flux' }).page(),
  bearer: (client) => client.llm.chat({ model: 'm', messages }),
  'bearer, streamed': (client) => client.llm.streamChat({ model: 'm', messages }).next(),
  'x-api-key': (client) => client.llm.messages({ model: 'm', max_tokens: 9, messages }),
  'login token': (client) => client.agents.me(),
  'login token, that moves money': (client) => client.agents.fundWallet({ amount: 25 }),
  password: (client) => client.agents.login({ email: 'a@example.com', password }),
  'secrets of a bucket': (client) => client.enterpriseServers.syncModels(password),
};

describe('a redirect takes no key along', () => {
  const statuses = [301, 302, 303, 307, 308];

  it.each(Object.entries(calls))('%s', async (_name, call) => {
    await using foreign = await startLoopback(json({ status: 'success', output: ['https://a.example/1.png'] }));
    for (const status of statuses) {
      await using server = await startLoopback((exchange, response, request) =>
        text('', 'text/plain', status, { location: `${foreign.origin}${exchange.url}` })(exchange, response, request),
      );
      using client = createModelsLabClient(
        { baseUrl: `${server.origin}/api`, ...keys },
        { clock: new TestClock(32_000) },
      );
      const outcome = await settled(call(client));
      expect(outcome).toMatchObject({ ok: false, error: { code: 'unexpected_redirect' } });
      // It was sent, once: what was answered with a redirect may have been done.
      expect(server.exchanges).toHaveLength(1);
    }
    expect(JSON.stringify(foreign.exchanges)).not.toContain('c4na7y');
  });

  it.each([
    ['another path', '/elsewhere'],
    ['the same path with a slash', '/api/v6/images/text2img/'],
  ])('a submission is not sent again at %s of the same host either', async (_name, location) => {
    await using server = await startLoopback(text('', 'text/plain', 307, { location }));
    using client = createModelsLabClient({ baseUrl: `${server.origin}/api`, ...keys });
    const outcome = await settled(client.images.text2img({ model_id: 'flux', prompt: 'a lighthouse' }));
    expect(outcome).toMatchObject({ ok: false, error: { code: 'unexpected_redirect' } });
    expect(server.exchanges).toHaveLength(1);
  });
});
