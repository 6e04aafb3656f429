import { isCivitaiError } from '@civitkit/core/client';
import type { WebhookDeduplicator } from './deduplication/webhook-deduplicator.js';
import { EventIntake } from './event-intake.js';
import { readRequestBody } from './read-request-body.js';
import { secretIn } from './secret-in-url.js';
import type { WebhookHandler, WebhookHandlerOptions } from './webhook-handler.js';
import { RequestRefused, type WebhookRequest, type WebhookResponse } from './webhook-request.js';
import { AcceptedSecrets, revealSecret } from './webhook-secret.js';

/** What tells the events of one API from those of another. */
export interface EventRules<E> {
  /** Throws a ValidationError for what is none of them. */
  readonly parse: (body: unknown) => E;
  /** Events about the same are handled one after another. */
  readonly subjectOf: (event: E) => string;
  /** Where the application gives none. */
  readonly deduplicator: () => WebhookDeduplicator<E>;
  /** Is told of every event that is handed over, before the application. */
  readonly onNew?: (event: E) => void;
}

/**
 * Makes what receives events, whatever they are.
 *
 * @throws TypeError or RangeError for options that make no sense; never with a secret in its message
 */
export function receiveEvents<E>(
  operation: string,
  options: Omit<WebhookHandlerOptions<E>, 'jobReasons'>,
  events: EventRules<E>,
): WebhookHandler {
  const { acknowledge = 'before', maxBodyBytes = 10_485_760, maxPending = 1000, secret, secretIn: place } = options;
  const secrets = Array.isArray(secret) ? (secret as readonly unknown[]) : [secret];
  if (secrets.length === 0) throw new RangeError(`${operation}: at least one secret is needed`);
  const accepted = new AcceptedSecrets(secrets.map((one) => revealSecret(operation, one as string)));
  if (typeof options.onEvent !== 'function') throw new TypeError(`${operation}: onEvent must be a function`);
  checkCount(operation, 'maxBodyBytes', maxBodyBytes);
  checkCount(operation, 'maxPending', maxPending);
  if (acknowledge !== 'before' && acknowledge !== 'after') {
    throw new TypeError(`${operation}: acknowledge must be "before" or "after"`);
  }
  const { onEvent, onError, onSkipped, deduplicator = events.deduplicator() } = options;
  const intake = new EventIntake<E>({
    onError,
    onSkipped,
    deduplicator,
    subjectOf: events.subjectOf,
    onEvent: (event) => {
      events.onNew?.(event);
      return onEvent(event);
    },
  });

  const receive = async (request: WebhookRequest): Promise<WebhookResponse> => {
    // Before anything else: a stranger learns nothing, and none of the body is read.
    if (!accepted.accept(secretIn(request.url, place ?? 'path'))) {
      throw new RequestRefused(403, 'The secret in the URL is not the one expected here.', { connection: 'close' });
    }
    if (request.method.toUpperCase() !== 'POST') throw new RequestRefused(405, 'Events are posted.', { allow: 'POST' });
    const event = events.parse(await readRequestBody(request, maxBodyBytes));
    if (intake.pending >= maxPending) throw new RequestRefused(503, 'Too many events at once.', { 'retry-after': '5' });
    const handled = intake.take(event);
    if (acknowledge === 'before') return taken;
    const outcome = await handled;
    if (outcome === 'failed') throw new RequestRefused(500, 'The event could not be handled.');
    if (outcome === 'busy') {
      throw new RequestRefused(503, 'The event is being handled already.', { 'retry-after': '5' });
    }
    return taken;
  };

  return {
    handle: (request) =>
      receive(request).catch((error: unknown) => {
        if (error instanceof RequestRefused) return answer(error.status, error.message, error.headers);
        if (isCivitaiError(error)) return answer(400, error.message);
        intake.report(error, undefined);
        return answer(500, 'The request could not be read.');
      }),
    get pending() {
      return intake.pending;
    },
    idle: () => intake.idle(),
  };
}

const taken: WebhookResponse = { status: 204, headers: {}, body: '' };

function answer(status: number, message: string, headers: Readonly<Record<string, string>> = {}): WebhookResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify({ error: message }),
  };
}

function checkCount(operation: string, name: string, value: number): void {
  if (Number.isInteger(value) && value >= 1) return;
  throw new RangeError(`${operation}: ${name} must be a whole number from 1, got ${value}`);
}
