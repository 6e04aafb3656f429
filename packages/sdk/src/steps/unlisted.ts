import type { UnlistedShape } from '../generated/types.js';

declare const unlistedValue: unique symbol;

/**
 * A `$type`, `engine`, `status` or other choice that this release does not list. At run time it is the server's own word:
 * `String(step.$type)` gives it. The types keep it apart from the words they know, so that those narrow.
 */
export interface Unlisted {
  readonly [unlistedValue]: true;
  toString(): string;
}

/**
 * Lets a step or an input through whose `$type`, `engine`, `model`, … this release does not list; it is sent as it is.
 * The types are closed there, so that an editor can complete them and a mistake is seen; this is the way past them.
 *
 * @example
 * ```ts
 * import { unlisted, type WorkflowTemplate } from '@civitkit/sdk/client';
 *
 * const template: WorkflowTemplate = {
 *   steps: [
 *     unlisted({ $type: 'futureStep', input: { anything: 'goes' } }),
 *     { $type: 'imageGen', input: unlisted({ engine: 'future', prompt: 'a cat' }) },
 *   ],
 * };
 * ```
 */
export function unlisted(shape: object): UnlistedShape {
  return shape as UnlistedShape;
}
