import type { RepeatInput, WorkflowStepTemplate } from '../generated/types.js';
import { loopRef } from './loop-ref.js';
import type { OutputRefs } from './output-refs.js';
import type { Ref } from './ref.js';

/**
 * The input of a `repeat` step: the same step for every item of a list that another step puts out.
 *
 * @param list a reference to the list
 * @param variable a name for the item, unique among the names of the workflow's steps and loops
 * @param template makes the step, with references into the item
 * @throws TypeError when the list is a reference without a path, or the name is empty
 * @example
 * ```ts
 * import { forEach, steps, type WorkflowTemplate } from '@civitkit/sdk/client';
 *
 * const frames = steps.videoFrameExtraction({ videoUrl: 'https://example.com/clip.mp4' }, { name: 'frames' });
 * const template: WorkflowTemplate = {
 *   steps: [
 *     frames,
 *     steps.repeat(forEach(frames.output.frames, 'frame', (frame) => steps.imageUpscaler({ image: frame.url }))),
 *   ],
 * };
 * console.log(JSON.stringify(template.steps[1])); // {"$type":"repeat","input":{"for":{"$ref":"frames",…
 * ```
 */
export function forEach<T>(
  list: Ref<readonly T[]>,
  variable: string,
  template: (item: OutputRefs<T>) => WorkflowStepTemplate,
): RepeatInput {
  const { $ref, path } = list;
  if (path === undefined) throw new TypeError('forEach() needs a reference to a list, such as frames.output.frames.');
  return { for: { $ref, path, as: variable }, template: template(loopRef<T>(variable)) };
}
