import { digest, type EventIdentity } from '../../webhooks/deduplication/event-identity.js';
import type { ModelsLabEvent } from './modelslab-event.js';

const ended: ReadonlySet<string> = new Set(['success', 'failed', 'error', 'completed', 'cancelled', 'canceled']);

/** Whom an event is about; events about the same are handled one after another. */
export function subjectOf(event: ModelsLabEvent): string {
  switch (event.kind) {
    case 'job':
      return `job:${event.jobId === '' ? `track ${event.trackId}` : event.jobId}`;
    case 'training':
      return `training:${event.trainingId}`;
    case 'workflow':
      return `workflow:${event.workflowId}:${event.executionId}`;
  }
}

/**
 * What makes an event the same as another: whom it is about, and its status; of a training also what it says. A training
 * tells many things under one status, and its end is not known by a word.
 */
export function identityOf(event: ModelsLabEvent): EventIdentity {
  const subject = subjectOf(event);
  const facts = event.kind === 'training' ? [event.status, event.state, event.logs] : [event.status];
  return {
    subject: digest(['modelslab', subject]),
    event: digest(['modelslab', subject, ...facts]),
    isFinal: event.kind !== 'training' && ended.has(event.status),
    isUnique: true,
  };
}
