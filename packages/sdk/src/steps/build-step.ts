import type { StepTypes } from '../generated/recipe-calls.js';
import type { Priority } from '../generated/types.js';
import { type OutputRefs, outputRefs } from './output-refs.js';
import { plainData } from './plain-data.js';

/** What a step has besides its kind and its input. */
export interface StepOptions {
  /** How other steps refer to this one; unique in its workflow. Without one, by position: `$0`, `$1`, … */
  readonly name?: string | undefined;
  readonly priority?: Priority | undefined;
  /** A time span such as `00:10:00`. */
  readonly timeout?: string | undefined;
  /** How often the server may start it again. */
  readonly retries?: number | undefined;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * A step, and references to what it will put out.
 *
 * `output` is not part of the step: it is not enumerable, so that neither JSON nor a copy has it. Take references from the
 * step that the builder gave, not from `{ ...step }` or `structuredClone(step)`.
 */
export type BuiltStep<K extends keyof StepTypes> = StepTypes[K]['template'] & {
  /**
   * References for the input of other steps. Not sent.
   *
   * @throws TypeError without a name
   */
  readonly output: OutputRefs<StepTypes[K]['output']>;
};

/** Makes a step. The kind comes first in what is sent: the server may insist on it. */
export function buildStep<K extends keyof StepTypes>(
  type: K,
  input: StepTypes[K]['input'],
  options: StepOptions = {},
): BuiltStep<K> {
  const step = { $type: type, ...options, input: plainData(input) };
  Object.defineProperty(step, 'output', {
    enumerable: false,
    get: () => {
      if (options.name === undefined) {
        throw new TypeError(
          `This ${type} step has no name to refer to. Give it one: steps.${type}(…, { name: 'first' }).`,
        );
      }
      return outputRefs(options.name, 'output');
    },
  });
  return step as unknown as BuiltStep<K>;
}
