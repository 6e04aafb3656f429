// `@civitkit/sdk/modelslab/checks`: what can be known about parameters of ModelsLab before they are sent. Loaded only by
// those who ask for it.
export type { Finding, FindingCode, FindingSeverity } from './checks/finding.js';
export { type CheckedOperation, checkModelsLab } from './modelslab/checks/check-modelslab.js';
