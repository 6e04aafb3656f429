// For NestJS 12 and 11: `@civitkit/sdk/nestjs`. Nothing of Inversify is loaded.
export { sdkTokens } from './container/tokens.js';
export {
  CivitaiSdkModule,
  CivitaiSdkModule as CivitaiModule,
  type OrchestrationOptionsFactory,
} from './nestjs/civitai-sdk-module.js';
export {
  getOrchestrationCredentialToken,
  getOrchestrationHealthToken,
  getOrchestrationToken,
  getOrchestrationToken as getCivitaiToken,
  InjectOrchestration,
  InjectOrchestration as InjectCivitai,
} from './nestjs/inject-orchestration.js';
export { OrchestrationHealthIndicator } from './nestjs/orchestration-health-indicator.js';
export {
  type CivitaiWebhookAsyncOptions,
  CivitaiWebhookModule,
  type CivitaiWebhookOptions,
} from './nestjs/webhooks/civitai-webhook-module.js';
export { type WebhookRoute, webhookHandlerToken } from './nestjs/webhooks/webhook-controller.js';
