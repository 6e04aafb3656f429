import { InvalidResponseError } from '../errors/invalid-response-error.js';
import type { ParseContext } from './api-request.js';
import { findUnmapped } from './field-tree.js';

/** A JSON object whose members are not known yet. */
export type JsonObject = Record<string, unknown>;

/** Whether a parsed JSON value is an object (not a list, not null). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Checks that an answer is an object with the member that every such answer has.
 *
 * @throws the context's shape error when it is not
 */
export function parseObject(json: unknown, marker: string, context: ParseContext): JsonObject {
  if (!isJsonObject(json) || !(marker in json)) throw context.wrongShape(`an object with "${marker}"`);
  return json;
}

/**
 * Under `StrictJsonParsing`, refuses fields that the library does not know; otherwise does nothing.
 *
 * @throws InvalidResponseError with code `unmapped_fields`, the paths in `details.fields`
 */
export function refuseUnmapped(json: unknown, fields: unknown, context: ParseContext): void {
  if (!context.strict) return;
  const unmapped = findUnmapped(json, fields);
  if (unmapped.length === 0) return;
  const { status, requestId, attempts } = context.response;
  throw new InvalidResponseError(
    `${context.operation}: the answer has fields this version does not know: ${unmapped.join(', ')}. ` +
      'Update civitkit, or turn StrictJsonParsing off to let them pass.',
    { code: 'unmapped_fields', status, requestId, attempts, details: { fields: unmapped } },
  );
}
