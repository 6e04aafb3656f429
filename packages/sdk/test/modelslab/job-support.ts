import type { CreateClientOptions } from '@civitkit/core/client';
import {
  createModelsLabClient,
  type JobOperation,
  type ModelsLabClient,
  type ModelsLabOptions,
} from '@civitkit/sdk/modelslab/client';
import { afterEach } from 'vitest';
import {
  type Exchange,
  json,
  type LoopbackServer,
  type Responder,
  startLoopback,
} from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';

/** A key that must never be seen where it does not belong. */
export const canary = 'm0delslab-c4na7y-0123456789abcdef';
export const enterpriseCanary = 'enterpr1se-c4na7y-0123456789abcdef';

/** Any kind of job. */
export const picture: JobOperation = {
  name: 'images.text2img',
  path: ['v6', 'images', 'text2img'],
  fetchPath: ['v6', 'images', 'fetch'],
};

/** A server, a client of it and the time both live in, for each test of a file. */
export interface ServedModelsLab {
  readonly server: LoopbackServer;
  readonly client: ModelsLabClient;
  /** Delays up to 32 s are over at once, which is all pauses between requests and no time limit. */
  readonly clock: TestClock;
  serve(
    script: Responder | readonly Responder[],
    options?: ModelsLabOptions,
    parts?: CreateClientOptions,
  ): Promise<ModelsLabClient>;
}

/** To be called at the top of a test file. */
export function useModelsLab(): ServedModelsLab {
  let server: LoopbackServer | undefined;
  let client: ModelsLabClient | undefined;
  let clock = new TestClock(32_000);
  afterEach(async () => {
    client?.close();
    await server?.close();
    client = undefined;
    server = undefined;
    clock = new TestClock(32_000);
  });
  return {
    get server() {
      if (server === undefined) throw new Error('call serve() first');
      return server;
    },
    get client() {
      if (client === undefined) throw new Error('call serve() first');
      return client;
    },
    get clock() {
      return clock;
    },
    serve: async (script, options = {}, parts = {}) => {
      server = await startLoopback(script);
      client = createModelsLabClient(
        { baseUrl: `${server.origin}/api`, apiKey: canary, enterpriseKey: enterpriseCanary, ...options },
        { clock, random: () => 0.5, ...parts },
      );
      return client;
    },
  };
}

/** An answer that says that it takes time; `fetch_result` as the real API has it. */
export function processing(more: Readonly<Record<string, unknown>> = {}): Responder {
  return (exchange, response, request) => {
    const { host = '' } = exchange.headers;
    const answer = {
      status: 'processing',
      eta: 4,
      message: 'Try to fetch request after seconds estimated',
      fetch_result: `http://${host}/api/v6/images/fetch/12345`,
      id: 12345,
      output: [],
      future_links: ['https://assets.example.test/12345-0.png'],
      meta: { seed: 7 },
      ...more,
    };
    return json(answer)(exchange, response, request);
  };
}

/** An answer that says what was made. */
export function success(more: Readonly<Record<string, unknown>> = {}): Responder {
  return json({
    status: 'success',
    id: 12345,
    output: ['https://assets.example.test/12345-0.png'],
    generationTime: 2.41,
    ...more,
  });
}

/** Method and path of all requests. */
export function asked(server: LoopbackServer): readonly string[] {
  return server.exchanges.map(({ method, url }) => `${method} ${url}`);
}

/** What was sent. */
export function sent(server: LoopbackServer, ordinal: number): Record<string, unknown> {
  const exchange: Exchange | undefined = server.exchanges[ordinal];
  return JSON.parse(exchange?.body ?? 'null') as Record<string, unknown>;
}

/** What something rejects with. */
export async function errorOf(promise: PromiseLike<unknown>): Promise<Error & Record<string, unknown>> {
  const thrown = await promise.then(
    (value) => new Error(`it should have failed, and gave ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  return thrown as Error & Record<string, unknown>;
}
