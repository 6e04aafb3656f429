import type { Maturity } from './maturity.js';

/** What is done about another file of the same name. */
export type Conflict = 'fail' | 'skip' | 'rename' | 'overwrite';

/** By what a file is checked. */
export type Verification = 'hash' | 'size' | 'none';

/** What of `civitkit download` can be set once for all, by `civitkit config default`. What is absent is not set. */
export interface DownloadDefaults {
  /** `basic`, `tags`, the name of one of the user's own, or a path; `none` where a flag takes back what is set. */
  readonly sorter?: string;
  /** The program whose folders are used; `none` as above. */
  readonly layout?: string;
  /** The folder of that program. */
  readonly root?: string;
  /** Pattern for names. */
  readonly name?: string;
  /** Images per version. */
  readonly images?: number;
  /** Which of them. */
  readonly nsfw?: Maturity;
  /** Whether the generation data of images are written. */
  readonly prompts?: boolean;
  /** Descriptions beside the file. */
  readonly sidecars?: readonly string[];
  /** False: everything but the model itself. */
  readonly model?: boolean;
  readonly onConflict?: Conflict;
  readonly verify?: Verification;
  /** Files at a time. */
  readonly jobs?: number;
  /** As it is written, such as `5M`. */
  readonly limitRate?: string;
  /** In a row, without a single byte in between. */
  readonly retries?: number;
  /** Seconds between files. */
  readonly pause?: number;
  /** Whether files that were downloaded before are copied instead of downloaded again. */
  readonly cache?: boolean;
  readonly color?: boolean;
}
