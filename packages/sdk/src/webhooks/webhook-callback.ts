import type { WorkflowCallback } from '../generated/types.js';
import { readCallbackUrl } from './callback-url.js';

/** Name of an event that a callback can subscribe to, such as `workflow:succeeded` or `job:*`. */
export type WebhookEventType = WorkflowCallback['type'][number];

/** The events that say why a job failed; a workflow that is read by its id does not tell. */
export const jobFailureTypes: readonly WebhookEventType[] = ['job:failed', 'job:expired', 'job:canceled'];

/** What a callback is made of. */
export interface WebhookCallbackOptions {
  /** From {@link mintCallbackUrl}. */
  readonly url: string | URL;
  /** At least one. */
  readonly types: readonly WebhookEventType[];
  /**
   * Workflow and step events carry inputs and outputs in `details`: no second request is needed, but events are large,
   * and the URLs in them expire within minutes. Default: the server's, which is false.
   */
  readonly detailed?: boolean | undefined;
}

/**
 * Makes a callback for `callbacks` of a workflow.
 *
 * @throws TypeError for no URL or a type that is no text; RangeError for plain http or without types
 *
 * @example
 * ```ts
 * import { jobFailureTypes, mintCallbackUrl, webhookCallback } from '@civitkit/sdk/webhooks';
 *
 * const url = mintCallbackUrl({ baseUrl: 'https://studio.example/hooks', secret: process.env['WEBHOOK_SECRET'] ?? '' });
 * const callback = webhookCallback({ url, types: ['workflow:*', ...jobFailureTypes], detailed: true });
 * ```
 */
export function webhookCallback({ url, types, detailed }: WebhookCallbackOptions): WorkflowCallback {
  const operation = 'webhookCallback';
  readCallbackUrl(operation, url);
  if (!Array.isArray(types) || types.some((type) => typeof type !== 'string' || type === '')) {
    throw new TypeError(`${operation}: types must be a list of names such as "workflow:succeeded"`);
  }
  if (types.length === 0) throw new RangeError(`${operation}: without types nothing would be sent; name one or more`);
  return { url: String(url), type: [...new Set(types)], ...(detailed === undefined ? {} : { detailed }) };
}
