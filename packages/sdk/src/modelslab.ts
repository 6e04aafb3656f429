// The public contract of `@civitkit/sdk/modelslab`: everything of `@civitkit/sdk/modelslab/client`, and the container.
export { addModelsLabApi } from './container/add-modelslab-api.js';
export { createModelsLabModule } from './container/modelslab-module.js';
export { modelsLabTokens } from './container/modelslab-tokens.js';
export * from './modelslab-client.js';
