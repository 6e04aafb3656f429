import type { Reply } from '../../http/reply.js';
import type { Failure } from '../failures/failure.js';
import { notFound } from '../failures/failures.js';
import { fetchPathsOf, type Operation } from '../families/family.js';
import type { ModelsLabRequest, ModelsLabRoute } from '../route.js';
import { checkParameters } from './check-parameters.js';
import type { JobDesk } from './job-desk.js';

function submitRoute(operation: Operation, desk: JobDesk): ModelsLabRoute {
  return {
    method: 'POST',
    path: operation.path,
    key: operation.family.key,
    kind: 'submit',
    handle: ({ body, path }): Reply | Failure => {
      const { key: _, ...parameters } = body;
      return checkParameters(operation, parameters) ?? desk.submit(operation, parameters, path);
    },
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Every way there is to ask for the jobs of one path. */
function fetchRoutes(fetchPath: string, key: 'body' | 'enterprise', desk: JobDesk): readonly ModelsLabRoute[] {
  const answer = (id: string): Reply | Failure => desk.fetch(id, fetchPath) ?? notFound('Request');
  const byPath = ({ parameters }: ModelsLabRequest): Reply | Failure => answer(parameters['id'] ?? '');
  const common = { key, kind: 'poll' } as const;
  return [
    { ...common, method: 'POST', path: `${fetchPath}/:id`, handle: byPath },
    // The only family whose document names the id in the body; enterprise calls it by two names.
    ...(fetchPath === '/v6/images/fetch' || key === 'enterprise'
      ? [
          {
            ...common,
            method: 'POST' as const,
            path: fetchPath,
            handle: ({ body }: ModelsLabRequest) => answer(textOf(body['request_id'] ?? body['id'])),
          },
        ]
      : []),
    // As documented, and without a key.
    ...(fetchPath === '/v5/images/fetch'
      ? [{ ...common, method: 'GET' as const, path: `${fetchPath}/:id`, key: 'none' as const, handle: byPath }]
      : []),
  ];
}

/** The routes that submit jobs, and those that ask for them. */
export function createJobRoutes(operations: readonly Operation[], desk: JobDesk): readonly ModelsLabRoute[] {
  const fetchPaths = new Map(
    operations.flatMap(({ family }) => fetchPathsOf(family).map((path) => [path, family.key] as const)),
  );
  return [
    ...operations.map((operation) => submitRoute(operation, desk)),
    ...[...fetchPaths].flatMap(([fetchPath, key]) => fetchRoutes(fetchPath, key, desk)),
  ];
}
