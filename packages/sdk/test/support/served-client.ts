import type { CreateClientOptions } from '@civitkit/core/client';
import { type CivitaiSdkOptions, createOrchestrationClient, type OrchestrationClient } from '@civitkit/sdk/client';
import { afterEach } from 'vitest';
import type { LoopbackServer, Responder } from '../../../../test/support/loopback-server.js';
import { startLoopback } from '../../../../test/support/loopback-server.js';

/** A token that must never be seen outside the authorization header. */
export const canary = 'c4na7ytokenbeefc4na7ytokenbeef00';

/** A server and a client of it, for each test of a file. */
export interface ServedClient {
  readonly server: LoopbackServer;
  readonly client: OrchestrationClient;
  serve(
    script: Responder | readonly Responder[],
    parts?: CreateClientOptions,
    options?: CivitaiSdkOptions,
  ): Promise<OrchestrationClient>;
}

/** To be called at the top of a test file. */
export function useServedClient(): ServedClient {
  let server: LoopbackServer | undefined;
  let client: OrchestrationClient | undefined;
  afterEach(async () => {
    client?.close();
    await server?.close();
    client = undefined;
    server = undefined;
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
    serve: async (script, parts = {}, options = {}) => {
      server = await startLoopback(script);
      const retry = { initialDelaySeconds: 0, maxDelaySeconds: 0 };
      client = createOrchestrationClient({ baseUrl: server.origin, apiToken: canary, retry, ...options }, parts);
      return client;
    },
  };
}
