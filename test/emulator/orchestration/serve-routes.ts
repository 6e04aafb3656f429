import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import createRouter from 'find-my-way';
import { onTestFinished } from 'vitest';
import { createTokenRegistry, type TokenRegistry } from '../../../src/emulator/accounts/token-registry.js';
import type { Host } from '../../../src/emulator/http/incoming-call.js';
import { parseQueryText, splitTarget } from '../../../src/emulator/http/query-text.js';
import { emptyReply } from '../../../src/emulator/http/reply.js';
import { readRequestBody } from '../../../src/emulator/http/request-body.js';
import { sendReply } from '../../../src/emulator/http/send-reply.js';
import type { OrchestrationRoute } from '../../../src/emulator/orchestration/route.js';

/** The token that is valid on every served origin. */
const TOKEN = '0123456789abcdef0123456789abcdef';

/** Another account's. */
export const OTHER_TOKEN = 'ffffffffffffffffffffffffffffffff';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A real server on a free port whose answers are given later, once its own address is known. */
export interface Listening {
  readonly origin: string;
  answer(answer: Answer): void;
}

/** Starts a server that is closed when the test ends. */
export async function listen(): Promise<Listening> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (answer) => {
      server.on('request', (request, response) => void answer(request, response));
    },
  };
}

function goneOf(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}

function tokensOf(): TokenRegistry {
  const tokens = createTokenRegistry(TOKEN);
  tokens.addKey({ key: OTHER_TOKEN, userId: 7 });
  return tokens;
}

/** Serves routes alone, with the access check and the matching every route relies on. */
export function serveRoutes(listening: Listening, routes: readonly OrchestrationRoute[]): void {
  const router = createRouter({ maxParamLength: 8000 });
  for (const route of routes) router.on(route.method, route.path, () => undefined, route);
  const tokens = tokensOf();
  listening.answer(async (request, response) => {
    const gone = goneOf(response);
    const { pathname, queryText } = splitTarget(request.url ?? '/');
    const body = await readRequestBody(request);
    const found = router.find((request.method ?? 'GET') as 'GET', pathname);
    if (found === null) return sendReply(response, emptyReply(404));
    const route = found.store as OrchestrationRoute;
    const grant = tokens.find((request.headers.authorization ?? '').replace('Bearer ', ''));
    if (grant === null && route.anonymous !== true) return sendReply(response, emptyReply(401));
    const parameters = found.params as Record<string, string>;
    const common = { method: request.method ?? 'GET', headers: request.headers, body, grant, gone };
    return sendReply(response, await route.handle({ ...common, parameters, query: parseQueryText(queryText) }));
  });
}

/** Serves one host as the emulator does. */
export function serveHost(listening: Listening, host: Host): void {
  listening.answer(async (request, response) => {
    const gone = goneOf(response);
    const body = await readRequestBody(request);
    const { method = 'GET', url = '/', headers } = request;
    await sendReply(response, await host({ method, target: url, headers, body, address: '127.0.0.1', gone }));
  });
}

/** A request with the token, redirects left to the test. */
export function ask(url: string, init: RequestInit = {}, token = TOKEN): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${token}`);
  return fetch(url, { redirect: 'manual', ...init, headers });
}

/** The same with a JSON body. */
export function askJson(url: string, body: unknown, method = 'POST', token = TOKEN): Promise<Response> {
  return ask(url, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }, token);
}

/** The JSON of an answer, as the test expects it. */
export async function jsonOf<T>(response: Response | Promise<Response>): Promise<T> {
  return (await (await response).json()) as T;
}
