import { inspect } from 'node:util';
import { createOrchestrationClient, type OrchestrationClient, type WorkflowTemplate } from '@civitkit/sdk/client';
import { type EmulatorOptions, type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterEach, describe, expect, it } from 'vitest';
import { forwarding } from '../support/forwarding.js';
import { type LoopbackServer, startLoopback } from '../support/loopback-server.js';

const canary = 'c4na7ytokenbeefc4na7ytokenbeef00';
const template: WorkflowTemplate = { steps: [{ $type: 'textToImage', input: { prompt: 'a lighthouse at dusk' } }] };

let emulator: RunningEmulator;
let between: LoopbackServer | undefined;
let client: OrchestrationClient | undefined;
afterEach(async () => {
  client?.close();
  await between?.close();
  await emulator.close();
  client = undefined;
  between = undefined;
});

async function start(orchestration: EmulatorOptions['orchestration'] = {}): Promise<OrchestrationClient> {
  emulator = await startEmulator({ apiKey: canary, modelCount: 5, imageCount: 5, orchestration });
  return connect(emulator.orchestrationUrl);
}

function connect(baseUrl: string, apiToken = canary): OrchestrationClient {
  client?.close();
  const retry = { initialDelaySeconds: 0, maxDelaySeconds: 0 };
  client = createOrchestrationClient({ baseUrl, apiToken, proxy: 'none', retry });
  return client;
}

/** The error of a call that must fail; it never shows the token. */
async function errorOf(call: { asResult(): Promise<{ ok: boolean; error?: Error }> }): Promise<Error> {
  const { error } = await call.asResult();
  if (error === undefined) throw new Error('the call should have failed');
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(canary);
  expect(JSON.stringify(error)).not.toContain(canary);
  return error;
}

describe('a request that fails', () => {
  it('with an invalid token: says so, and is not repeated', async () => {
    await start();
    const { workflows } = connect(emulator.orchestrationUrl, `not-${canary.slice(4)}`);
    const error = await errorOf(workflows.submit(template));
    expect(error).toMatchObject({ name: 'AuthenticationError', code: 'unauthorized', attempts: 1 });
    expect(error.message).toContain('CIVITAI_API_KEY');
  });

  it('with a revoked token: says so', async () => {
    const { workflows } = await start();
    emulator.revokeKey(canary);
    expect(await errorOf(workflows.get('w'))).toMatchObject({ name: 'AuthenticationError', status: 401 });
  });

  it('with a wrong input: names each place as the server does, and as a pointer', async () => {
    const { workflows } = await start();
    const wrong = {
      tags: Array.from({ length: 11 }, (_, index) => `tag ${index}`),
      steps: [{ $type: 'textToImage', input: { prompt: 5 } }],
    } as unknown as WorkflowTemplate;
    const error = await errorOf(workflows.submit(wrong));
    expect(error).toMatchObject({ name: 'ValidationError', status: 400, code: 'invalid_request', attempts: 1 });
    const { issues } = error as { issues?: readonly { readonly path: string; readonly pointer?: string }[] };
    expect(issues?.map(({ path, pointer }) => [path, pointer])).toContainEqual([
      'steps[0].input.prompt',
      '/steps/0/input/prompt',
    ]);
    expect(emulator.orchestration.workflows()).toEqual([]);
  });

  it.each([400, 402, 403] as const)('for want of Buzz, said with %i: nothing is charged', async (lowBalance) => {
    const { workflows } = await start({ lowBalance, balances: { blue: 0, green: 0, yellow: 1 } });
    const error = await errorOf(workflows.submit(template));
    expect(error).toMatchObject({ name: 'PermissionError', code: 'insufficient_buzz', attempts: 1 });
    expect(error.message).toContain('too little Buzz');
    expect(emulator.orchestration.charged).toBe(0);
    await expect(workflows.preview(template)).resolves.toMatchObject({ insufficientBuzz: true });
  });

  it('for want of Buzz: tells the sums that the server gives', async () => {
    const { workflows } = await start({ lowBalance: 400, balances: { blue: 0, green: 0, yellow: 1 } });
    const error = await errorOf(workflows.submit(template));
    expect(error).toMatchObject({ details: { requiredBuzz: expect.any(Number) as number, availableBuzz: 1 } });
    expect(error.message).toMatch(/\d+ Buzz needed, 1 there/);
  });

  it('for an ephemeral workflow that has ended: explains the 404', async () => {
    const { workflows } = await start();
    const { id } = await workflows.submit({ ...template, ephemeral: true }, { waitSeconds: 30 });
    const error = await errorOf(workflows.get(String(id)));
    expect(error).toMatchObject({ name: 'NotFoundError', code: 'not_found', status: 404 });
    expect(error.message).toContain('it was ephemeral and has ended');
  });

  it('for a state that does not allow it (409): tells to look again', async () => {
    const { workflows } = await start();
    emulator.addFault({ match: { method: 'PUT' }, fault: { kind: 'status', status: 409 } });
    const { id } = await workflows.submit(template);
    const error = await errorOf(workflows.cancel(String(id)));
    expect(error).toMatchObject({ code: 'conflict', status: 409, attempts: 1 });
    expect(error.message).toContain('read it with workflows.get');
  });

  it('for too many requests (429): tells when to come back', async () => {
    const { workflows } = await start({ requestsPerWindow: 1, windowSeconds: 600 });
    await workflows.submit(template);
    const error = await errorOf(workflows.submit(template));
    expect(error).toMatchObject({ name: 'RateLimitError', code: 'rate_limited', attempts: 1 });
    expect((error as { retryAfterMs?: number }).retryAfterMs).toBeGreaterThan(60_000);
    expect(emulator.orchestration.workflows()).toHaveLength(1);
  });

  it.each([500, 502, 503, 504])('with %i each time: gives up and keeps the key', async (status) => {
    const { workflows } = await start();
    emulator.addFault({ match: { method: 'POST' }, fault: { kind: 'status', status, body: 'empty' } });
    const error = await errorOf(workflows.submit({ ...template, externalId: 'mine' }));
    expect(error).toMatchObject({ status, attempts: 3, retryable: true, details: { externalId: 'mine' } });
    expect(error.message).toContain('submit again with externalId "mine"');
  });

  it('with a web page: says that it is none of the API', async () => {
    const { workflows } = await start();
    emulator.addFault({ fault: { kind: 'html' } });
    expect(await errorOf(workflows.get('w'))).toMatchObject({ code: 'unexpected_content_type' });
  });
});

describe('what the server says that this release does not know', () => {
  it('an unknown status and unknown members come through as they are', async () => {
    await start();
    const { id } = await connect(emulator.orchestrationUrl).workflows.submit(template);
    between = await startLoopback(
      forwarding(emulator.orchestrationUrl, ({ body }, _exchange, response) => {
        const answer = JSON.parse(body) as Record<string, unknown>;
        const changed = { ...answer, status: 'contemplating', mood: { deep: [1] } };
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(changed));
      }),
    );
    const workflow = await connect(between.origin).workflows.get(String(id));
    expect(workflow).toMatchObject({ id, status: 'contemplating', mood: { deep: [1] } });
  });
});

describe('a DELETE whose answer was lost', () => {
  it('has succeeded, although the repetition finds nothing', async () => {
    const { workflows } = await start();
    const { id } = await workflows.submit(template);
    emulator.addFault({ match: { method: 'DELETE' }, times: 1, fault: { kind: 'resetAfter' } });
    await expect(workflows.delete(String(id))).resolves.toBeUndefined();
    await expect(workflows.get(String(id))).rejects.toMatchObject({ code: 'not_found' });
  });
});
