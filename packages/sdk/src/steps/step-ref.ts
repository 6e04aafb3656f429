import { type OutputRefs, outputRefs } from './output-refs.js';

/**
 * A reference to what a step puts out, by the step's name and a path: for steps that were not made by `steps.…()`, and for
 * values that the types do not know, such as the members of a parsed chat answer.
 *
 * @param step its name, or `$0`, `$1`, … for a step without one, by its position
 * @param path from the step on, so it begins with `output`
 * @throws TypeError when the name or the path is empty
 * @example
 * ```ts
 * import { stepRef, steps } from '@civitkit/sdk/client';
 *
 * const title = stepRef<string>('chat', 'output.parsed.title');
 * const image = steps.textToImage({ prompt: title });
 * console.log(JSON.stringify(image.input)); // {"prompt":{"$ref":"chat","path":"output.parsed.title"}}
 * ```
 */
export function stepRef<T>(step: string, path: string): OutputRefs<T> {
  if (step === '' || path === '') {
    throw new TypeError(
      "stepRef() needs the name of a step and a path, such as stepRef('hero', 'output.images[0].url').",
    );
  }
  return outputRefs(step, path);
}
