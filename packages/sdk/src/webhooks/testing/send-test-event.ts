import { ConnectionError } from '@civitkit/core/client';
import { isJsonObject, linkSignal } from '@civitkit/core/internal';
import { readCallbackUrl } from '../callback-url.js';

/** How an event is sent. */
export interface SendTestEventOptions {
  /** Added to `content-type: application/json`, or instead of it. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** In milliseconds. Default: 10 000. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What the application answered. */
export interface TestEventAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * Posts an event as the server does, to try a handler out: to a test server, or to a deployed one.
 *
 * @param event - from `workflowEvent`, `stepEvent` or `jobEvent`, or anything else that JSON can carry
 * @throws TypeError or RangeError for a URL that the server would not accept; ConnectionError without an answer; never
 * with more than the origin of the URL in its message
 *
 * @example
 * ```ts
 * import { mintCallbackUrl, sendTestEvent, workflowEvent } from '@civitkit/sdk/webhooks';
 *
 * const secret = process.env['WEBHOOK_SECRET'] ?? '';
 * const { status } = await sendTestEvent(mintCallbackUrl({ baseUrl: 'http://localhost:8080', secret }), workflowEvent());
 * console.log(status); // 204
 * ```
 */
export async function sendTestEvent(
  url: string | URL,
  event: unknown,
  { headers, timeoutMs = 10_000, signal }: SendTestEventOptions = {},
): Promise<TestEventAnswer> {
  const { href, origin } = readCallbackUrl('sendTestEvent', url);
  const controller = new AbortController();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    controller.abort();
  }, timeoutMs);
  const unlink = linkSignal(signal, controller);
  try {
    const response = await fetch(href, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof event === 'string' ? event : JSON.stringify(withoutKind(event)),
      // As the server: a redirect is no acknowledgement.
      redirect: 'manual',
      signal: controller.signal,
    });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    signal?.throwIfAborted();
    const why = isLate ? `did not answer within ${timeoutMs} ms` : `could not be reached (${causeOf(error)})`;
    throw new ConnectionError(`sendTestEvent: ${origin} ${why}. Start the application, or check the address.`, {
      code: isLate ? 'timeout' : 'connection_failed',
      retryable: true,
      attempts: 1,
    });
  } finally {
    clearTimeout(timer);
    unlink();
  }
}

/** `kind` is ours; the server does not send it. */
function withoutKind(event: unknown): unknown {
  if (!isJsonObject(event)) return event;
  const { kind: _, ...members } = event;
  return members;
}

/** The system's word for what went wrong; its message could repeat the URL. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return isJsonObject(cause) && typeof cause['code'] === 'string' ? cause['code'] : 'no connection';
}
