import { CivitaiError, type CivitaiErrorInit } from './civitai-error.js';

/** One thing the server (or the client, before sending) found wrong with a request. */
export interface ValidationIssue {
  /** Where, such as `limit` or `modelVersionIds.0`; empty when it concerns the whole request. */
  readonly path: string;
  readonly message: string;
  /** The server's word for the kind of issue, such as `too_big`. */
  readonly code?: string;
  /** The same place as a JSON Pointer into the request's body, such as `/steps/0/input/prompt`; not every API has one. */
  readonly pointer?: string;
}

/** The request itself is wrong (400, 413, 422 and their kin): sending it again cannot help. */
export class ValidationError extends CivitaiError {
  override readonly name = 'ValidationError';
  /** Every issue that was named; may be empty when the server gave only a text. */
  readonly issues: readonly ValidationIssue[];

  constructor(message: string, init: CivitaiErrorInit & { readonly issues?: readonly ValidationIssue[] }) {
    super(message, init);
    this.issues = init.issues ?? [];
  }
}
