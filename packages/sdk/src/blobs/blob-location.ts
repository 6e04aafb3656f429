import type { CallOptions } from '@civitkit/core/client';
import type { NSFWLevel } from '../generated/types.js';

/** How a blob is asked for. */
export interface GetBlobOptions extends CallOptions {
  /** The workflow it belongs to: opens blobs that only their workflow may show. */
  readonly workflowId?: string;
  /** The most mature level to give; anything above is refused. */
  readonly nsfwLevel?: NSFWLevel;
  /** The name that a browser saves it under. */
  readonly filename?: string;
  /** Whether a browser saves it instead of showing it. */
  readonly download?: boolean;
}

/** Where the bytes of a blob are. */
export interface BlobLocation {
  /** Signed, good for minutes: who has it can read the blob. */
  readonly url: string;
  /** The server's verdict, where it gives one. */
  readonly nsfwLevel?: NSFWLevel;
}
