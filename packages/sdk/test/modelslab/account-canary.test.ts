import { isCivitaiError, type Result, Secret } from '@civitkit/core/client';
import type { ModelsLabClient } from '@civitkit/sdk/modelslab/client';
import { describe, expect, it } from 'vitest';
import { printed, recordEvents } from '../../../../test/faults/canary-support.js';
import { json, type Responder, reset, text, truncate } from '../../../../test/support/loopback-server.js';
import { canary, enterpriseCanary, useModelsLab } from './job-support.js';

const served = useModelsLab();
const agentCanary = '123|agent-t0ken-c4na7y-0123456789';
const further = 'furth3r-s3cret-c4na7y-0123456789';
const secrets = [canary, enterpriseCanary, agentCanary, further, encodeURIComponent(agentCanary)];

/** Answers that repeat every secret there is; each request carries its own of them. */
const echoes: readonly (readonly [string, (own: string) => Responder])[] = [
  ['an error of theirs', (own) => json({ status: 'error', message: `echo ${own}`, tip: own }, 400)],
  ['an error inside of a 200', (own) => json({ status: 'error', messege: `echo ${own}`, id: own })],
  ['an error of the LLM', (own) => json({ error: { message: own, type: own, code: own } }, 401)],
  ['an error of agents', (own) => json({ data: null, error: { code: own, message: own, details: { a: own } } }, 422)],
  ['fields', (own) => json({ message: { [own]: [own] } }, 422)],
  ['a limit', (own) => json({ status: 'error', message: `Rate limit exceeded ${own}`, retry_after: 3600 }, 429)],
  ['a web page', (own) => text(`<html>${own}</html>`, 'text/html', 502)],
  ['another shape', (own) => json([[own]])],
  ['another object', (own) => json({ status: 'success', other: own })],
  ['broken JSON', (own) => text(`{"a":"${own}`, 'application/json')],
  ['another type', (own) => text(own, `text/plain; a=${own.replace(/[^\w-]/g, '')}`)],
  ['a cut', () => truncate],
  ['no answer', () => reset],
  [
    'a redirect elsewhere',
    (own) => (_, response) =>
      void response.writeHead(302, { location: `https://elsewhere.test/?key=${encodeURIComponent(own)}` }).end(),
  ],
];

/** Answers that are none to some calls, and good enough for others. */
const readable: ReadonlySet<string> = new Set(['another shape', 'another object']);

async function collect(values: AsyncIterable<unknown>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const value of values) found.push(value);
  return found;
}

const messages = [{ role: 'user', content: 'hi' }];
const training = { instance_prompt: 'a', class_prompt: 'b', images: ['c'], training_type: 'men', max_train_steps: 1 };
const bucket = { public_url: 'a', region_name: 'b', endpoint_url: 'c', image_directory: 'd', aws_access_key_id: 'e' };

/** One call for each place of a credential, and one for each kind of further secret. */
const calls: Readonly<Record<string, readonly [own: string, (client: ModelsLabClient) => PromiseLike<unknown>]>> = {
  body: [canary, (client) => client.account.walletBalance()],
  bodyOfGet: [canary, (client) => client.account.subscribedProducts()],
  bought: [canary, (client) => client.account.buySubscription('basic_monthly')],
  upload: [canary, (client) => client.uploads.base64ToUrl('data:image/png;base64,AQID')],
  query: [canary, (client) => client.models.search({ search: 'flux' }).toArray()],
  header: [canary, (client) => client.workflows.list()],
  headerOfRun: [canary, (client) => client.workflows.run('w', { a: 1 })],
  headerOfStatus: [canary, (client) => client.workflows.status('w', 1)],
  bearer: [canary, (client) => client.llm.chat({ messages })],
  bearerOfStream: [canary, (client) => collect(client.llm.streamChat({ messages }))],
  xApiKey: [canary, (client) => client.llm.models()],
  xApiKeyOfStream: [canary, (client) => collect(client.llm.streamMessages({ model: 'm', messages, max_tokens: 1 }))],
  enterprise: [enterpriseCanary, (client) => client.enterpriseServers.systemDetails('flux')],
  bucket: [
    `${enterpriseCanary} ${further}`,
    (client) => client.enterpriseServers.updateS3({ ...bucket, aws_secret_access_key: new Secret(further) }),
  ],
  syncKey: [`${enterpriseCanary} ${further}`, (client) => client.enterpriseServers.syncModels(further)],
  wandb: [`${canary} ${further}`, (client) => client.training.start({ ...training, wandb_key: new Secret(further) })],
  agent: [agentCanary, (client) => client.agents.me()],
  agentMoney: [agentCanary, (client) => client.agents.fundWallet({ amount: 1 })],
  password: [further, (client) => client.agents.login({ email: 'a@b.test', password: further })],
};

describe('no secret is seen in errors, log lines and events, whatever the server answers', () => {
  it.each(Object.entries(calls))('%s', async (_name, [own, call]) => {
    for (const [answer, respond] of echoes) {
      const lines: string[] = [];
      const log = (line: string): void => void lines.push(line);
      const client = await served.serve(
        respond(own),
        { agentToken: agentCanary },
        { logger: { debug: log, warn: log } },
      );
      let outcome: Result<unknown> | undefined;
      const seen = await recordEvents(async () => {
        outcome = await Promise.resolve(call(client)).then(
          (value) => ({ ok: true as const, value }),
          (error: unknown) => {
            if (isCivitaiError(error)) return { ok: false as const, error };
            throw error;
          },
        );
      });
      expect([answer, readable.has(answer) || outcome?.ok === false]).toEqual([answer, true]);
      seen.push(...lines, printed(client));
      if (outcome?.ok === false) seen.push(printed(outcome.error), printed(outcome.error.details));
      const leaks = seen.flatMap((shown) =>
        secrets.flatMap((secret) => {
          const at = shown.indexOf(secret);
          return at < 0 ? [] : [shown.slice(Math.max(0, at - 100), at + 40)];
        }),
      );
      expect([answer, leaks]).toEqual([answer, []]);
      client.close();
      await served.server.close();
    }
  });

  it.each(Object.entries(calls))('%s was sent all the same', async (_name, [own, call]) => {
    const client = await served.serve(json({ status: 'error', message: 'no' }, 400), { agentToken: agentCanary });
    await Promise.resolve(call(client)).then(undefined, () => undefined);
    const sent = JSON.stringify(served.server.exchanges);
    for (const secret of own.split(' ')) expect(sent).toContain(secret);
  });
});
