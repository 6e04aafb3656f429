import { createHash } from 'node:crypto';
import { isJsonObject } from '@civitkit/core/internal';
import { isFinalStatus } from '../../workflows/final-status.js';
import { membersOf, type WebhookEvent } from '../webhook-event.js';

/** What makes an event the same as another. Digests, so that any store can have them as keys. */
export interface EventIdentity {
  /** Of the workflow, step or job that it is about. */
  readonly subject: string;
  /** Of the event itself. */
  readonly event: string;
  /** Nothing follows for the subject. */
  readonly isFinal: boolean;
  /**
   * It cannot come a second time as news: it carries its time, or is the end. Others may, such as `scheduled` after
   * `preparing` after `scheduled`, and are compared with the one before only.
   */
  readonly isUnique: boolean;
}

/** The identity of an event. */
export function identityOf(event: WebhookEvent): EventIdentity {
  const subject = subjectOf(event);
  const isFinal = event.kind !== 'unlisted' && isFinalStatus(event.status);
  return {
    subject: digest(subject),
    event: digest([...subject, ...(isFinal && event.kind !== 'workflow' ? [event.status] : factsOf(event))]),
    isFinal,
    isUnique: isFinal || event.kind === 'workflow',
  };
}

function subjectOf(event: WebhookEvent): readonly unknown[] {
  switch (event.kind) {
    case 'workflow':
      return [event.kind, event.workflowId];
    case 'step':
      return [event.kind, event.workflowId, event.name];
    case 'job':
      return [event.kind, event.workflowId, event.stepName, event.jobId];
    case 'unlisted':
      return [event.kind, event.workflowId, event.$type];
  }
}

function factsOf(event: WebhookEvent): readonly unknown[] {
  switch (event.kind) {
    case 'workflow':
      return [event.status, event.timestamp];
    case 'step': {
      const { details } = event;
      const progress = isJsonObject(details)
        ? [details['retries'], details['startedAt'], details['estimatedProgressRate'], details['preparation']]
        : [];
      return [event.status, event.preparation, ...progress];
    }
    case 'job': {
      const { status, progress, reason, blockedReason, matureContent } = event;
      return [status, progress, reason, blockedReason, matureContent];
    }
    case 'unlisted':
      return [membersOf(event)];
  }
}

/** What is the same has the same digest, and nothing can be read from it. */
export function digest(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
