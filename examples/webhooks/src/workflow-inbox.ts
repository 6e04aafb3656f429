import { EventEmitter } from 'node:events';
import type { OrchestrationClient, Workflow } from '@civitkit/sdk/client';
import { confirmEvent, type WebhookEvent } from '@civitkit/sdk/webhooks';

const finalStatuses: ReadonlySet<string> = new Set(['succeeded', 'failed', 'expired', 'canceled']);

/** Takes what the generation API posts, and emits `ended` with each workflow that is over. */
export class WorkflowInbox extends EventEmitter<{ ended: [Workflow] }> {
  readonly #generation: OrchestrationClient;

  constructor(generation: OrchestrationClient) {
    super();
    this.#generation = generation;
  }

  /** One event. Those of one workflow come one after another and in order; what is thrown makes the server come again. */
  async receive(event: WebhookEvent): Promise<void> {
    if (event.kind === 'job') console.log(`job       ${event.status}: ${event.reason ?? event.blockedReason ?? '?'}`);
    if (event.kind !== 'workflow') return;
    console.log(`event     ${event.status}`);
    if (!finalStatuses.has(event.status)) return;

    // nothing signs an event: what matters is read again from the API
    const { verdict, workflow } = await confirmEvent(event, this.#generation);
    console.log(`verdict   ${verdict}`);
    if (verdict === 'contradicted') throw new Error(`The API does not know yet that ${event.workflowId} has ended.`);
    if (workflow !== null) this.emit('ended', workflow);
  }
}
