// The public contract: everything of `@civitkit/core/client`, and the container.
export * from './client.js';
export { addCivitaiApi } from './container/add-civitai-api.js';
export { createCivitaiModule } from './container/civitai-module.js';
export type { ContainerLike } from './container/container-like.js';
export { coreTokens } from './container/tokens.js';
