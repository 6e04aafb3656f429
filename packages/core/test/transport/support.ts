import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StreamBody } from '../../src/transport/upload-body.js';

/** All bytes of a body. */
export async function collect(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** What a call rejects with; handled at once, so that nothing is reported as unhandled meanwhile. */
export function rejectionOf(call: PromiseLike<unknown>): Promise<unknown> {
  return Promise.resolve(call).then(
    () => 'it did not reject',
    (reason: unknown) => reason,
  );
}

/** A source of pieces, and how often it was opened and closed. */
export function source(pieces: readonly (string | Uint8Array)[]): {
  opened: number;
  closed: number;
  open: StreamBody['open'];
} {
  const counts = {
    opened: 0,
    closed: 0,
    open: async function* (): AsyncGenerator<Uint8Array> {
      counts.opened += 1;
      try {
        for (const piece of pieces) yield await Promise.resolve(Buffer.from(piece));
      } finally {
        counts.closed += 1;
      }
    },
  };
  return counts;
}

/** A server that sees requests before their bodies have arrived. */
export async function serveEarly(listener: RequestListener): Promise<{ origin: string } & AsyncDisposable> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
