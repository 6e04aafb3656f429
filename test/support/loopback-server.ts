import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** One request as the server saw it. */
export interface Exchange {
  /** 0 for the first request. */
  readonly ordinal: number;
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Answers one request; called after the request's body has arrived. */
export type Responder = (
  exchange: Exchange,
  response: ServerResponse,
  request: IncomingMessage,
) => void | Promise<void>;

/** A real HTTP server on a free port of this machine, scripted by the test. */
export interface LoopbackServer {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  readonly exchanges: readonly Exchange[];
  /** Connections that are open now. */
  readonly openSockets: ReadonlySet<Socket>;
  readonly close: () => Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts a server; with a list, the n-th request gets the n-th responder and the last one all further requests. */
export async function startLoopback(script: Responder | readonly Responder[]): Promise<LoopbackServer> {
  const responders: readonly Responder[] = typeof script === 'function' ? [script] : script;
  const exchanges: Exchange[] = [];
  const openSockets = new Set<Socket>();
  const server = createServer((request, response) => {
    void receive(request).then(
      (body) => {
        const { method = '', url = '', headers } = request;
        const exchange: Exchange = { ordinal: exchanges.length, method, url, headers, body };
        exchanges.push(exchange);
        const responder = responders[Math.min(exchange.ordinal, responders.length - 1)];
        return responder?.(exchange, response, request);
      },
      // A request that was given up before its body had arrived has no answer.
      () => undefined,
    );
  });
  server.on('connection', (socket) => {
    openSockets.add(socket);
    socket.once('close', () => openSockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    if (!server.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    openSockets,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Answers with JSON. */
export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Responder {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(JSON.stringify(value));
  };
}

/** Answers with text of any type. */
export function text(
  body: string | Uint8Array,
  contentType: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Responder {
  return (_, response) => {
    response.writeHead(status, { 'content-type': contentType, ...headers });
    response.end(body);
  };
}

/** Cuts the connection without an answer. */
export const reset: Responder = (_, response) => {
  response.socket?.resetAndDestroy();
};

/** Never answers. */
export const stallHeaders: Responder = () => undefined;

/** Sends headers and the beginning of a body, and nothing more. */
export const stallBody: Responder = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"id":');
};

/** Announces more than it sends, then closes. */
export const truncate: Responder = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"id":1');
  setImmediate(() => response.socket?.destroy());
};

async function receive(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
