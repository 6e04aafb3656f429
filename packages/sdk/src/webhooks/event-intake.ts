import type { WebhookDeduplicator, WebhookVerdict } from './deduplication/webhook-deduplicator.js';
import { EventQueue } from './event-queue.js';
import type { WebhookHandlerOptions } from './webhook-handler.js';

/** What became of an event. */
type Outcome = 'handled' | 'failed' | Exclude<WebhookVerdict, 'new'>;

/** What an intake does with events. */
export interface IntakeParts<E> extends Pick<WebhookHandlerOptions<E>, 'onError' | 'onEvent' | 'onSkipped'> {
  readonly deduplicator: WebhookDeduplicator<E>;
  /** Events about the same are handled one after another. */
  readonly subjectOf: (event: E) => string;
}

/** Hands events over to the application: each once, those about the same in their order. */
export class EventIntake<E> {
  readonly #options: IntakeParts<E>;
  readonly #deduplicator: WebhookDeduplicator<E>;
  readonly #queue = new EventQueue();

  constructor(options: IntakeParts<E>) {
    this.#options = options;
    this.#deduplicator = options.deduplicator;
  }

  get pending(): number {
    return this.#queue.pending;
  }

  idle(): Promise<void> {
    return this.#queue.idle();
  }

  /** Never rejects. */
  take(event: E): Promise<Outcome> {
    // Judged when it is its turn: a second delivery finds out what became of the first.
    return this.#queue.run(this.#options.subjectOf(event), () => this.#handle(event));
  }

  /** Tells the application what went wrong. Never throws. */
  report(error: unknown, event: E | undefined): void {
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

  async #handle(event: E): Promise<Outcome> {
    // Without an answer from the store, handling an event twice is better than not at all.
    const verdict = (await this.#guarded(event, () => this.#deduplicator.begin(event))) ?? 'new';
    if (verdict !== 'new') {
      await this.#guarded(event, () => this.#options.onSkipped?.(event, verdict));
      return verdict;
    }
    try {
      await this.#options.onEvent(event);
    } catch (error) {
      this.report(error, event);
      await this.#guarded(event, () => this.#deduplicator.release(event));
      return 'failed';
    }
    await this.#guarded(event, () => this.#deduplicator.complete(event));
    return 'handled';
  }

  async #guarded<T>(event: E, work: () => T | Promise<T>): Promise<T | undefined> {
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
