import { CivitaiError } from './civitai-error.js';

/** The key is good, but not for this (402, 403), or the service is closed to this region (451). */
export class PermissionError extends CivitaiError {
  override readonly name = 'PermissionError';
}
