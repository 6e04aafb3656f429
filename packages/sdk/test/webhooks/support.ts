import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createWebhookHandler,
  type WebhookEvent,
  type WebhookHandler,
  type WebhookHandlerOptions,
  type WebhookRequest,
} from '@civitkit/sdk/webhooks';
import { afterEach } from 'vitest';

/** A secret that passes. */
export const secret = 'tests-only-secret_0123456789';

/** A handler with what it handed over. */
export interface Received extends WebhookHandler {
  readonly events: WebhookEvent[];
  readonly errors: unknown[];
  readonly skipped: string[];
}

/** A handler that keeps what it is told. */
export function receive(options: Partial<WebhookHandlerOptions> = {}): Received {
  const events: WebhookEvent[] = [];
  const errors: unknown[] = [];
  const skipped: string[] = [];
  const handler = createWebhookHandler({
    secret,
    onError: (error) => errors.push(error),
    onSkipped: (_, verdict) => skipped.push(verdict),
    ...options,
    onEvent: async (event) => {
      await options.onEvent?.(event);
      events.push(event);
    },
  });
  return {
    events,
    errors,
    skipped,
    handle: (request) => handler.handle(request),
    idle: () => handler.idle(),
    get pending() {
      return handler.pending;
    },
  };
}

/** The request with which the server delivers an event. */
export function posted(event: unknown, changes: Partial<WebhookRequest> = {}): WebhookRequest {
  const body = typeof event === 'string' || event instanceof Uint8Array ? event : JSON.stringify(event);
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  return { method: 'POST', url: `/hooks/civitai/${secret}`, headers, body, ...changes };
}

/** A promise and what settles it. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** Starts real servers for one test each; to be called at the top of a test file. */
export function servers(): (listener: RequestListener) => Promise<string> {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await Promise.all(closing.splice(0).map((close) => close()));
  });
  return async (listener) => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
}
