import { type CivitaiError, PermissionError, ValidationError } from '@civitkit/core/client';
import type { CivitaiErrorInit } from '@civitkit/core/internal';
import { extendError } from './extend-error.js';
import { issuePointer } from './issue-pointer.js';

/** What a refusal for want of Buzz says. The API uses one status for that and for missing rights, and no code. */
const aboutMoney = /\bbuzz\b|\bfunds?\b|\bbalance\b|\bafford\b|\bpayment\b/i;
const aboutRights = /\bpermissions?\b|\bscopes?\b|\bnot allowed\b|\bunauthorized\b/i;
const moneyIsShort = /\b(insufficient|not enough|too little|low)\b.*\b(buzz|funds?|balance)\b/i;

/**
 * Says what an error answer of the generation API means, beyond its status. Given as `mapError` to every request.
 *
 * - too little Buzz, whichever status it comes with (402, 403 with a text about money, 400 that names the sum):
 *   `PermissionError`, code `insufficient_buzz`, with `requiredBuzz` and `availableBuzz` in `details` where the server
 *   gives them
 * - an input the server does not take: each issue with its path as the server wrote it, and a JSON Pointer
 */
export function mapGenerationError(error: CivitaiError): CivitaiError {
  if (isShortOfBuzz(error)) return insufficientBuzz(error);
  if (error instanceof ValidationError && error.issues.length > 0) return withPointers(error);
  if (error.status === 403) return extendError(error, { remedy: remedyOfForbidden(error) });
  return error;
}

function isShortOfBuzz({ body = '', details = {}, status }: CivitaiError): boolean {
  switch (status) {
    case 402:
      return true;
    case 403:
      return aboutMoney.test(body) && !aboutRights.test(body);
    case 400:
      return details['requiredBuzz'] !== undefined || moneyIsShort.test(body);
    default:
      return false;
  }
}

function insufficientBuzz(error: CivitaiError): PermissionError {
  const { availableBuzz, requiredBuzz } = error.details ?? {};
  const sums = [
    ...(typeof requiredBuzz === 'number' ? [`${requiredBuzz} Buzz needed`] : []),
    ...(typeof availableBuzz === 'number' ? [`${availableBuzz} there`] : []),
  ].join(', ');
  return new PermissionError(
    `${error.message} The account has too little Buzz of a kind that may be spent here${sums === '' ? '' : ` (${sums})`}. ` +
      'Get more at civitai.com, allow other currencies, or ask for less; workflows.preview tells the price.',
    { ...initOf(error), code: 'insufficient_buzz' },
  );
}

function withPointers(error: ValidationError): ValidationError {
  const issues = error.issues.map((issue) => {
    const pointer = issuePointer(issue.path);
    return pointer === undefined ? issue : { ...issue, pointer };
  });
  return new ValidationError(error.message, { ...initOf(error), issues });
}

function remedyOfForbidden({ body = '', details = {} }: CivitaiError): string | undefined {
  if (details['cfMitigated'] !== undefined) return undefined;
  return body.trim() === ''
    ? 'Either the token may not do this, or the account has too little Buzz: this API may answer both alike.'
    : 'Check what the token is allowed to do; an OAuth token needs the scope ai:write:budgeted to generate.';
}

function initOf(error: CivitaiError): CivitaiErrorInit {
  const { attempts, body, code, details, requestId, retryable, retryAfterMs, status } = error;
  return { attempts, body, code, details, requestId, retryable, retryAfterMs, status };
}
