import type { Open } from '../../resources/vocabulary.js';

/** Which of a version's files are meant; nothing means the primary one. Several conditions must all hold. */
export interface FileChoice {
  /** Id or name of one file. */
  readonly file?: number | string;
  /** All that the other conditions leave. */
  readonly all?: boolean;
  /** What it is, such as `VAE`. */
  readonly type?: string;
  /** Such as `SafeTensor`. */
  readonly format?: string;
  /** Precision, such as `fp16`. */
  readonly fp?: string;
  readonly size?: Open<'full' | 'pruned'>;
  /** Such as `Q4_K_M`. */
  readonly quantType?: string;
}

/** What is to be downloaded, as far as a text can say it. */
export type Source = SourceTarget & {
  /** As it was written, without a key that may have been in it. */
  readonly text: string;
  /** Where it was written, such as `list.txt:3`. */
  readonly at?: string;
  /** Which file the source itself names. */
  readonly choice?: FileChoice;
};

/** Of a model without a version the latest is meant. */
export type SourceTarget =
  | {
      readonly kind: 'model';
      readonly modelId: number;
      readonly versionId?: number;
      /** Any case. */
      readonly versionName?: string;
    }
  | { readonly kind: 'version'; readonly versionId: number }
  | { readonly kind: 'hash'; readonly hash: string };

/** A text that is no source. */
export interface SourceProblem {
  readonly text: string;
  readonly at?: string;
  /** Why, and what to write instead. */
  readonly problem: string;
}
