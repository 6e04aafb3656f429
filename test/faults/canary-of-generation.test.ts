import { Configuration, type Result } from '@civitkit/core';
import { createOrchestrationClient, type OrchestrationClient, steps } from '@civitkit/sdk/client';
import { createLegacyJobsClient } from '@civitkit/sdk/jobs';
import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canary, faultsWithEchoes, named, printed, recordEvents, settled } from './canary-support.js';

const air = 'urn:air:sdxl:checkpoint:civitai:101055@128078';
const template = { steps: [steps.echo({ message: 'hello' })] };
const chat = { model: 'emulated/free-chat', messages: [{ role: 'user', content: 'hello' }] };

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator({ apiKey: canary, modelCount: 20, imageCount: 20 });
});
afterAll(() => emulator.close());

function newClient(log: (line: string) => void): OrchestrationClient {
  const configuration = Configuration.from({
    CivitaiSdk: {
      BaseUrl: emulator.orchestrationUrl,
      ApiToken: canary,
      Retry: { MaxRetries: 1, InitialDelaySeconds: 0 },
    },
  });
  return createOrchestrationClient(configuration, { logger: { debug: log, warn: log } });
}

async function collect(values: AsyncIterable<unknown>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const value of values) found.push(value);
  return found;
}

/** One call of every kind. */
function callsOf(client: OrchestrationClient, timeoutMs: number): Readonly<Record<string, PromiseLike<unknown>>> {
  const options = { timeoutMs };
  return {
    submit: client.workflows.submit(template, options),
    submitWithLimit: client.workflows.submit(template, { ...options, maxCost: 5 }),
    preview: client.workflows.preview(template, options),
    get: client.workflows.get('w', options),
    list: client.workflows.where({ query: canary.slice(0, 4), extra: { token: canary } }).page(options),
    update: client.workflows.update('w', { tags: ['a'] }, options),
    patch: client.workflows.patch('w', [{ op: 'replace', path: '/metadata/a', value: 1 }], options),
    run: client.run(template, { ...options, maxRetries: 0 }),
    recipe: client.recipes.echo({ message: 'hello' }, options),
    upload: client.blobs.upload(new Uint8Array(100), { ...options, contentType: 'image/png' }),
    refresh: client.blobs.refresh('A.png', options),
    read: client.blobs.read(`${emulator.orchestrationUrl}/v2/consumer/blobs/content/${canary}`, options),
    // What it reads is the caller's own; only their number is looked at.
    lines: collect(client.streamingBlobs.lines('key', options)).then(({ length }) => length),
    resource: client.resources.get(air, options),
    service: client.services.where().page(options),
    chat: client.chat.complete(chat, options),
    chatStream: collect(client.chat.stream(chat, options)),
    freeTier: client.freeTier.get(options),
    legacyJob: createLegacyJobsClient(client).get('00000000-0000-4000-8000-000000000000', options),
  };
}

describe('the token is seen nowhere', () => {
  it.each(named(faultsWithEchoes))('over the fault %s', async (_name, fault) => {
    emulator.clearFaults();
    emulator.addFault({ fault });
    const lines: string[] = [];
    const client = newClient((line) => void lines.push(line));
    let calls: readonly (readonly [string, PromiseLike<unknown>])[] = [];
    let outcomes: readonly (readonly [string, Result<unknown>])[] = [];
    const seen = await recordEvents(async () => {
      calls = Object.entries(callsOf(client, fault.kind.startsWith('stalled') ? 150 : 5000));
      outcomes = await Promise.all(calls.map(async ([name, call]) => [name, await settled(call)] as const));
    });
    seen.push(...lines, ...calls.map(([, call]) => printed(call)), printed(client));
    client.close();
    const errors = outcomes.flatMap(([name, outcome]) => (outcome.ok ? [] : [{ name, error: outcome.error }]));
    seen.push(...outcomes.map(([, outcome]) => printed(outcome)));
    seen.push(...errors.flatMap(({ error }) => [printed(error), printed(error.details)]));
    expect(errors.length).toBeGreaterThan(10);
    expect(errors.filter(({ error }) => error.message.length <= 20).map(({ name }) => name)).toEqual([]);
    for (const text of seen) expect(text).not.toContain(canary);
  });

  it('was sent all the same: the emulator saw it in the header', async () => {
    emulator.clearFaults();
    using client = newClient(() => undefined);
    await expect(client.workflows.submit(template)).resolves.toMatchObject({ id: expect.any(String) as string });
    expect(emulator.requests.at(-1)?.headers['authorization']).toBe(`Bearer ${canary}`);
  });

  it('went to no other origin: neither content nor callbacks have it', () => {
    const elsewhere = emulator.requests.filter(({ origin }) => origin === 'blobs' || origin === 'storage');
    for (const { headers } of elsewhere) expect(headers['authorization']).toBeUndefined();
  });
});
