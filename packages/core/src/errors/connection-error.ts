import { CivitaiError } from './civitai-error.js';

/** No answer: the connection could not be made or broke. `details.systemCode` is Node's code, such as `ECONNRESET`. */
export class ConnectionError extends CivitaiError {
  override readonly name = 'ConnectionError';
}
