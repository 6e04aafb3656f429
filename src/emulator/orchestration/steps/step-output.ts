import { createOutputContext, type OutputMaking } from './output-context.js';
import { IMAGE_OUTPUTS } from './outputs/image-outputs.js';
import { MEDIA_OUTPUTS } from './outputs/media-outputs.js';
import type { OutputBuilders } from './outputs/output-builder.js';
import { SAFETY_OUTPUTS } from './outputs/safety-outputs.js';
import { TEXT_OUTPUTS } from './outputs/text-outputs.js';

/** The builder of every step type but `repeat`, whose output is steps. */
const OUTPUT_BUILDERS: OutputBuilders = {
  ...IMAGE_OUTPUTS,
  ...MEDIA_OUTPUTS,
  ...TEXT_OUTPUTS,
  ...SAFETY_OUTPUTS,
};

/** Makes the output of a step. It holds blob references where answers have blobs. */
export function makeOutput(type: string, input: unknown, making: OutputMaking): unknown {
  return OUTPUT_BUILDERS[type]?.(createOutputContext(input, making)) ?? {};
}
