import createRouter, { type HTTPMethod } from 'find-my-way';
import type { TokenGrant, TokenRegistry } from '../accounts/token-registry.js';
import type { Host, IncomingCall } from '../http/incoming-call.js';
import { parseQueryText, splitTarget } from '../http/query-text.js';
import { type Reply, withHeaders } from '../http/reply.js';
import { problemReply } from './problem.js';
import { createRequestWindows, type RequestWindowOptions } from './requests/request-windows.js';
import type { OrchestrationRoute } from './route.js';

/** What the host of the generation API works on. */
export interface OrchestrationHostParts {
  readonly routes: readonly OrchestrationRoute[];
  readonly tokens: TokenRegistry;
  readonly windows: RequestWindowOptions;
}

const METHODS: readonly OrchestrationRoute['method'][] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** A bearer token; other schemes are none. */
function tokenOf({ headers }: IncomingCall): string | undefined {
  return /^bearer\s+(\S+)\s*$/i.exec(headers.authorization ?? '')?.[1];
}

/** The routes of the generation API behind one token check, one rate limit and one kind of error. */
export function createOrchestrationHost({ routes, tokens, windows }: OrchestrationHostParts): Host {
  // Ids and names of any length must reach their route; the default cuts at 100 characters.
  const router = createRouter({ maxParamLength: 8000 });
  for (const route of routes) router.on(route.method, route.path, () => undefined, route);
  const limits = createRequestWindows(windows);

  const find = (
    method: string,
    pathname: string,
  ): { route: OrchestrationRoute; params: Record<string, string> } | null => {
    const found = router.find(method as HTTPMethod, pathname);
    // The router gives decoded texts for all parameters of a path it has matched.
    return found && { route: found.store as OrchestrationRoute, params: found.params as Record<string, string> };
  };

  const unknown = (pathname: string): Reply => {
    const allowed = METHODS.filter((method) => find(method, pathname) !== null);
    if (allowed.length === 0) return problemReply(404, 'There is nothing here.');
    return problemReply(405, 'The method is not allowed here.', {}, { allow: allowed.join(', ') });
  };

  const answer = async (call: IncomingCall, grant: TokenGrant | null): Promise<Reply> => {
    const { pathname, queryText } = splitTarget(call.target);
    const found = find(call.method, pathname);
    if (found === null) return unknown(pathname);
    if (grant === null && found.route.anonymous !== true) {
      return problemReply(401, 'A valid token is required.', {}, { 'www-authenticate': 'Bearer' });
    }
    return found.route.handle({
      method: call.method,
      parameters: found.params,
      query: parseQueryText(queryText),
      headers: call.headers,
      body: call.body,
      grant,
      gone: call.gone,
    });
  };

  return async (call) => {
    const token = tokenOf(call);
    const grant = token === undefined ? null : tokens.find(token);
    const { refusal, tell } = limits.take(String(grant?.userId ?? call.address));
    if (refusal !== undefined) return refusal;
    const begin = performance.now();
    const reply = tell(await answer(call, grant));
    return withHeaders(reply, { 'server-timing': `total;dur=${(performance.now() - begin).toFixed(1)}` });
  };
}
