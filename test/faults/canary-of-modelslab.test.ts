import { Configuration, type Result } from '@civitkit/core';
import { addModelsLabApi, createModelsLabClient, ModelsLabClient, modelsLabTokens } from '@civitkit/sdk/modelslab';
import { Container } from 'inversify';
import { describe, expect, it } from 'vitest';
import { json, type Responder, reset, startLoopback, text } from '../support/loopback-server.js';
import { TestClock } from '../support/test-clock.js';
import { canary, printed, recordEvents, settled } from './canary-support.js';

const enterpriseCanary = 'c4na7yente7p7i5ec4na7yente7p7i5e';
const agentCanary = '71|c4na7yagentc4na7yagentc4na7yagent';
const secrets = [canary, enterpriseCanary, agentCanary, encodeURIComponent(agentCanary)];

/** Everything that can go wrong, with the key of the request in whatever an answer may echo. */
const failures: Readonly<Record<string, (key: string) => Responder>> = {
  'a message': (key) => json({ status: 'error', message: `the key ${key} is echoed` }),
  'a message of fields': (key) => json({ status: 'error', message: { key: [key], [key]: [key] } }),
  'their spelling': (key) => json({ status: 'failed', messege: key, tip: key, id: key }),
  'an error object': (key) => json({ error: { message: key, type: key, code: key } }, 401),
  'a refused key': (key) => json({ status: 'error', message: `Invalid API key ${key}` }, 401),
  'a code and a request id': (key) =>
    json({ status: 'error', message: key, error_code: key, meta: { request_id: key } }, 403),
  'a limit': (key) => json({ status: 'error', message: `Rate limit exceeded ${key}`, retry_after: 3600 }, 429),
  'a server in trouble': (key) => json({ status: 'error', message: key }, 500),
  'a page': (key) => text(`<html><title>${key}</title></html>`, 'text/html', 502),
  'a page with status 200': (key) => text(`<html><title>${key}</title></html>`, 'text/html'),
  'a content type': (key) => text('x', `text/${key}`),
  'half an answer': (key) => text(`{"status":"${key}`, 'application/json'),
  'another shape': (key) => json([key]),
  'a job without a result': (key) => json({ status: 'success', output: '', message: key }),
  'a redirect': (key) =>
    text('', 'text/plain', 307, { location: `https://elsewhere.test/?key=${encodeURIComponent(key)}` }),
  'a broken connection': () => reset,
};

/** Answers with the key that the request brought. */
function echoing(failure: (key: string) => Responder): Responder {
  return (exchange, response, request) => {
    const whole = JSON.stringify(exchange);
    const key = secrets.find((secret) => whole.includes(secret)) ?? 'none';
    return failure(key)(exchange, response, request);
  };
}

const parameters = { model_id: 'flux', prompt: canary.slice(0, 4) };

/** A call with a credential in each of its places, and a job in each of its states. */
function callsOf(client: ModelsLabClient): Readonly<Record<string, PromiseLike<unknown>>> {
  return {
    'body, submitted': client.images.text2img(parameters),
    'body, of an enterprise deployment': client.enterprise.flux.text2img({ prompt: 'a lighthouse' }),
    'body, fetched': client.resume('images:12345'),
    'body, utility': client.account.walletBalance(),
    'body of a GET': client.account.subscribedProducts(),
    header: client.workflows.list(),
    query: client.models.search({ search: 'flux' }).page(),
    bearer: client.llm.chat({ model: 'm', messages: [{ role: 'user', content: 'hello' }] }),
    'x-api-key': client.llm.messages({ model: 'm', max_tokens: 9, messages: [{ role: 'user', content: 'hello' }] }),
    'login token': client.agents.me(),
  };
}

function settingsOf(origin: string): object {
  return {
    BaseUrl: `${origin}/api`,
    ApiKey: canary,
    EnterpriseKey: enterpriseCanary,
    AgentToken: agentCanary,
    Retry: { MaxRetries: 1, InitialDelaySeconds: 0 },
  };
}

