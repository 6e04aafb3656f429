import type { ParseContext } from '../transport/api-request.js';
import { isJsonObject, type JsonObject, refuseUnmapped } from '../transport/parse-object.js';

/** What is known of the elements of a bare list. */
export interface ListElements {
  /** Every field that is known, for strict parsing. */
  readonly fields: unknown;
  /** Elements may be `null`, and are left out then. */
  readonly mayBeNull?: boolean;
}

/**
 * Checks that an answer is a list of objects.
 *
 * @throws the context's shape error when it is not, InvalidResponseError under strict parsing for unknown fields
 */
export function parseList(
  json: unknown,
  { fields, mayBeNull = false }: ListElements,
  context: ParseContext,
): readonly JsonObject[] {
  const list: readonly unknown[] | undefined = Array.isArray(json) ? json : undefined;
  const items = mayBeNull ? list?.filter((item) => item !== null) : list;
  if (items?.every(isJsonObject) !== true) throw context.wrongShape('a list of objects');
  refuseUnmapped(items, [fields], context);
  return items;
}
