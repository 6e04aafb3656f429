import type { Failure } from '../failures/failure.js';

/** A refusal as the LLM routes write it. */
export function llmError(httpStatus: number, message: string, code = 'invalid_request'): Failure {
  return { httpStatus, body: { error: { message, type: 'invalid_request_error', code } } };
}
