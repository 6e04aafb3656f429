import { afterEach } from 'vitest';
import { json, type LoopbackServer, type Responder, startLoopback } from '../../../../test/support/loopback-server.js';
import { CivitaiClient } from '../../src/civitai-client.js';
import { testPipeline } from '../support.js';

/** A server with lists and a client of it, started by each test and closed after it. */
export interface Listed {
  readonly server: LoopbackServer;
  readonly civitai: CivitaiClient;
  serve(script: Responder | readonly Responder[]): Promise<void>;
  /** The query strings of all requests so far. */
  queries(): readonly string[];
}

/** To be called at the top of a test file. */
export function useListed(): Listed {
  let running: { readonly server: LoopbackServer; readonly civitai: CivitaiClient } | undefined;
  const parts = (): NonNullable<typeof running> => {
    if (running === undefined) throw new Error('call serve() first');
    return running;
  };
  afterEach(async () => {
    running?.civitai.close();
    await running?.server.close();
    running = undefined;
  });
  return {
    get server() {
      return parts().server;
    },
    get civitai() {
      return parts().civitai;
    },
    serve: async (script) => {
      const server = await startLoopback(script);
      running = { server, civitai: new CivitaiClient(testPipeline(server.origin)) };
    },
    queries: () => parts().server.exchanges.map(({ url }) => url.split('?')[1] ?? ''),
  };
}

/** A list of `total` models, the cursor being the index of the next one. */
export function catalogue(total: number): Responder {
  return (exchange, response, request) => {
    const query = new URL(exchange.url, 'http://x').searchParams;
    const start = Number(query.get('cursor') ?? 0);
    const end = Math.min(total, start + Number(query.get('limit')));
    const items = Array.from({ length: end - start }, (_, index) => ({ id: start + index + 1 }));
    return json({ items, metadata: end < total ? { nextCursor: String(end) } : {} })(exchange, response, request);
  };
}
