import type { Open } from '@civitkit/core/client';
import type { Blob } from '../generated/types.js';

/** What an output is, going by its `type`, else by the ending of its id or link. */
export type OutputKind = Open<'image' | 'video' | 'audio' | 'model3d' | 'archive' | 'file'>;

/** One file that a workflow has made, or was kept from handing out. */
export interface WorkflowOutput {
  /** Name of the step; of the outer one for what the steps of a `repeat` have made. Absent without a step. */
  readonly step: string | undefined;
  /** Kind of the step that made it, such as `textToImage`. */
  readonly stepType: string | undefined;
  /** Where it lies for a reference: `{ $ref: step, path }`, such as `output.images[0]`. */
  readonly path: string;
  /** Where it lies in what was given, as a JSON Pointer such as `/steps/0/output/images/0`. */
  readonly pointer: string;
  readonly kind: OutputKind;
  /** Absent for what has a link and no id, such as an archive. */
  readonly id: string | undefined;
  /** Whether it may be fetched. A step that succeeded can hold some that may not. */
  readonly available: boolean;
  /** Signed, and good for some minutes: read the workflow again, or `blobs.refresh`, for a new one. */
  readonly url: string | undefined;
  /** ISO 8601, UTC. */
  readonly urlExpiresAt: string | undefined;
  /** Why it may not be fetched, such as `MatureContent`. */
  readonly blockedReason: string | undefined;
  /** The blob as the workflow has it, with its size and all else. Absent for what has no id. */
  readonly blob: Blob | undefined;
}
