// The public contract: everything of `@civitkit/sdk/client`, and the container.
export * from './client.js';
export { addCivitaiSdk, addCivitaiSdk as addCivitaiApi } from './container/add-civitai-sdk.js';
export { createCivitaiSdkModule } from './container/sdk-module.js';
export { sdkTokens } from './container/tokens.js';
