import { type CallOptions, type CivitaiPromise, isCivitaiError, PermissionError } from '@civitkit/core/client';
import type { Pipeline } from '@civitkit/core/internal';
import { extendError } from '../errors/extend-error.js';
import { mapGenerationError } from '../errors/map-generation-error.js';
import { queryOf } from '../request/query-of.js';
import { type CostPreview, parseCostPreview } from './cost-preview.js';

/** Asks what a workflow would cost. */
export function sendPreview(pipeline: Pipeline, body: Uint8Array, options: CallOptions): CivitaiPromise<CostPreview> {
  return pipeline.send(
    {
      operation: 'workflows.preview',
      method: 'POST',
      path: ['consumer', 'workflows'],
      query: queryOf({ whatif: true }),
      headers: { 'content-type': 'application/json' },
      rawBody: body,
      // Nothing runs, and without a key nothing is remembered.
      idempotent: true,
      mapError: mapGenerationError,
    },
    parseCostPreview,
    options,
  );
}

/** A limit for what a submission may cost. */
export interface CostLimit {
  readonly operation: string;
  readonly maxCost: number;
  readonly externalId: string;
  /** The body of the preview. */
  readonly body: Uint8Array;
}

/**
 * Asks for the price and holds it against the limit.
 *
 * @throws PermissionError with code `max_cost_exceeded`, and what the preview fails with
 */
export async function refuseAbove(
  pipeline: Pipeline,
  { body, externalId, maxCost, operation }: CostLimit,
  options: CallOptions,
): Promise<void> {
  const remedy = 'Nothing was submitted.';
  const preview = sendPreview(pipeline, body, options).withResponse();
  const { data, response } = await preview.catch((error: unknown) => {
    throw isCivitaiError(error) ? extendError(error, { remedy, details: { externalId } }) : error;
  });
  const { total } = data;
  if (total <= maxCost) return;
  throw new PermissionError(
    `${operation}: it would cost about ${total} Buzz, which is more than maxCost allows (${maxCost}). ${remedy} ` +
      'Raise maxCost, or ask for less.',
    {
      code: 'max_cost_exceeded',
      requestId: response.requestId,
      details: { totalCost: total, maxCost, externalId },
    },
  );
}
