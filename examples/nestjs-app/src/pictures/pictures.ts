import { OrchestrationClient, outputs, steps } from '@civitkit/sdk/client';
import { confirmEvent, jobFailureTypes, type WebhookEvent, webhookCallback } from '@civitkit/sdk/webhooks';
import { Injectable, Logger } from '@nestjs/common';
import { CallbackAddress } from './callback-address.js';

/** A picture that was ordered. */
export interface Picture {
  readonly id: string;
  readonly status: string;
  /** Once it has succeeded. */
  readonly images: readonly string[];
}

/** Orders pictures, and hears by the webhook what becomes of them. Nobody asks how far they are. */
@Injectable()
export class Pictures {
  readonly #logger = new Logger(Pictures.name);
  readonly #pictures = new Map<string, Picture>();
  readonly #generation: OrchestrationClient;
  readonly #callback: CallbackAddress;

  constructor(generation: OrchestrationClient, callback: CallbackAddress) {
    this.#generation = generation;
    this.#callback = callback;
  }

  async order(prompt: string, maxCost: number): Promise<Picture> {
    const callbacks = [webhookCallback({ url: this.#callback.url(), types: ['workflow:*', ...jobFailureTypes] })];
    const template = { steps: [steps.textToImage({ prompt })], callbacks };
    const { id, status } = await this.#generation.workflows.submit(template, { maxCost });
    const ordered = { id: id ?? '', status: status ?? 'unassigned', images: [] };
    // the first events may have been faster than this answer
    if (!this.#pictures.has(ordered.id)) this.#pictures.set(ordered.id, ordered);
    return ordered;
  }

  find(id: string): Picture | undefined {
    return this.#pictures.get(id);
  }

  /** One event of the webhook. */
  async receive(event: WebhookEvent): Promise<void> {
    if (event.kind === 'job') this.#logger.warn(`${event.workflowId}: ${event.reason ?? event.blockedReason ?? '?'}`);
    if (event.kind !== 'workflow') return;
    // nothing signs an event: what is shown is read from the API
    const { verdict, workflow } = await confirmEvent(event, this.#generation);
    this.#logger.log(`${event.workflowId} ${event.status} (${verdict})`);
    if (workflow === null) return;
    const images = [...outputs(workflow)].filter(({ available }) => available).map(({ id }) => id ?? '');
    const id = workflow.id ?? event.workflowId;
    this.#pictures.set(id, { id, status: workflow.status ?? event.status, images });
  }
}
