// For the other packages of this repository only: may change in any release.
export { bindSection } from './configuration/binding/bind-section.js';
export { clientFields } from './configuration/client-fields.js';
export { plainHttpProblem } from './configuration/plain-http-problem.js';
export { type ResolvedInput, resolveInput } from './configuration/registration-input.js';
export { configurationOf, refuseSecond } from './container/container-like.js';
