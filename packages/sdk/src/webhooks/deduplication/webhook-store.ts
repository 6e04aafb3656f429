/**
 * Where it is kept which events were handled. The default keeps it in memory; give one of your own, such as
 * {@link createRedisWebhookStore}, to share it between replicas.
 *
 * A store may fail or drop an entry at any time: the event is then handled, perhaps a second time, and `onError` hears
 * of it. Keys are digests, values single words.
 *
 * @example
 * ```ts
 * import { createWebhookDeduplicator, type WebhookStore } from '@civitkit/sdk/webhooks';
 *
 * const entries = new Map<string, string>();
 * const store: WebhookStore = {
 *   get: (key) => entries.get(key),
 *   set: (key, value) => void entries.set(key, value),
 *   delete: (key) => void entries.delete(key),
 * };
 * const deduplicator = createWebhookDeduplicator({ store });
 * ```
 */
export interface WebhookStore {
  /** The value; `undefined` or `null` when there is none. */
  get(key: string): string | null | undefined | Promise<string | null | undefined>;
  set(key: string, value: string, ttlMs: number): void | Promise<void>;
  delete(key: string): void | Promise<void>;
  /**
   * Sets the value unless there is one, in one step, and says whether it did. Without it two replicas that get the same
   * event in the same moment may both handle it.
   */
  add?(key: string, value: string, ttlMs: number): boolean | Promise<boolean>;
}
