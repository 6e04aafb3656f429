import { CivitaiError } from './civitai-error.js';

/**
 * The key is good, but not for this (402, 403), the account cannot pay for it (`insufficient_buzz`), it would cost more
 * than the caller allows (`max_cost_exceeded`), or the service is closed to this region (451).
 */
export class PermissionError extends CivitaiError {
  override readonly name = 'PermissionError';
}
