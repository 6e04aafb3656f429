import type { CivitaiError } from '../errors/civitai-error.js';
import type { ErrorCode } from '../errors/error-code.js';
import { errorFromResponse } from '../errors/from-response.js';
import { InvalidResponseError } from '../errors/invalid-response-error.js';
import type { ObservedCall } from '../observability/diagnostics.js';
import type { Answer, ApiRequest, ResponseInfo } from './api-request.js';
import type { Received } from './attempt.js';
import type { Parser, PipelineParts } from './pipeline.js';
import { isRedirect } from './redirect.js';

/**
 * Content type → JSON → result.
 *
 * @throws InvalidResponseError when the success is not JSON, is empty or broken, or has another shape
 */
export function parseAnswer<T>(
  received: Received,
  parser: Parser<T>,
  request: ApiRequest,
  call: ObservedCall,
  parts: PipelineParts,
): Answer<T> {
  const { status, headers, text, attempts, fromCache } = received;
  const { operation, requestId } = call;
  const response: ResponseInfo = {
    status,
    headers,
    requestId,
    attempts,
    ...(fromCache === undefined ? {} : { fromCache }),
  };
  const invalid = (code: ErrorCode, what: string): InvalidResponseError =>
    new InvalidResponseError(`${operation}: the server answered ${status}, but ${what} (request ${requestId})`, {
      code,
      status,
      requestId,
      attempts,
      // Not repeated by itself, but by the next call: what answered may be gone by then.
      retryable: code !== 'unexpected_shape',
      body: received.redact(text),
    });
  const json = carriesNothing(request, received) ? undefined : readJson(received, invalid);
  const wrongShape = (expected: string): CivitaiError =>
    // Where failures have ways of their own, this is none of them.
    request.readFailure === undefined && carriesError(json)
      ? errorFromResponse({
          ...received,
          text: received.redact(text),
          operation,
          requestId,
          retryAfterMs: undefined,
          credentialHelp: parts.credentialHelp,
        })
      : invalid('unexpected_shape', `not with ${expected}. Update civitkit, or check BaseUrl.`);
  const data = parser(json, {
    operation,
    strict: parts.strictJsonParsing,
    response,
    redact: received.redact,
    wrongShape,
  });
  return { data, response };
}

function carriesNothing({ answer, method, redirect }: ApiRequest, { status, text }: Received): boolean {
  if (answer === 'nothing' || method === 'HEAD') return true;
  return (answer === 'optional' && text === '') || (redirect === 'manual' && isRedirect(status));
}

function readJson({ headers, text, redact }: Received, invalid: (code: ErrorCode, what: string) => Error): unknown {
  const contentType = headers['content-type'];
  if (contentType !== undefined && !contentType.includes('json')) {
    const html = contentType.includes('html');
    const what = html ? 'a web page: maintenance, or a proxy in between' : redact(contentType);
    throw invalid(
      'unexpected_content_type',
      `with ${what} instead of JSON. Try again later; check BaseUrl if it stays.`,
    );
  }
  if (text === '') throw invalid('empty_response', 'without a body. Try again.');
  const json = parseJson(text);
  if (json === undefined) throw invalid('invalid_json', 'the JSON is broken or cut off. Try again.');
  return json;
}

/** JSON, or `undefined` when it is not; no JSON text stands for `undefined`. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The site has been seen to answer 200 with `{"error": …}`. */
function carriesError(json: unknown): boolean {
  return typeof json === 'object' && json !== null && ('error' in json || 'message' in json);
}
