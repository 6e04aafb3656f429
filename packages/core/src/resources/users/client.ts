import type { CallOptions } from '../../transport/api-request.js';
import { CivitaiPromise } from '../../transport/civitai-promise.js';
import type { FieldTree } from '../../transport/field-tree.js';
import type { JsonObject } from '../../transport/parse-object.js';
import type { Parser, Pipeline } from '../../transport/pipeline.js';
import type { QueryEntries } from '../../transport/query-string.js';
import { checkIds } from '../check-ids.js';
import { fillIn } from '../normalize.js';
import { objectParser } from '../object-parser.js';
import { sendChunked } from '../send-chunked.js';

/** A user as others see them. */
export interface User {
  readonly id: number;
  readonly username: string;
  /** A URL of another site, or a storage key: `cdnUrl` makes a URL of either. */
  readonly avatarUrl: string | null;
  /** Maturity bit of the avatar: PG 1, PG-13 2, R 4, X 8, XXX 16. */
  readonly avatarNsfw: number;
  readonly meta: Readonly<Record<string, unknown>> | null;
}

/** Which users: those with these ids, or those whose names are like a text. */
export type FindUsers =
  | { readonly ids: readonly number[]; readonly query?: never }
  | { readonly query: string; readonly ids?: never };

const fields: FieldTree<User> = { id: true, username: true, avatarUrl: true, avatarNsfw: true, meta: true };

const operation = 'users.find';
const maxIds = 200;

interface UsersAnswer {
  readonly items: readonly User[];
}

/** Users: `civitai.users`. */
export class UsersClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /**
   * Users by their ids (as many requests as are needed, 200 ids each and two at a time; ids of nobody are left out), or
   * the up to five whose names are most like a text, the best first: the search forgives typing errors.
   *
   * @throws ValidationError, before anything is sent, when one of the ids cannot be one; TypeError or RangeError unless
   * exactly one of `ids` and `query` is given and not empty: the server would answer something that was not asked
   *
   * @example
   * ```ts
   * import { createCivitaiClient } from '@civitkit/core/client';
   *
   * const [best] = await createCivitaiClient().users.find({ query: 'some_creator' });
   * console.log(best?.id);
   * ```
   */
  find(which: FindUsers, options: CallOptions = {}): CivitaiPromise<readonly User[]> {
    const { ids, query } = which;
    if ((ids === undefined) === (query === undefined)) throw new TypeError(`${operation}: give either ids or query`);
    if (query !== undefined) return this.#search(query, options);
    const unique = checkIds(operation, 'ids', ids ?? []);
    if (unique instanceof Error) return new CivitaiPromise(Promise.reject(unique));
    if (unique.length === 0) throw new RangeError(`${operation}: ids is an empty list`);
    const send = (chunk: readonly number[], callOptions: CallOptions): CivitaiPromise<readonly User[]> =>
      this.#ask([['ids', chunk]], callOptions);
    const found = sendChunked({ operation, inputs: unique, chunkSize: maxIds, send }, options);
    return new CivitaiPromise(found.then(({ data, response }) => ({ data: data.flat(), response })));
  }

  #search(query: string, options: CallOptions): CivitaiPromise<readonly User[]> {
    if (typeof query !== 'string') throw new TypeError(`${operation}: query must be a text, got ${typeof query}`);
    if (query.trim() === '') throw new RangeError(`${operation}: query is empty`);
    return this.#ask([['query', query]], options);
  }

  #ask(query: QueryEntries, options: CallOptions): CivitaiPromise<readonly User[]> {
    return this.#pipeline.send({ operation, method: 'GET', path: ['users'], query }, parseUsers, options);
  }
}

const parseAnswer = objectParser<UsersAnswer>({ marker: 'items', fields: { items: [fields] } });

const parseUsers: Parser<readonly User[]> = (json, context) => {
  const { items } = parseAnswer(json, context);
  if (!Array.isArray(items)) throw context.wrongShape('"items", a list of users');
  for (const user of items) fillIn(user as JsonObject, { avatarUrl: null, meta: null });
  return items as readonly User[];
};
