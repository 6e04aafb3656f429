import type { JsonObject } from '@civitkit/core/internal';
import type { WebhookEvent } from './webhook-event.js';

const named: ReadonlySet<unknown> = new Set(['workflow', 'step', 'job']);

/**
 * What kind of event this is. Nobody has documented the `$type` of job events, so the members of one decide before it;
 * an event without a `$type` goes by its members, and so does one of an unknown `$type` that has all members of a kind.
 */
export function kindOf(body: JsonObject): WebhookEvent['kind'] {
  const { $type } = body;
  if (hasAll(body, ['workflowId', 'stepName', 'jobId', 'status'])) return 'job';
  const type = typeof $type === 'string' ? $type.toLowerCase() : $type;
  if (named.has(type)) return type as WebhookEvent['kind'];
  if (isMissing($type)) return isText(body['jobId']) ? 'job' : isText(body['name']) ? 'step' : 'workflow';
  return hasAll(body, ['workflowId', 'name', 'status']) ? 'step' : 'unlisted';
}

function hasAll(body: JsonObject, names: readonly string[]): boolean {
  return names.every((name) => isText(body[name]));
}

/** Text that is not empty. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Whether a member was left out or is null, which the server uses alike. */
export function isMissing(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}
