import { type OutputRefs, outputRefs } from './output-refs.js';

/**
 * A reference to one of the workflow's `arguments`.
 *
 * @typeParam T what kind of value the argument is
 * @param name its name in `arguments`
 * @throws TypeError when the name is empty
 * @example
 * ```ts
 * import { argumentRef, steps, type WorkflowTemplate } from '@civitkit/sdk/client';
 *
 * const template: WorkflowTemplate = {
 *   arguments: { subject: 'a lighthouse in the fog' },
 *   steps: [steps.textToImage({ prompt: argumentRef<string>('subject') })],
 * };
 * console.log(JSON.stringify(template.steps[0])); // … "input":{"prompt":{"$ref":"$arguments","path":"subject"}}
 * ```
 */
export function argumentRef<T>(name: string): OutputRefs<T> {
  if (name === '') throw new TypeError("argumentRef() needs the name of an argument, such as argumentRef('subject').");
  return outputRefs('$arguments', name);
}
