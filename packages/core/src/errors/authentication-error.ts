import { CivitaiError } from './civitai-error.js';

/** The key is missing, wrong, revoked or expired (401); the message says where to get and how to give one. */
export class AuthenticationError extends CivitaiError {
  override readonly name = 'AuthenticationError';
}
