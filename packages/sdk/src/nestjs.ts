// For NestJS 12 and 11: `@civitkit/sdk/nestjs`. Nothing of Inversify is loaded.
export { modelsLabTokens } from './container/modelslab-tokens.js';
export { sdkTokens } from './container/tokens.js';
export {
  CivitaiSdkModule,
  CivitaiSdkModule as CivitaiModule,
  type OrchestrationOptionsFactory,
} from './nestjs/civitai-sdk-module.js';
export {
  getModelsLabCredentialToken,
  getModelsLabHealthToken,
  getModelsLabToken,
  InjectModelsLab,
} from './nestjs/inject-modelslab.js';
export {
  getOrchestrationCredentialToken,
  getOrchestrationHealthToken,
  getOrchestrationToken,
  getOrchestrationToken as getCivitaiToken,
  InjectOrchestration,
  InjectOrchestration as InjectCivitai,
} from './nestjs/inject-orchestration.js';
export { ModelsLabHealthIndicator } from './nestjs/modelslab-health-indicator.js';
export { ModelsLabModule, type ModelsLabOptionsFactory } from './nestjs/modelslab-module.js';
export { OrchestrationHealthIndicator } from './nestjs/orchestration-health-indicator.js';
export {
  type CivitaiWebhookAsyncOptions,
  CivitaiWebhookModule,
  type CivitaiWebhookOptions,
} from './nestjs/webhooks/civitai-webhook-module.js';
export { type WebhookRoute, webhookHandlerToken } from './nestjs/webhooks/webhook-controller.js';
