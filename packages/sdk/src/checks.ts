// `@civitkit/sdk/checks`: what can be known about a request before it is sent. Loaded only by those who ask for it.
export { assertWorkflow } from './checks/assert-workflow.js';
export type { CheckOptions } from './checks/check-options.js';
export { checkRecipe } from './checks/check-recipe.js';
export { checkStep } from './checks/check-step.js';
export { checkWorkflow } from './checks/check-workflow.js';
export type { Finding, FindingCode, FindingSeverity } from './checks/finding.js';
