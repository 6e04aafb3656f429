import {
  AuthenticationError,
  CivitaiError,
  type ErrorCode,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ValidationError,
} from '@civitkit/core/client';
import { type CivitaiErrorInit, type FailedResponse, isJsonObject, type JsonObject } from '@civitkit/core/internal';
import { type FailureKind, failureKind } from './failure-kind.js';
import { type FailureText, readFailureText } from './failure-text.js';
import { ModelsLabJobError } from './modelslab-job-error.js';
import { retryAfterOf } from './retry-after.js';

const codes: Readonly<Record<FailureKind, ErrorCode>> = {
  authentication: 'unauthorized',
  credits: 'insufficient_credits',
  plan: 'plan_required',
  rate_limit: 'rate_limited',
  busy: 'model_busy',
  not_found: 'not_found',
  content: 'content_blocked',
  validation: 'invalid_request',
  job_failed: 'job_failed',
  server: 'server_error',
  other: 'error_with_status_200',
};

/** Where answers have what was asked for. */
const madeNames = ['output', 'execution', 'choices', 'content', 'data', 'text'] as const;

const remedies: Partial<Record<FailureKind, string>> = {
  credits: 'Add credits at modelslab.com, or wait until those of your plan are renewed.',
  plan: 'Choose a plan that has it, or another model.',
  busy: 'The model is being loaded or has too much to do: try again in a minute.',
  content: 'Change the prompt or the input.',
  job_failed: 'Submit it again if you want another try; whether this one was billed is not said.',
};

/**
 * Reads the failures of ModelsLab, which come with an error status or inside a 200, and say what they are about in words
 * only. Given to every request.
 *
 * @param asItCame - the body before secrets were masked
 * @returns `undefined` for a success, and for an error status with a body that is not theirs
 */
export function readFailure(answer: FailedResponse, asItCame: string = answer.text): CivitaiError | undefined {
  const body = parseObject(asItCame);
  if (body === undefined || !isFailure(body, answer.status)) return undefined;
  const said = readFailureText(body);
  const kind = failureKind({
    httpStatus: answer.status,
    bodyStatus: typeof body['status'] === 'string' ? body['status'].trim().toLowerCase() : undefined,
    said: `${said.text ?? ''} ${said.tip ?? ''}`,
    hasIssues: said.issues.length > 0,
  });
  const retryAfterMs =
    kind === 'rate_limit' ? retryAfterOf(body['retry_after'], answer.retryAfterMs) : answer.retryAfterMs;
  // Judged by what came, told in what may be shown.
  return build(kind, answer, parseObject(answer.text) ?? {}, retryAfterMs);
}

/** A success may hold a `message` too: of a chat it is the result. */
function isFailure(body: JsonObject, status: number): boolean {
  if (status >= 400) return true;
  const { error, status: word } = body;
  if (typeof word === 'string') return /^(error|failed)$/i.test(word.trim());
  if (word !== undefined) return false;
  if (isJsonObject(error)) return true;
  // Beside something that was made it is a remark.
  return typeof error === 'string' && error.trim() !== '' && !madeNames.some((name) => name in body);
}

function build(
  kind: FailureKind,
  answer: FailedResponse,
  body: JsonObject,
  retryAfterMs: number | undefined,
): CivitaiError {
  const said = readFailureText(body);
  const jobId = idOf(body);
  const init: CivitaiErrorInit = {
    code: kind === 'other' ? codeOfStatus(answer.status) : codes[kind],
    status: answer.status,
    requestId: answer.requestId,
    attempts: answer.attempts,
    retryAfterMs,
    retryable: kind === 'rate_limit' || kind === 'busy' || kind === 'server' || answer.status === 408,
    details: detailsOf(body, said, jobId),
    body: answer.text,
  };
  const message = [describe(answer, said), remedyOf(kind, answer, retryAfterMs)]
    .filter((part) => part !== '')
    .join(' ');
  switch (kind) {
    case 'authentication':
      return new AuthenticationError(message, init);
    case 'credits':
    case 'plan':
      return new PermissionError(message, init);
    case 'rate_limit':
      return new RateLimitError(message, init);
    case 'not_found':
      return new NotFoundError(message, init);
    case 'content':
    case 'validation':
      return new ValidationError(message, { ...init, issues: said.issues });
    case 'job_failed':
      return new ModelsLabJobError(message, { ...init, jobId });
    default:
      return new CivitaiError(message, init);
  }
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 405) return 'method_not_allowed';
  return status >= 400 ? 'http_error' : codes.other;
}

function describe({ operation, requestId, status }: FailedResponse, { text, tip }: FailureText): string {
  const what = text ?? tip ?? 'no explanation';
  const advice = text === undefined || tip === undefined ? '' : ` ${ended(tip)}`;
  return `${operation}: the server answered ${status}: ${ended(what)}${advice} (request ${requestId})`;
}

function ended(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

function remedyOf(kind: FailureKind, answer: FailedResponse, retryAfterMs: number | undefined): string {
  if (kind === 'authentication') return answer.credentialHelp;
  if (retryAfterMs !== undefined) return `Wait ${Math.ceil(retryAfterMs / 1000)} s.`;
  return remedies[kind] ?? '';
}

function detailsOf(
  body: JsonObject,
  said: FailureText,
  jobId: string | undefined,
): Record<string, unknown> | undefined {
  const { meta, status } = body;
  const serverRequestId = isJsonObject(meta) ? meta['request_id'] : undefined;
  const details = {
    ...(typeof status === 'string' ? { bodyStatus: status } : {}),
    ...(said.serverCode === undefined ? {} : { serverCode: said.serverCode }),
    ...(jobId === undefined ? {} : { jobId }),
    ...(typeof serverRequestId === 'string' ? { serverRequestId } : {}),
    ...(said.tip === undefined ? {} : { tip: said.tip }),
  };
  return Object.keys(details).length === 0 ? undefined : details;
}

function idOf({ id }: JsonObject): string | undefined {
  if (typeof id === 'number') return String(id);
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
