import type { WebhookDeduplicator, WebhookVerdict } from './deduplication/webhook-deduplicator.js';
import type { JobReasons } from './job-reasons.js';
import type { WebhookEvent } from './webhook-event.js';
import type { WebhookRequest, WebhookResponse } from './webhook-request.js';
import type { SecretPlace, WebhookSecret } from './webhook-secret.js';

/** How events are received. */
export interface WebhookHandlerOptions<E = WebhookEvent> {
  /**
   * What the callback's URL must hold: 16 characters or more, of letters, digits and `- . _ ~`. Several while the secret
   * is being changed: all are accepted.
   */
  readonly secret: WebhookSecret | readonly WebhookSecret[];
  /**
   * The application's work with one event: new ones only, those of a workflow one after another and in order. What it
   * rejects with goes to `onError`.
   */
  readonly onEvent: (event: E) => void | Promise<void>;
  /**
   * Hears what went wrong: in `onEvent`, in a store, or, without an event, in a framework's request. Default: a process
   * warning with the error's name and message.
   */
  readonly onError?: ((error: unknown, event: E | undefined) => void) | undefined;
  /** Hears of events that were not handed over, and why. */
  readonly onSkipped?: ((event: E, verdict: Exclude<WebhookVerdict, 'new'>) => void) | undefined;
  /**
   * When the server hears that an event has arrived. `before`, the default: at once; an event whose work then fails, or
   * is lost with the process, does not come again. `after`: when `onEvent` is through; a failure is answered 500 and the
   * server delivers again, but meanwhile it delivers nothing else of the workflow, and how long it waits is not known.
   */
  readonly acknowledge?: 'before' | 'after' | undefined;
  /** Where the secret is. Default: `path`, the last segment. */
  readonly secretIn?: SecretPlace | undefined;
  /** Largest body, in bytes. Detailed events carry whole inputs and outputs. Default: 10 485 760 (10 MiB). */
  readonly maxBodyBytes?: number | undefined;
  /** Events waiting or at work; beyond, the answer is 503 and the server comes again. Default: 1000. */
  readonly maxPending?: number | undefined;
  /** Default: one in memory. */
  readonly deduplicator?: WebhookDeduplicator<E> | undefined;
  /** Is told of every event that is handed over, before `onEvent`. */
  readonly jobReasons?: JobReasons | undefined;
}

/** Receives events, whatever framework the requests come through. */
export interface WebhookHandler {
  /** Handles one request. Never rejects. */
  handle(request: WebhookRequest): Promise<WebhookResponse>;
  /** Events waiting or at work. */
  readonly pending: number;
  /** Resolves once no event is waiting or at work: for the end of the process, after the server has been closed. */
  idle(): Promise<void>;
}
