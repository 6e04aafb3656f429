import { AuthenticationError } from './authentication-error.js';
import { CivitaiError, type CivitaiErrorInit } from './civitai-error.js';
import { type ErrorBody, readErrorBody } from './error-body.js';
import type { ErrorCode } from './error-code.js';
import { NotFoundError } from './not-found-error.js';
import { PermissionError } from './permission-error.js';
import { RateLimitError } from './rate-limit-error.js';
import { readRateLimits } from './rate-limit-state.js';
import { ValidationError } from './validation-error.js';

/** An answer that is not a success, and the call it belongs to. */
export interface FailedResponse {
  /** What was called, such as `models.get`. */
  readonly operation: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body, already redacted. */
  readonly text: string;
  readonly requestId: string;
  readonly attempts: number;
  readonly retryAfterMs: number | undefined;
  /** Whether a credential was sent. */
  readonly authenticated: boolean;
  /** How a user of this client gives the key, such as `Set CIVITAI_API_KEY …`. */
  readonly credentialHelp: string;
}

/** Error codes of single statuses; other statuses go by their class. */
const codes: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthorized',
  402: 'payment_required',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  410: 'gone',
  429: 'rate_limited',
  451: 'region_blocked',
  500: 'server_error',
  502: 'bad_gateway',
  503: 'service_unavailable',
  504: 'gateway_timeout',
};

/** Statuses after which the same request may succeed; 520–530 are Cloudflare's for an origin in trouble. */
const retryableStatuses: ReadonlySet<number> = new Set([
  408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530,
]);

/** Builds the error for an answer with an error status (or one that carries an error in its body). */
export function errorFromResponse(failed: FailedResponse): CivitaiError {
  const body = readErrorBody(failed.text);
  const code = codeOf(failed, body);
  const init: CivitaiErrorInit = {
    code,
    status: failed.status,
    requestId: failed.requestId,
    attempts: failed.attempts,
    retryAfterMs: failed.retryAfterMs,
    retryable: isRetryable(failed, code, body),
    details: detailsOf(failed, body),
    body: failed.text,
  };
  const message = `${describe(failed, body)} ${remedyOf(failed, code)}`.trimEnd();
  // Some routes report the caller's mistake as a 500; its body lists what is wrong.
  if (isMisreported(failed, body)) return new ValidationError(message, { ...init, issues: body.issues });
  switch (failed.status) {
    case 401:
      return new AuthenticationError(message, init);
    case 402:
    case 403:
    case 451:
      return new PermissionError(message, init);
    case 404:
    case 410:
      return new NotFoundError(message, init);
    case 429:
      return new RateLimitError(message, init);
    case 400:
    case 413:
    case 415:
    case 420:
    case 422:
      return new ValidationError(message, { ...init, issues: body.issues });
    default:
      return new CivitaiError(message, init);
  }
}

function codeOf(failed: FailedResponse, body: ErrorBody): ErrorCode {
  if (failed.status === 403 && (body.deadline !== undefined || body.message?.startsWith('Early Access') === true))
    return 'early_access';
  if (failed.status === 429 && isPageCap(body)) return 'page_limit_exceeded';
  if (
    failed.status === 429 &&
    failed.retryAfterMs === undefined &&
    /quota|daily|download limit/i.test(body.message ?? '')
  ) {
    return 'quota_exceeded';
  }
  if (isMisreported(failed, body)) return 'invalid_request';
  const code = codes[failed.status];
  if (code !== undefined) return code;
  if (failed.status >= 200 && failed.status < 300) return 'error_with_status_200';
  if (failed.status >= 500) return 'server_error';
  return [400, 413, 415, 420, 422].includes(failed.status) ? 'invalid_request' : 'http_error';
}

/** `page × limit > 1000`: the same request fails forever, and the server sends no Retry-After. */
function isPageCap(body: ErrorBody): boolean {
  return /requested too many pages/i.test(body.message ?? '');
}

function isMisreported(failed: FailedResponse, body: ErrorBody): boolean {
  // Not with a problem document: there 500 means what it says, and its list may be of the server's own troubles.
  return failed.status === 500 && body.issues.length > 0 && body.problem === undefined;
}

function isRetryable(failed: FailedResponse, code: ErrorCode, body: ErrorBody): boolean {
  if (code === 'page_limit_exceeded' || code === 'quota_exceeded') return false;
  if (isMisreported(failed, body)) return false;
  return retryableStatuses.has(failed.status);
}

function detailsOf(failed: FailedResponse, body: ErrorBody): Readonly<Record<string, unknown>> | undefined {
  const limits = failed.status === 429 ? readRateLimits(failed.headers) : [];
  const details = {
    ...(body.serverCode === undefined ? {} : { serverCode: body.serverCode }),
    ...(body.deadline === undefined ? {} : { deadline: body.deadline }),
    ...body.problem,
    ...(limits.length === 0 ? {} : { rateLimits: limits }),
    ...(failed.headers['cf-ray'] === undefined ? {} : { cfRay: failed.headers['cf-ray'] }),
    ...(failed.headers['cf-mitigated'] === undefined ? {} : { cfMitigated: failed.headers['cf-mitigated'] }),
  };
  return Object.keys(details).length === 0 ? undefined : details;
}

function describe(failed: FailedResponse, body: ErrorBody): string {
  const { operation, status, requestId } = failed;
  const html = failed.text.trimStart().startsWith('<');
  const said = body.message ?? (html ? 'a web page instead of data' : 'no explanation');
  return `${operation}: the server answered ${status}: ${said}${/[.!?…]$/.test(said) ? '' : '.'} (request ${requestId})`;
}

function remedyOf(failed: FailedResponse, code: ErrorCode): string {
  switch (code) {
    case 'unauthorized':
      return failed.authenticated
        ? `The key was sent but not accepted: check that it is complete and not revoked. ${failed.credentialHelp}`
        : failed.credentialHelp;
    case 'page_limit_exceeded':
      return 'Iterate the query, or pass the cursor of the page before, instead of a page number.';
    case 'rate_limited':
      return failed.retryAfterMs === undefined ? 'Send fewer requests.' : waitFor(failed.retryAfterMs);
    case 'region_blocked':
      return 'The API is closed to the region this request came from.';
    case 'forbidden':
      return failed.headers['cf-mitigated'] === undefined
        ? ''
        : 'Cloudflare asked for a browser check: set UserAgentSuffix to something that names your application.';
    default:
      return failed.retryAfterMs === undefined ? '' : waitFor(failed.retryAfterMs);
  }
}

function waitFor(retryAfterMs: number): string {
  return `Wait ${Math.ceil(retryAfterMs / 1000)} s.`;
}
