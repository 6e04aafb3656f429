import { CivitaiError } from './civitai-error.js';

/** There is no such thing (404), or no longer (410). */
export class NotFoundError extends CivitaiError {
  override readonly name = 'NotFoundError';
}
