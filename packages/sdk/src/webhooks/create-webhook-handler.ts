import { isCivitaiError } from '@civitkit/core/client';
import { EventIntake } from './event-intake.js';
import { parseWebhookEvent } from './parse-webhook-event.js';
import { readRequestBody } from './read-request-body.js';
import { secretIn } from './secret-in-url.js';
import type { WebhookHandler, WebhookHandlerOptions } from './webhook-handler.js';
import { RequestRefused, type WebhookRequest, type WebhookResponse } from './webhook-request.js';
import { AcceptedSecrets, revealSecret } from './webhook-secret.js';

const operation = 'createWebhookHandler';

/**
 * Makes what receives events: checks the secret in the URL, the size and the JSON; drops what was handled before or comes
 * after the end; answers; and hands the events of each workflow over one after another.
 *
 * `handle` serves any framework; `nodeWebhook`, `expressWebhook`, `fastifyWebhook`, `nestWebhook` and `fetchWebhook` make
 * what those expect.
 *
 * **The server signs nothing.** The secret keeps strangers out as long as the URL is not known: serve https, keep the URL
 * out of access logs, and read a workflow again (`confirmEvent`) before something of value depends on an event.
 *
 * Answers: 204 taken (or known already), 400 no event, 403 wrong secret, 405 no POST, 413 too large, 415 no JSON, 500 the
 * work failed (`acknowledge: 'after'`), 503 too much to do.
 *
 * @throws TypeError or RangeError for options that make no sense; never with a secret in its message
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http';
 * import { createWebhookHandler, nodeWebhook } from '@civitkit/sdk/webhooks';
 *
 * const webhooks = createWebhookHandler({
 *   secret: process.env['WEBHOOK_SECRET'] ?? '',
 *   onEvent: async (event) => {
 *     if (event.kind === 'workflow') console.log(event.workflowId, event.status);
 *   },
 *   onError: (error) => console.error(error),
 * });
 * const server = createServer(nodeWebhook(webhooks)).listen(8080);
 * process.once('SIGTERM', () => server.close(() => void webhooks.idle()));
 * ```
 */
export function createWebhookHandler(options: WebhookHandlerOptions): WebhookHandler {
  const { acknowledge = 'before', maxBodyBytes = 10_485_760, maxPending = 1000, secret, secretIn: place } = options;
  const secrets = Array.isArray(secret) ? (secret as readonly unknown[]) : [secret];
  if (secrets.length === 0) throw new RangeError(`${operation}: at least one secret is needed`);
  const accepted = new AcceptedSecrets(secrets.map((one) => revealSecret(operation, one as string)));
  if (typeof options.onEvent !== 'function') throw new TypeError(`${operation}: onEvent must be a function`);
  checkCount('maxBodyBytes', maxBodyBytes);
  checkCount('maxPending', maxPending);
  if (acknowledge !== 'before' && acknowledge !== 'after') {
    throw new TypeError(`${operation}: acknowledge must be "before" or "after"`);
  }
  const intake = new EventIntake(options);

  const receive = async (request: WebhookRequest): Promise<WebhookResponse> => {
    // Before anything else: a stranger learns nothing, and none of the body is read.
    if (!accepted.accept(secretIn(request.url, place ?? 'path'))) {
      throw new RequestRefused(403, 'The secret in the URL is not the one expected here.', { connection: 'close' });
    }
    if (request.method.toUpperCase() !== 'POST') throw new RequestRefused(405, 'Events are posted.', { allow: 'POST' });
    const event = parseWebhookEvent(await readRequestBody(request, maxBodyBytes));
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

function checkCount(name: string, value: number): void {
  if (Number.isInteger(value) && value >= 1) return;
  throw new RangeError(`${operation}: ${name} must be a whole number from 1, got ${value}`);
}
