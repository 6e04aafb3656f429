import { jsonReply, type Reply } from '../http/reply.js';
import { type Failure, isFailure } from './failures/failure.js';
import { isRequired } from './failures/failures.js';
import type { KeyPlace, ModelsLabRequest, ModelsLabRoute } from './route.js';

/** How a route that answers with JSON is described. */
export interface SimpleRoute {
  readonly key?: KeyPlace;
  /** Members of the body that must be there. */
  readonly required?: readonly string[];
  readonly answer: (request: ModelsLabRequest) => unknown;
}

/** Whether what a route has made is an answer already. */
function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'headers' in value && 'body' in value;
}

function isRefusal(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && isFailure(value as Reply | Failure);
}

/** A route that answers 200 with the JSON it is given; with the key in the body unless told. */
export function simpleRoute(
  method: ModelsLabRoute['method'],
  path: string,
  { answer, key = 'body', required = [] }: SimpleRoute,
): ModelsLabRoute {
  return {
    method,
    path,
    key,
    handle: (request) => {
      const missing = required.find((name) => (request.body[name] ?? '') === '');
      if (missing !== undefined) return isRequired(missing);
      const outcome = answer(request);
      return isReply(outcome) || isRefusal(outcome) ? outcome : jsonReply(200, outcome);
    },
  };
}
