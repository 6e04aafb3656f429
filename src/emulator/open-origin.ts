import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One listening server. */
export interface Origin {
  readonly url: string;
  /** From now on this answers; before, connections wait. */
  serve(answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>): void;
  /** Stops listening and ends every connection. May be called again. */
  close(): Promise<void>;
}

/** The origin clients can reach: a wildcard address is not one, and an IPv6 address needs brackets. */
function originOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

async function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EADDRINUSE') throw error;
    throw new Error(
      `Port ${port} on ${host} is already in use. Stop what is listening there, choose another port, or use port 0 for any free one.`,
      { cause: error },
    );
  }
  return server.address() as AddressInfo;
}

async function openOrigin(host: string, port: number): Promise<Origin> {
  const server = createServer();
  const address = await listen(server, host, port);
  let closed: Promise<unknown> | undefined;
  return {
    url: originOf(host, address.port),
    serve: (answer) => {
      server.on('request', (request, response) => void answer(request, response));
    },
    close: async () => {
      if (closed === undefined) {
        closed = once(server, 'close');
        server.close();
        server.closeAllConnections();
      }
      await closed;
    },
  };
}

/**
 * Opens one origin for each port, 0 for any free one.
 *
 * @throws Error when a port is taken; none stays open then.
 */
export async function openOrigins(host: string, ports: readonly number[]): Promise<readonly Origin[]> {
  const origins: Origin[] = [];
  try {
    for (const port of ports) origins.push(await openOrigin(host, port));
  } catch (error) {
    await Promise.all(origins.map((origin) => origin.close()));
    throw error;
  }
  return origins;
}
