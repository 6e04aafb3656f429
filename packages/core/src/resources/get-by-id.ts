import type { CallOptions } from '../transport/api-request.js';
import { CivitaiPromise } from '../transport/civitai-promise.js';
import type { FieldTree } from '../transport/field-tree.js';
import { type JsonObject, parseObject, refuseUnmapped } from '../transport/parse-object.js';
import type { Parser, Pipeline } from '../transport/pipeline.js';
import { checkId } from './check-id.js';

/** One kind of thing that has an id. */
export interface ItemDefinition<T> {
  readonly normalize: (item: JsonObject) => void;
  /** Every field that is known, for strict parsing. */
  readonly fields: FieldTree<T>;
}

/** A parser for an answer that is one object with an `id`. */
export function itemParser<T>({ fields, normalize }: ItemDefinition<T>): Parser<T> {
  return (json, context) => {
    const item = parseObject(json, 'id', context);
    refuseUnmapped(item, fields, context);
    normalize(item);
    return item as T;
  };
}

/** Fetches `path/{id}`; an id that cannot exist fails without being sent. */
export function getById<T>(
  pipeline: Pipeline,
  operation: string,
  path: string,
  id: number,
  definition: ItemDefinition<T>,
  options: CallOptions | undefined,
): CivitaiPromise<T> {
  const refused = checkId(operation, id);
  if (refused !== undefined) return new CivitaiPromise(Promise.reject(refused));
  return pipeline.send({ operation, method: 'GET', path: [path, id] }, itemParser(definition), options);
}
