import { header } from './schema-facts.mjs';

/** A function for every step of a workflow. */
export function writeStepBuilders({ steps }) {
  return `${header}import { type BuiltStep, buildStep, type StepOptions } from '../steps/build-step.js';
import type { StepTypes } from './recipe-calls.js';

/** Makes one kind of step. */
export type StepBuilder<K extends keyof StepTypes> = (input: StepTypes[K]['input'], options?: StepOptions) => BuiltStep<K>;

/**
 * A function for every kind of step: \`steps.textToImage({ prompt: '…' }, { name: 'hero' })\`.
 *
 * Of a step with a name, \`step.output\` gives references that may stand in the input of other steps.
 */
export const steps: { readonly [K in keyof StepTypes]: StepBuilder<K> } = {
${steps.map(({ type }) => `  ${type}: (input, options) => buildStep('${type}', input, options),`).join('\n')}
};
`;
}