describe('the keys of ModelsLab are seen nowhere', () => {
  it.each(Object.entries(failures))('over %s', async (_name, failure) => {
    await using server = await startLoopback(echoing(failure));
    const lines: string[] = [];
    const log = (line: string): void => void lines.push(line);
    const client = createModelsLabClient(Configuration.from({ ModelsLab: settingsOf(server.origin) }), {
      logger: { debug: log, warn: log },
      clock: new TestClock(32_000),
    });
    let calls: Readonly<Record<string, PromiseLike<unknown>>> = {};
    let outcomes: readonly Result<unknown>[] = [];
    const seen = await recordEvents(async () => {
      calls = callsOf(client);
      outcomes = await Promise.all(Object.values(calls).map(settled));
    });
    seen.push(...lines, ...Object.values(calls).map(printed), printed(client));
    for (const outcome of outcomes) {
      // A list that is none of ours may well be an empty one.
      if (outcome.ok) continue;
      expect(outcome.error.message.length).toBeGreaterThan(20);
      seen.push(printed(outcome), printed(outcome.error));
    }
    client.close();
    expect(outcomes.filter(({ ok }) => !ok).length).toBeGreaterThan(5);
    expect(seen.length).toBeGreaterThan(20);
    for (const told of seen) for (const secret of secrets) expect(told).not.toContain(secret);
  });

  it('were sent all the same, each in its place and nowhere else', async () => {
    await using server = await startLoopback(json({ status: 'error', message: 'no' }, 400));
    using client = createModelsLabClient(Configuration.from({ ModelsLab: settingsOf(server.origin) }));
    await Promise.all(Object.values(callsOf(client)).map(settled));
    const places = server.exchanges.map(({ body, headers, url }) => {
      const found = [
        ...secrets.filter((secret) => body.includes(secret)).map((secret) => `body ${secret}`),
        ...secrets.filter((secret) => url.includes(secret)).map((secret) => `url ${secret}`),
        ...Object.entries(headers).flatMap(([name, value]) =>
          secrets.filter((secret) => String(value).includes(secret)).map((secret) => `${name} ${secret}`),
        ),
      ];
      return found.join(', ');
    });
    expect(new Set(places)).toEqual(
      new Set([
        `body ${canary}`,
        `body ${enterpriseCanary}`,
        `key ${canary}`,
        `url ${canary}`,
        `authorization ${canary}`,
        `x-api-key ${canary}`,
        `authorization ${agentCanary}`,
      ]),
    );
  });

  it('by a time that is over, an abortion or an end of the client', async () => {
    await using server = await startLoopback(() => undefined);
    const clock = new TestClock(0);
    const client = createModelsLabClient(Configuration.from({ ModelsLab: settingsOf(server.origin) }), { clock });
    const late = settled(client.images.text2img(parameters, { timeoutMs: 1000 }));
    const closed = settled(client.resume('images:1'));
    await expect.poll(() => server.exchanges.length).toBe(2);
    clock.advance(1000);
    const outcomes = [await late];
    client.close();
    outcomes.push(await closed);
    for (const outcome of outcomes) {
      expect(outcome.ok).toBe(false);
      for (const secret of secrets) expect(printed(outcome)).not.toContain(secret);
    }
  });

  it('in settings, configurations, containers and what they explain', () => {
    const configuration = Configuration.from({ ModelsLab: settingsOf('https://modelslab.test') });
    const container = new Container();
    addModelsLabApi(container, configuration);
    const values: unknown[] = [
      configuration,
      configuration.explain(),
      container,
      container.get(modelsLabTokens.settings),
      container.get(ModelsLabClient),
      container.get(ModelsLabClient).resume('images:1'),
    ];
    for (const value of values) for (const secret of secrets) expect(printed(value)).not.toContain(secret);
    container.unbindAll();
  });
});
