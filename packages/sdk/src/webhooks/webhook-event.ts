import type { JsonObject } from '@civitkit/core/internal';
import type { WorkflowEvent, WorkflowStepEvent, WorkflowStepJobEvent } from '../generated/types.js';

/**
 * A workflow has reached a status. `details`, with what its steps put out, are there for callbacks with
 * `detailed: true` only.
 */
export interface WorkflowWebhookEvent extends WorkflowEvent {
  /** Ours, not the server's. */
  readonly kind: 'workflow';
}

/** A step has reached a status, or come further in it. It carries no time of its own. */
export interface StepWebhookEvent extends WorkflowStepEvent {
  /** Ours, not the server's. */
  readonly kind: 'step';
}

/**
 * A job of a step has reached a status, or come further in it. The only place where the server says why a job failed:
 * `reason` and `blockedReason`.
 */
export interface JobWebhookEvent extends WorkflowStepJobEvent {
  /** Ours, not the server's. */
  readonly kind: 'job';
}

/** An event of a kind that this release does not know; every member as it came. */
export interface UnlistedEvent {
  /** Ours, not the server's. */
  readonly kind: 'unlisted';
  /** The server's word for the kind, if it sent one. */
  readonly $type?: string | undefined;
  readonly workflowId?: string | undefined;
  readonly status?: string | undefined;
  readonly [member: string]: unknown;
}

/**
 * What the server posts to a callback. `kind` tells them apart: `$type` is the server's own word, which has not been seen
 * for all of them. Members and statuses that this release does not know are passed on.
 */
export type WebhookEvent = WorkflowWebhookEvent | StepWebhookEvent | JobWebhookEvent | UnlistedEvent;

/** The event's members as plain data. */
export function membersOf(event: WebhookEvent): JsonObject {
  return event as unknown as JsonObject;
}
