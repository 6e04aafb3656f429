import { AuthenticationError } from '../../errors/authentication-error.js';
import type { CivitaiError, CivitaiErrorInit } from '../../errors/civitai-error.js';
import { PermissionError } from '../../errors/permission-error.js';
import { ValidationError } from '../../errors/validation-error.js';

type Kind = new (message: string, init: CivitaiErrorInit) => CivitaiError;

/** What each code of the OAuth host means for the caller. */
const meanings: Readonly<Record<string, readonly [kind: Kind, remedy: string]>> = {
  invalid_grant: [AuthenticationError, 'It has expired, was used before, or was revoked: sign in again.'],
  invalid_token: [AuthenticationError, 'It has expired or was revoked: refresh it, or sign in again.'],
  invalid_client: [AuthenticationError, 'Check clientId and clientSecret.'],
  unauthorized_client: [AuthenticationError, 'This application may not sign in this way: check its settings.'],
  access_denied: [AuthenticationError, 'The user refused, or the application is disabled.'],
  authorization_pending: [AuthenticationError, 'The user has not answered yet.'],
  slow_down: [AuthenticationError, 'Ask less often.'],
  expired_token: [AuthenticationError, 'Nobody answered in time: start again.'],
  insufficient_scope: [PermissionError, 'Sign in again and ask for the scope.'],
  origin_not_allowed: [PermissionError, 'Add the origin to the settings of the application.'],
  invalid_scope: [ValidationError, 'Ask only for scopes that the application is allowed.'],
  invalid_request: [ValidationError, ''],
  unsupported_grant_type: [ValidationError, 'Check authBaseUrl.'],
};

/** Turns an error answer of the OAuth host into the error that its own code stands for; the code becomes `code`. */
export function toOAuthError(error: CivitaiError): CivitaiError {
  const { code, description } = readBody(error.body);
  const meaning = code !== undefined && Object.hasOwn(meanings, code) ? meanings[code] : undefined;
  if (code === undefined || meaning === undefined) return error;
  const [kind, remedy] = meaning;
  const said =
    description === undefined
      ? ''
      : ` The server says: ${description.slice(0, 300)}${/[.!?]$/.test(description) ? '' : '.'}`;
  // A 401 has got its remedy already.
  return new kind(`${error.message}${said} ${error.status === 401 ? '' : remedy}`.trimEnd(), {
    code,
    status: error.status,
    requestId: error.requestId,
    retryAfterMs: error.retryAfterMs,
    retryable: error.retryable,
    attempts: error.attempts,
    details: error.details,
    body: error.body,
  });
}

/** `{ "error": …, "error_description": … }`, already redacted. */
function readBody(body: string | undefined): { readonly code?: string; readonly description?: string } {
  try {
    const { error, error_description: description } = JSON.parse(body ?? '') as Readonly<Record<string, unknown>>;
    if (typeof error !== 'string') return {};
    return { code: error, ...(typeof description === 'string' && description !== '' ? { description } : {}) };
  } catch {
    return {};
  }
}
