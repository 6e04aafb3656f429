import type { NumberRule } from '../http/parameter-rules.js';
import { type ReadParameters, readParameters } from '../http/read-parameters.js';
import type { SiteRequest } from './endpoint.js';

/** The largest value of the database's integer columns. */
export const GREATEST_ID = 2_147_483_647;

/** Reads the path's `id` by a number rule; issues are reported at `id`. */
export function readPathId(request: SiteRequest, rule: Omit<NumberRule, 'kind'> = {}): ReadParameters<number> {
  const outcome = readParameters({ id: { kind: 'number', ...rule } }, { id: request.pathParameters['id'] ?? '' });
  return outcome.ok ? { ok: true, value: outcome.value.id ?? 0 } : outcome;
}
