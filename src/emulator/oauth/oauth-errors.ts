import { jsonReply, type Reply } from '../http/reply.js';

/** E13: `{ error, error_description }`. */
export function oauthError(status: number, error: string, description?: string): Reply {
  return jsonReply(status, { error, error_description: description });
}

/** 429 of the OAuth host. */
export function rateLimited(description?: string): Reply {
  return oauthError(429, 'rate_limited', description);
}
