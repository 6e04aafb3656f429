import { type CallOptions, CivitaiPromise, isCivitaiError, type QueryValue } from '@civitkit/core/client';
import { type ApiRequest, type Parser, writeQuery } from '@civitkit/core/internal';
import type { ClientInternals } from '../client-internals.js';
import { mapGenerationError } from '../errors/map-generation-error.js';
import { checkTextId } from '../request/check-text-id.js';
import { queryOf } from '../request/query-of.js';

/** A request of the v1 API. */
export interface LegacyRequest extends Pick<ApiRequest, 'operation' | 'method' | 'body' | 'answer' | 'idempotent'> {
  /** Below `/v1/consumer/`, encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, QueryValue | undefined>>;
  /** Texts that must not be empty, by the names that they have in errors. */
  readonly ids?: Readonly<Record<string, string>>;
}

/** Sends requests of the v1 API, which lie outside the versioned paths of the client. */
export class LegacyCalls {
  readonly #internals: ClientInternals;

  constructor(internals: ClientInternals) {
    this.#internals = internals;
  }

  /** Sends a request; an id that cannot exist fails without being sent. */
  send<T>(
    { ids = {}, path, query = {}, ...request }: LegacyRequest,
    parser: Parser<T>,
    options?: CallOptions,
  ): CivitaiPromise<T> {
    for (const [name, id] of Object.entries(ids)) {
      const refused = checkTextId(request.operation, name, id);
      if (refused !== undefined) return new CivitaiPromise(Promise.reject(refused));
    }
    const { baseUrl, pipeline } = this.#internals;
    const text = writeQuery(queryOf(query));
    const url = `${baseUrl}/v1/consumer/${path}${text === '' ? '' : `?${text}`}`;
    // A held answer takes as long as the server's patience.
    const held = query['wait'] === true ? { attemptTimeoutMs: null } : {};
    return pipeline.send({ ...request, ...held, path: [], url, mapError: mapGenerationError }, parser, options);
  }

  /** Sends a DELETE. That there is nothing any more is what was asked for, when it was asked for more than once. */
  delete(request: Omit<LegacyRequest, 'method'>, options?: CallOptions): CivitaiPromise<void> {
    const deleted = this.send<void>(
      { ...request, method: 'DELETE', answer: 'nothing', idempotent: true },
      () => undefined,
      options,
    );
    const settled = deleted.withResponse().catch((error: unknown) => {
      if (!isCivitaiError(error) || error.status !== 404 || error.attempts < 2) throw error;
      const { attempts, requestId = '' } = error;
      return { data: undefined, response: { status: 404, headers: {}, requestId, attempts } };
    });
    return new CivitaiPromise(settled);
  }
}
