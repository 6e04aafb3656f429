import { CivitaiError } from './civitai-error.js';

/** The call's total time (`timeout`) or one attempt's time (`attempt_timeout`) ran out, the body's download included. */
export class TimeoutError extends CivitaiError {
  override readonly name = 'TimeoutError';
}
