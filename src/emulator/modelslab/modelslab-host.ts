import createRouter, { type HTTPMethod } from 'find-my-way';
import { isJsonObject } from '../http/body-checks.js';
import type { Host } from '../http/incoming-call.js';
import { parseQueryText, splitTarget } from '../http/query-text.js';
import { jsonReply, type Reply } from '../http/reply.js';
import type { RequestBody } from '../http/request-body.js';
import { type Credentials, checkCredential } from './credentials.js';
import { type ErrorsAt, failureReply, isFailure } from './failures/failure.js';
import type { FailurePlan } from './failures/failure-plan.js';
import type { Members, ModelsLabRoute } from './route.js';

/** What the host of ModelsLab works on. */
export interface ModelsLabHostParts {
  /** Asked for once, at the first request: they are many, and most emulators are never asked. */
  readonly routes: () => readonly ModelsLabRoute[];
  readonly credentials: Credentials;
  readonly plan: FailurePlan;
  readonly errorsAt: ErrorsAt;
}

const PREFIX = '/api';
const METHODS: readonly ModelsLabRoute['method'][] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** The framework behind the real server takes a body it cannot read for none. */
function membersOf({ bytes }: RequestBody): Members {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

type Router = ReturnType<typeof createRouter>;

function createRoutes(routes: readonly ModelsLabRoute[]): Router {
  const router = createRouter({ maxParamLength: 8000 });
  for (const route of routes) router.on(route.method, `${PREFIX}${route.path}`, () => undefined, route);
  return router;
}

/** The routes of ModelsLab behind one credential check, one plan of failures and one kind of error. */
export function createModelsLabHost({ credentials, errorsAt, plan, routes }: ModelsLabHostParts): Host {
  let created: Router | undefined;
  const find = (method: string, pathname: string): ReturnType<Router['find']> => {
    created ??= createRoutes(routes());
    return created.find(method as HTTPMethod, pathname);
  };

  const unknown = (method: string, pathname: string): Reply => {
    const allowed = METHODS.filter((one) => find(one, pathname) !== null);
    const route = pathname.replace(/^\//, '');
    if (allowed.length === 0) return jsonReply(404, { message: `The route ${route} could not be found.` });
    const message = `The ${method} method is not supported for route ${route}. Supported methods: ${allowed.join(', ')}.`;
    return jsonReply(405, { message }, { allow: allowed.join(', ') });
  };

  return async (call) => {
    const { pathname, queryText } = splitTarget(call.target);
    const found = find(call.method, pathname);
    if (found === null) return unknown(call.method, pathname);
    const route = found.store as ModelsLabRoute;
    const path = pathname.slice(PREFIX.length);
    const planned = plan.take(route, path);
    if (planned !== undefined) return planned;
    const request = {
      method: call.method,
      path,
      parameters: found.params as Record<string, string>,
      query: parseQueryText(queryText),
      headers: call.headers,
      body: membersOf(call.body),
      gone: call.gone,
    };
    const checked = checkCredential(route.key, request, credentials);
    if (checked.refusal !== undefined) {
      return failureReply(checked.refusal, checked.saysItByStatus ? 'status' : errorsAt);
    }
    const outcome = await route.handle({ ...request, credential: checked.credential });
    return isFailure(outcome) ? failureReply(outcome, errorsAt) : outcome;
  };
}
