import { afterEach } from 'vitest';
import { type LoopbackServer, type Responder, startLoopback } from '../../../test/support/loopback-server.js';

/** One server for each test of a file, started by the test and closed after it. */
export interface TestLoopback {
  readonly server: LoopbackServer;
  /** Starts the server and gives its origin. */
  serve(script: Responder | readonly Responder[]): Promise<string>;
}

/** To be called at the top of a test file. */
export function useLoopback(): TestLoopback {
  let server: LoopbackServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  return {
    get server() {
      if (server === undefined) throw new Error('call serve() first');
      return server;
    },
    serve: async (script) => {
      server = await startLoopback(script);
      return server.origin;
    },
  };
}
