import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallbackDelivery, DeliveryAttempt, RecordingCallbackQueue } from './callback-queue.js';
import { postEvent } from './post-event.js';

/** How events are delivered. */
export interface CallbackQueueOptions {
  /** Tries for one event before it is given up; 5 unless told. */
  readonly maxAttempts?: number;
  /** The wait before the second try, doubled before each further one; 200 unless told. */
  readonly retryDelayMs?: number;
  /** How long an application may take to answer; 10000 unless told. */
  readonly timeoutMs?: number;
  /** How often each `processing` and `preparing` event is sent, taken or not: such events repeat. 2 unless told. */
  readonly progressCopies?: number;
}

const REPEATING: ReadonlySet<unknown> = new Set(['processing', 'preparing']);
const REMEMBERED = 10_000;

/** Creates an idle queue. */
export function createCallbackQueue(options: CallbackQueueOptions = {}): RecordingCallbackQueue {
  const { maxAttempts = 5, retryDelayMs = 200, timeoutMs = 10_000, progressCopies = 2 } = options;
  const closing = new AbortController();
  // As many workflows deliver at once as there are.
  setMaxListeners(0, closing.signal);
  const attempts: DeliveryAttempt[] = [];
  const workflows = new Map<string, { readonly waiting: CallbackDelivery[]; readonly done: Promise<void> }>();

  const remember = (attempt: DeliveryAttempt): void => {
    attempts.push(attempt);
    if (attempts.length > REMEMBERED) attempts.shift();
  };
  const deliverOnce = async (delivery: CallbackDelivery): Promise<void> => {
    for (let attempt = 1; !closing.signal.aborted; attempt += 1) {
      const outcome = await postEvent(delivery.url, delivery.event, timeoutMs, closing.signal);
      const status = 'status' in outcome ? outcome.status : undefined;
      const isTaken = status !== undefined && status >= 200 && status < 300;
      const last = isTaken || attempt >= maxAttempts;
      remember({ delivery, attempt, status, last, ...('error' in outcome ? { error: outcome.error } : {}) });
      if (last) return;
      await sleep(retryDelayMs * 2 ** (attempt - 1), undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };
  const deliverCopies = async (delivery: CallbackDelivery): Promise<void> => {
    const copies = REPEATING.has(delivery.event['status']) ? progressCopies : 1;
    for (let copy = 0; copy < copies; copy += 1) await deliverOnce(delivery);
  };

  /** Works a workflow's events off; those that come meanwhile wait behind the others. */
  const drain = async (workflowId: string, waiting: CallbackDelivery[]): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await deliverCopies(next);
    workflows.delete(workflowId);
  };

  return {
    attempts,
    deliver: (delivery) => {
      if (closing.signal.aborted) return;
      const { workflowId } = delivery;
      const busy = workflows.get(workflowId);
      if (busy !== undefined) {
        busy.waiting.push(delivery);
        return;
      }
      const waiting = [delivery];
      workflows.set(workflowId, { waiting, done: drain(workflowId, waiting) });
    },
    idle: async () => {
      while (workflows.size > 0) await Promise.all([...workflows.values()].map(({ done }) => done));
    },
    close: () => closing.abort(),
  };
}
