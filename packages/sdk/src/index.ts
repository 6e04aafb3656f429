// The public contract. The client of the generation API is not here yet: see the README.
export { civitaiSdkSection } from './configuration/civitai-sdk-section.js';
export type { CivitaiSdkOptions, CivitaiSdkSettings } from './configuration/sdk-settings.js';
export { addCivitaiSdk, addCivitaiSdk as addCivitaiApi } from './container/add-civitai-sdk.js';
export { createCivitaiSdkModule } from './container/sdk-module.js';
export { sdkTokens } from './container/tokens.js';
