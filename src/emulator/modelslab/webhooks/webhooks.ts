import type { CallbackDelivery, DeliveryAttempt } from '../../orchestration/callbacks/callback-queue.js';
import { createCallbackQueue } from '../../orchestration/callbacks/create-callback-queue.js';
import type { Members } from '../route.js';

/** How webhooks are delivered. */
export interface WebhookOptions {
  /** How often each event is delivered. */
  readonly copies: number;
  /** The wait before another try for a workflow, doubled each time. */
  readonly retryMs: number;
}

/** Delivers events to applications. */
export interface Webhooks {
  /** Hands an event over; nothing happens without an address. Of workflows there are three tries, of the others one. */
  deliver(what: 'job' | 'training' | 'workflow', id: string, url: unknown, event: Members): void;
  /** Delivers the events of a job, training or run again, as the real server may; false when there were none. */
  redeliver(id: string): boolean;
  /** Every try. */
  attempts(): readonly DeliveryAttempt[];
  /** Resolves once everything is delivered or given up. */
  idle(): Promise<void>;
  close(): void;
}

const WORKFLOW_TRIES = 3;

/** Creates the deliveries of one emulator. */
export function createWebhooks({ copies, retryMs }: WebhookOptions): Webhooks {
  const once = createCallbackQueue({ maxAttempts: 1, progressCopies: 1 });
  const repeated = createCallbackQueue({ maxAttempts: WORKFLOW_TRIES, retryDelayMs: retryMs, progressCopies: 1 });
  const sent: { readonly queue: typeof once; readonly delivery: CallbackDelivery }[] = [];
  return {
    deliver: (what, id, url, event) => {
      if (typeof url !== 'string' || url === '') return;
      const queue = what === 'workflow' ? repeated : once;
      const delivery = { workflowId: id, url, event };
      sent.push({ queue, delivery });
      for (let copy = 0; copy < copies; copy += 1) queue.deliver(delivery);
    },
    redeliver: (id) => {
      const again = sent.filter(({ delivery }) => delivery.workflowId === id);
      for (const { delivery, queue } of again) queue.deliver(delivery);
      return again.length > 0;
    },
    attempts: () => [...once.attempts, ...repeated.attempts],
    idle: async () => {
      await Promise.all([once.idle(), repeated.idle()]);
    },
    close: () => {
      once.close();
      repeated.close();
    },
  };
}
