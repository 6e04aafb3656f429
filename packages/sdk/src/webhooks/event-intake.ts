import { createWebhookDeduplicator } from './deduplication/create-webhook-deduplicator.js';
import type { WebhookDeduplicator, WebhookVerdict } from './deduplication/webhook-deduplicator.js';
import { EventQueue } from './event-queue.js';
import type { WebhookEvent } from './webhook-event.js';
import type { WebhookHandlerOptions } from './webhook-handler.js';

/** What became of an event. */
type Outcome = 'handled' | 'failed' | Exclude<WebhookVerdict, 'new'>;

/** Hands events over to the application: each once, those of a workflow in their order. */
export class EventIntake {
  readonly #options: WebhookHandlerOptions;
  readonly #deduplicator: WebhookDeduplicator;
  readonly #queue = new EventQueue();

  constructor(options: WebhookHandlerOptions) {
    this.#options = options;
    this.#deduplicator = options.deduplicator ?? createWebhookDeduplicator();
  }

  get pending(): number {
    return this.#queue.pending;
  }

  idle(): Promise<void> {
    return this.#queue.idle();
  }

  /** Never rejects. */
  take(event: WebhookEvent): Promise<Outcome> {
    // Judged when it is its turn: a second delivery finds out what became of the first.
    return this.#queue.run(event.workflowId ?? '', () => this.#handle(event));
  }

  /** Tells the application what went wrong. Never throws. */
  report(error: unknown, event: WebhookEvent | undefined): void {
    const { onError } = this.#options;
    if (onError === undefined) {
      warn(error);
      return;
    }
    try {
      onError(error, event);
    } catch (second) {
      warn(second);
    }
  }

  async #handle(event: WebhookEvent): Promise<Outcome> {
    // Without an answer from the store, handling an event twice is better than not at all.
    const verdict = (await this.#guarded(event, () => this.#deduplicator.begin(event))) ?? 'new';
    if (verdict !== 'new') {
      await this.#guarded(event, () => this.#options.onSkipped?.(event, verdict));
      return verdict;
    }
    try {
      this.#options.jobReasons?.add(event);
      await this.#options.onEvent(event);
    } catch (error) {
      this.report(error, event);
      await this.#guarded(event, () => this.#deduplicator.release(event));
      return 'failed';
    }
    await this.#guarded(event, () => this.#deduplicator.complete(event));
    return 'handled';
  }

  async #guarded<T>(event: WebhookEvent, work: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.report(error, event);
      return undefined;
    }
  }
}

/** Somebody should hear of it; the event itself may hold prompts, and is not shown. */
function warn(error: unknown): void {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  process.emitWarning(`A webhook event was not handled: ${name}: ${message}`, 'CivitkitWebhookWarning');
}
