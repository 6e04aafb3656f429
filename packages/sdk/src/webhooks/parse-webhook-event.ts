import { ValidationError, type ValidationIssue } from '@civitkit/core/client';
import { isJsonObject, type JsonObject } from '@civitkit/core/internal';
import { isMissing, isText, kindOf } from './event-kind.js';
import { readJsonBody } from './read-json-body.js';
import type { WebhookEvent } from './webhook-event.js';

/** What every event of a kind has: these members tell whom it is about. */
const requiredTexts: Readonly<Record<WebhookEvent['kind'], readonly string[]>> = {
  workflow: ['workflowId', 'status', 'timestamp'],
  step: ['workflowId', 'name', 'status'],
  job: ['workflowId', 'stepName', 'jobId', 'status'],
  unlisted: [],
};

/**
 * Reads what the server posted to a callback: checks that it says whom it is about, and tells by `kind` what it is.
 * Unknown members, statuses and kinds of events pass through. What was parsed before is not changed.
 *
 * **Nothing in an event proves who sent it**: the server signs nothing. Before something depends on it, read the workflow
 * again by its id (`confirmEvent`), and let only requests with your secret come this far (`createWebhookHandler`).
 *
 * @param body - text, UTF-8 bytes, or JSON that was parsed before
 * @throws ValidationError with code `invalid_event`; `issues` name every member that is missing or wrong
 *
 * @example
 * ```ts
 * import { parseWebhookEvent } from '@civitkit/sdk/webhooks';
 *
 * const event = parseWebhookEvent('{"$type":"workflow","workflowId":"1","status":"failed","timestamp":"2026-01-01T00:00:00Z"}');
 * if (event.kind === 'workflow') console.log(event.workflowId, event.status);
 * if (event.kind === 'job') console.log(event.jobId, event.reason ?? event.blockedReason);
 * ```
 */
export function parseWebhookEvent(body: unknown): WebhookEvent {
  const json = readJsonBody(body);
  if (!isJsonObject(json)) throw invalidEvent([{ path: '', message: 'must be an object' }]);
  const kind = kindOf(json);
  const issues = [...missingTexts(json, requiredTexts[kind]), ...detailIssues(json, kind)];
  if (issues.length > 0) throw invalidEvent(issues);
  const { details } = json;
  const readable = kind === 'workflow' && isJsonObject(details) ? { details: withSteps(details) } : {};
  return { ...json, ...readable, kind } as unknown as WebhookEvent;
}

function missingTexts(json: JsonObject, names: readonly string[], path = ''): readonly ValidationIssue[] {
  return names.flatMap((name) => {
    if (isText(json[name])) return [];
    return [{ path: `${path}${name}`, message: isMissing(json[name]) ? 'is missing' : 'must be a text, not empty' }];
  });
}

function detailIssues({ details }: JsonObject, kind: WebhookEvent['kind']): readonly ValidationIssue[] {
  if (isMissing(details) || kind === 'unlisted') return [];
  if (!isJsonObject(details)) return [{ path: 'details', message: 'must be an object' }];
  const { steps } = details;
  if (kind !== 'workflow' || isMissing(steps)) return [];
  if (!Array.isArray(steps)) return [{ path: 'details.steps', message: 'must be a list' }];
  return steps.flatMap((step: unknown, index) => {
    const path = `details.steps.${index}`;
    return isJsonObject(step)
      ? missingTexts(step, ['name', 'status'], `${path}.`)
      : [{ path, message: 'must be an object' }];
  });
}

function withSteps(details: JsonObject): JsonObject {
  return { ...details, steps: details['steps'] ?? [] };
}

function invalidEvent(issues: readonly ValidationIssue[]): ValidationError {
  const list = issues.map(({ path, message }) => (path === '' ? message : `${path} ${message}`)).join(', ');
  return new ValidationError(
    `webhooks.parse: this is no event of the generation API: ${list}. Check who posts to this address.`,
    { code: 'invalid_event', issues },
  );
}
