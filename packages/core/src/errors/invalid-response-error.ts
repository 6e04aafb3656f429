import { CivitaiError } from './civitai-error.js';

/** The server answered, but not what the contract says: HTML, broken JSON, another shape, a repeated cursor. */
export class InvalidResponseError extends CivitaiError {
  override readonly name = 'InvalidResponseError';
}
