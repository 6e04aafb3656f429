import { type CallOptions, CivitaiPromise, isCivitaiError, type ValidationError } from '@civitkit/core/client';
import type { ApiRequest, Parser, Pipeline } from '@civitkit/core/internal';
import { mapWorkflowError } from '../errors/map-workflow-error.js';
import { checkTextId } from '../request/check-text-id.js';

/** A request about one workflow. */
export interface WorkflowRequest<T> extends Pick<ApiRequest, Exclude<keyof ApiRequest, 'path' | 'mapError' | 'url'>> {
  /** What becomes parts of the path, by the names that its texts have in errors: the id first. */
  readonly ids: Readonly<Record<string, string>>;
  /** Words of the path before each of the ids after the first, and at the end. */
  readonly below?: readonly string[];
  readonly parser: Parser<T>;
}

/** Sends a request about one workflow; an id that cannot exist fails without being sent. */
export function sendWorkflowRequest<T>(
  pipeline: Pipeline,
  { below = [], ids, parser, ...request }: WorkflowRequest<T>,
  options: CallOptions | undefined,
): CivitaiPromise<T> {
  const refused = refusedId(request.operation, ids);
  if (refused !== undefined) return new CivitaiPromise(Promise.reject(refused));
  const [workflowId = '', ...others] = Object.values(ids);
  const path = ['consumer', 'workflows', workflowId];
  for (const [index, word] of below.entries()) path.push(word, ...others.slice(index, index + 1));
  return pipeline.send({ ...request, path, mapError: mapWorkflowError }, parser, options);
}

/** Sends a DELETE. That the thing is not there any more is what was asked for, when it was asked for more than once. */
export function sendDelete(
  pipeline: Pipeline,
  request: Pick<WorkflowRequest<undefined>, 'operation' | 'ids' | 'below'>,
  options: CallOptions | undefined,
): CivitaiPromise<void> {
  const deleted = sendWorkflowRequest<void>(
    pipeline,
    { ...request, method: 'DELETE', idempotent: true, answer: 'nothing', parser: () => undefined },
    options,
  );
  const settled = deleted.withResponse().catch((error: unknown) => {
    if (!isCivitaiError(error) || error.status !== 404 || error.attempts < 2) throw error;
    const { attempts, requestId = '' } = error;
    return { data: undefined, response: { status: 404, headers: {}, requestId, attempts } };
  });
  return new CivitaiPromise(settled);
}

function refusedId(operation: string, ids: Readonly<Record<string, string>>): ValidationError | undefined {
  const refusals = Object.entries(ids).map(([name, text]) => checkTextId(operation, name, text));
  return refusals.find((refusal) => refusal !== undefined);
}
