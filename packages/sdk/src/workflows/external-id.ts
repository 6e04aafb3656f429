import { randomUUID } from 'node:crypto';
import { ValidationError } from '@civitkit/core/client';

/**
 * Makes a key for a submission that nobody can guess. `submit` makes one by itself; make it beforehand to keep it, say
 * with an order, so that a process that starts again can submit again without paying twice.
 *
 * @example
 * ```ts
 * import { createOrchestrationClient, newExternalId, steps } from '@civitkit/sdk/client';
 *
 * const externalId = newExternalId();
 * await createOrchestrationClient().workflows.submit({
 *   externalId,
 *   steps: [steps.textToImage({ prompt: 'a lighthouse at dusk' })],
 * });
 * ```
 */
export function newExternalId(): string {
  return randomUUID();
}

/**
 * Checks a key of the caller's own. One that the server did not take as a key would leave the submission without any, and
 * a repetition would be charged again.
 *
 * @throws TypeError when it is not a text
 */
export function checkExternalId(operation: string, externalId: unknown): ValidationError | undefined {
  if (typeof externalId !== 'string') {
    throw new TypeError(`${operation}: externalId must be a text, got ${typeof externalId}`);
  }
  if (/^[\w-]{1,128}$/.test(externalId)) return undefined;
  const message = 'must be 1 to 128 letters, digits, "_" and "-"';
  return new ValidationError(`${operation}: externalId ${message}. Leave it out to get one made.`, {
    code: 'invalid_argument',
    issues: [{ path: 'externalId', message, pointer: '/externalId' }],
  });
}
