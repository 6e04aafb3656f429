import type { CallOptions } from '../../transport/api-request.js';
import { CivitaiPromise } from '../../transport/civitai-promise.js';
import { isJsonObject } from '../../transport/parse-object.js';
import type { Parser, Pipeline } from '../../transport/pipeline.js';
import { checkIds } from '../check-ids.js';
import { sendChunked } from '../send-chunked.js';
import type { Open } from '../vocabulary.js';

/** What to ask about which things. */
export interface PermissionQuestion {
  /** Ids, of model versions today. */
  readonly entityIds: readonly number[];
  /** Default: `ModelVersion`, the one that the server knows. */
  readonly entityType?: Open<'ModelVersion'>;
  /** Default: `Generate`, the one that the server knows. */
  readonly permission?: Open<'Generate'>;
  /** The user in question; without it, anyone. */
  readonly userId?: number;
}

const operation = 'permissions.check';
/** Keeps the URL at a length that every proxy passes. */
const maxIds = 200;

/** Permissions: `civitai.permissions`. */
export class PermissionsClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /**
   * Whether model versions may be used for generation, by their ids. Unknown ones may not. As many requests are sent as
   * are needed, 200 ids each and two at a time.
   *
   * @throws ValidationError, before anything is sent, when one of the ids cannot be one; TypeError when they are missing
   *
   * @example
   * ```ts
   * import { createCivitaiClient } from '@civitkit/core/client';
   *
   * const allowed = await createCivitaiClient().permissions.check({ entityIds: [128713, 691639] });
   * console.log(allowed.get(128713));
   * ```
   */
  check(question: PermissionQuestion, options: CallOptions = {}): CivitaiPromise<ReadonlyMap<number, boolean>> {
    const { entityIds, entityType = 'ModelVersion', permission = 'Generate', userId } = question;
    const ids = checkIds(operation, 'entityIds', entityIds);
    if (ids instanceof Error) return new CivitaiPromise(Promise.reject(ids));
    const answers = sendChunked<number, ReadonlyMap<number, boolean>>(
      {
        operation,
        inputs: ids,
        chunkSize: maxIds,
        send: (chunk, callOptions) =>
          this.#pipeline.send(
            {
              operation,
              method: 'GET',
              path: ['permissions', 'check'],
              query: [
                ['entityIds', chunk],
                ['entityType', entityType],
                ['permission', permission],
                ...(userId === undefined ? [] : [['userId', userId] as const]),
              ],
            },
            parsePermissions,
            callOptions,
          ),
      },
      options,
    );
    return new CivitaiPromise(
      answers.then(({ data, response }) => ({ data: new Map(data.flatMap((answer) => [...answer])), response })),
    );
  }
}

const parsePermissions: Parser<ReadonlyMap<number, boolean>> = (json, context) => {
  // Asked about nothing, the server answers an empty list.
  if (Array.isArray(json) && json.length === 0) return new Map();
  if (!isJsonObject(json)) throw context.wrongShape('an object of ids');
  const answers = Object.entries(json).map(([id, allowed]) => [Number(id), allowed] as const);
  if (!answers.every(isAnswer)) throw context.wrongShape('an object of ids with true or false');
  return new Map(answers);
};

function isAnswer(answer: readonly [number, unknown]): answer is readonly [number, boolean] {
  return Number.isInteger(answer[0]) && typeof answer[1] === 'boolean';
}
