import { CivitaiError } from './civitai-error.js';

/**
 * Too many requests (429). `retryAfterMs` is what the server asked for; `code` tells a passing window (`rate_limited`)
 * from a page cap (`page_limit_exceeded`) and a daily quota (`quota_exceeded`), which waiting a little does not cure.
 */
export class RateLimitError extends CivitaiError {
  override readonly name = 'RateLimitError';
}
