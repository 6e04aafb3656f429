// Receiving what the generation API posts to callbacks: `@civitkit/sdk/webhooks`.
export { expressWebhook } from './webhooks/adapters/express-webhook.js';
export { type FastifyReplyLike, type FastifyRequestLike, fastifyWebhook } from './webhooks/adapters/fastify-webhook.js';
export { type FetchWebhookContext, fetchWebhook } from './webhooks/adapters/fetch-webhook.js';
export { nestWebhook } from './webhooks/adapters/nest-webhook.js';
export { nodeWebhook, type RequestLike } from './webhooks/adapters/node-webhook.js';
export { type Confirmation, confirmEvent } from './webhooks/confirm-event.js';
export { createWebhookHandler } from './webhooks/create-webhook-handler.js';
export {
  createWebhookDeduplicator,
  type WebhookDeduplicatorOptions,
} from './webhooks/deduplication/create-webhook-deduplicator.js';
export { MemoryWebhookStore, type MemoryWebhookStoreOptions } from './webhooks/deduplication/memory-webhook-store.js';
export {
  createRedisWebhookStore,
  type RedisWebhookStoreOptions,
} from './webhooks/deduplication/redis-webhook-store.js';
export type { WebhookDeduplicator, WebhookVerdict } from './webhooks/deduplication/webhook-deduplicator.js';
export type { WebhookStore } from './webhooks/deduplication/webhook-store.js';
export { createJobReasons, type JobReason, type JobReasons, type JobReasonsOptions } from './webhooks/job-reasons.js';
export { type MintCallbackUrlOptions, mintCallbackUrl } from './webhooks/mint-callback-url.js';
export { parseWebhookEvent } from './webhooks/parse-webhook-event.js';
export { jobEvent, stepEvent, workflowEvent } from './webhooks/testing/build-events.js';
export { type SendTestEventOptions, sendTestEvent, type TestEventAnswer } from './webhooks/testing/send-test-event.js';
export {
  jobFailureTypes,
  type WebhookCallbackOptions,
  type WebhookEventType,
  webhookCallback,
} from './webhooks/webhook-callback.js';
export type {
  JobWebhookEvent,
  StepWebhookEvent,
  UnlistedEvent,
  WebhookEvent,
  WorkflowWebhookEvent,
} from './webhooks/webhook-event.js';
export type { WebhookHandler, WebhookHandlerOptions } from './webhooks/webhook-handler.js';
export type { WebhookRequest, WebhookResponse } from './webhooks/webhook-request.js';
export { generateWebhookSecret, type SecretPlace, type WebhookSecret } from './webhooks/webhook-secret.js';
