import type { Reply } from '../../http/reply.js';
import { problemReply } from '../problem.js';

/**
 * A refusal that clients of both kinds understand: a problem as everywhere in this API, with the `error` member that
 * clients of OpenAI's interface read.
 */
export function chatError(status: number, param: string | null, message: string): Reply {
  return problemReply(status, message, { error: { message, type: 'invalid_request_error', param, code: null } });
}
