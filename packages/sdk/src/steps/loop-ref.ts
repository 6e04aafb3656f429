import { type OutputRefs, outputRefs } from './output-refs.js';

/**
 * A reference to the item that a `repeat` step is at. `forEach()` makes the loop and this reference in one go.
 *
 * @typeParam T what kind of value the items are
 * @param variable the name that the loop gives its item: `for.as`
 * @throws TypeError when the name is empty
 * @example
 * ```ts
 * import { type ImageBlob, loopRef, steps } from '@civitkit/sdk/client';
 *
 * const frame = loopRef<ImageBlob>('frame');
 * const larger = steps.imageUpscaler({ image: frame.url });
 * console.log(JSON.stringify(larger.input)); // {"image":{"$ref":"frame","path":"url"}}
 * ```
 */
export function loopRef<T>(variable: string): OutputRefs<T> {
  if (variable === '')
    throw new TypeError("loopRef() needs the name that the loop gives its item, such as loopRef('frame').");
  return outputRefs(variable, '');
}
