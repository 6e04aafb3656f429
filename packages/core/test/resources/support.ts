import { afterEach } from 'vitest';
import { type LoopbackServer, type Responder, startLoopback } from '../../../../test/support/loopback-server.js';
import { CivitaiClient } from '../../src/civitai-client.js';
import type { ClientSettings } from '../../src/configuration/client-settings.js';
import type { ClientParts } from '../../src/create-pipeline.js';
import { testPipeline } from '../support.js';

/** A client and the server it talks to. */
export interface Served {
  readonly civitai: CivitaiClient;
  readonly server: LoopbackServer;
}

/** How the client of a test differs from the usual one. */
export interface ServeOptions extends ClientParts {
  readonly settings?: Partial<ClientSettings>;
  readonly anonymous?: boolean;
}

/** Serves `script` to a client with the canary key; both are closed after each test. */
export function serving(): (script: Responder | readonly Responder[], options?: ServeOptions) => Promise<Served> {
  const open: Served[] = [];
  afterEach(async () => {
    for (const { civitai, server } of open.splice(0)) {
      civitai.close();
      await server.close();
    }
  });
  return async (script, { settings, ...parts } = {}) => {
    const server = await startLoopback(script);
    const civitai = new CivitaiClient(testPipeline(server.origin, { baseUrl: server.origin, ...settings }, parts));
    open.push({ civitai, server });
    return { civitai, server };
  };
}

/** What a client of these tests sends a JSON body as. */
export function jsonBodies(server: LoopbackServer): unknown[] {
  return server.exchanges.map(({ body }) => JSON.parse(body) as unknown);
}
