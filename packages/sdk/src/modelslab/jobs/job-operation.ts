import type { WireForms } from '../request/wire-forms.js';

/** A kind of job: where it is submitted, and where its family tells of jobs. */
export interface JobOperation {
  /** Family and operation, such as `images.text2img`. */
  readonly name: string;
  /** Below the base address, such as `['v6', 'images', 'text2img']`. */
  readonly path: readonly string[];
  /** Where a job is fetched, its id behind it, such as `['v6', 'images', 'fetch']`. */
  readonly fetchPath: readonly string[];
  /** Member of the body that carries the id when a job is fetched. Default: none, for the id is behind the path. */
  readonly fetchMember?: string;
  /** Whose key it wants. Default: the configured one. */
  readonly key?: 'enterprise';
  readonly forms?: WireForms;
  /** What comes out, when it is not files: text of captions and lyrics stands where others have URLs. */
  readonly output?: 'text';
}
