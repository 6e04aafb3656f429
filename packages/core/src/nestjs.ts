// For NestJS 12 and 11: `@civitkit/core/nestjs`. Nothing of Inversify is loaded.
export { coreTokens } from './container/tokens.js';
export { CivitaiModule, type CivitaiOptionsFactory } from './nestjs/civitai-module.js';
export type { ClientDefinition, ModuleClient, Ping } from './nestjs/client-definition.js';
export type {
  ClientModuleAsyncOptions,
  ClientModuleOptions,
  GivenOptions,
  InjectedBy,
  InjectedToken,
  OptionsFromClass,
  OptionsFromExisting,
  OptionsFromFactory,
} from './nestjs/client-module-options.js';
export { tokenFor } from './nestjs/client-token.js';
export { CivitaiHealthIndicator } from './nestjs/health/civitai-health-indicator.js';
export {
  type ClientHealthDetails,
  ClientHealthIndicator,
  type ClientHealthResult,
  type HealthCheckOptions,
} from './nestjs/health/client-health-indicator.js';
export {
  getCivitaiCredentialToken,
  getCivitaiHealthToken,
  getCivitaiToken,
  InjectCivitai,
} from './nestjs/inject-civitai.js';
export { registerClient, registerClientAsync } from './nestjs/register-client.js';
