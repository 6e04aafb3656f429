import type { WebhookEvent } from './webhook-event.js';

/** Why one job ended as it did. */
export interface JobReason {
  readonly stepName: string;
  readonly jobId: string;
  readonly status: string;
  /** Such as `no_provider_available`, `blocked` or `timeout`. */
  readonly reason: string | null;
  /** Such as `MatureContent`. */
  readonly blockedReason: string | null;
}

/** How much is remembered. */
export interface JobReasonsOptions {
  /** The workflow not heard of for the longest time goes first. Default: 1000. */
  readonly maxWorkflows?: number | undefined;
  /** Of one workflow; the oldest go first. Default: 100. */
  readonly maxJobs?: number | undefined;
}

/** Remembers why jobs failed. */
export interface JobReasons {
  /** Takes an event into account; those that give no reason are ignored. */
  add(event: WebhookEvent): void;
  /** What is known of a workflow, the oldest first; the last word of each job. */
  reasonsFor(workflowId: string): readonly JobReason[];
  /** Forgets a workflow. */
  forget(workflowId: string): void;
}

/**
 * Remembers, in this process and bounded, the reasons that job events give: a workflow that is read by its id does not
 * tell them. Subscribe to `job:failed`, `job:expired` and `job:canceled` ({@link jobFailureTypes}) and give it to the
 * handler as `jobReasons`.
 *
 * @example
 * ```ts
 * import { createJobReasons, createWebhookHandler } from '@civitkit/sdk/webhooks';
 *
 * const jobReasons = createJobReasons();
 * const webhooks = createWebhookHandler({
 *   secret: process.env['WEBHOOK_SECRET'] ?? '',
 *   jobReasons,
 *   onEvent: (event) => {
 *     if (event.kind === 'workflow' && event.status === 'failed') console.log(jobReasons.reasonsFor(event.workflowId));
 *   },
 * });
 * ```
 */
export function createJobReasons(options: JobReasonsOptions = {}): JobReasons {
  const { maxWorkflows = 1000, maxJobs = 100 } = options;
  checkCount('maxWorkflows', maxWorkflows);
  checkCount('maxJobs', maxJobs);
  const known = new Map<string, Map<string, JobReason>>();
  return {
    add: (event) => {
      if (event.kind !== 'job') return;
      const { workflowId, jobId, stepName, status, reason = null, blockedReason = null } = event;
      if (reason === null && blockedReason === null) return;
      const jobs = known.get(workflowId) ?? new Map<string, JobReason>();
      keepLast(jobs, jobId, { stepName, jobId, status, reason, blockedReason }, maxJobs);
      keepLast(known, workflowId, jobs, maxWorkflows);
    },
    reasonsFor: (workflowId) => [...(known.get(workflowId)?.values() ?? [])],
    forget: (workflowId) => void known.delete(workflowId),
  };
}

/** Puts an entry at the end and drops those at the beginning. */
function keepLast<T>(entries: Map<string, T>, key: string, value: T, count: number): void {
  entries.delete(key);
  entries.set(key, value);
  for (const oldest of entries.keys()) {
    if (entries.size <= count) break;
    entries.delete(oldest);
  }
}

function checkCount(name: string, value: number): void {
  if (!(Number.isInteger(value) && value >= 1)) {
    throw new RangeError(`createJobReasons: ${name} must be a whole number from 1, got ${value}`);
  }
}
