import { errorFromResponse, type FailedResponse } from '../errors/from-response.js';
import { InvalidResponseError } from '../errors/invalid-response-error.js';
import { exhaustedForMs, readRateLimits } from '../errors/rate-limit-state.js';
import type { ObservedCall } from '../observability/diagnostics.js';
import type { Secret } from '../secrets/secret.js';
import type { ApiRequest, CacheHit, CallOptions } from './api-request.js';
import type { CallCredential } from './call-credential.js';
import { connectionFailure, type FailedCall } from './connection-failure.js';
import type { HttpResponse } from './http-transport.js';
import type { PipelineParts } from './pipeline.js';
import { maxErrorBytes, readBody } from './read-body.js';
import { redact, redactJson } from './redact.js';
import { isRedirect } from './redirect.js';
import { parseRetryAfter } from './retry-after.js';
import { type Luggage, sendFollowing } from './send-following.js';
import type { UploadBody } from './upload-body.js';

/** A body on its way, and what ends its request. */
export interface OpenBody {
  readonly body: HttpResponse['body'];
  readonly controller: AbortController;
}

/** A success as it arrived: the body is complete, but not yet parsed; or, when it is to be streamed, not yet read. */
export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Present when there is a body to be streamed; `text` is empty then. */
  readonly open?: OpenBody;
  readonly attempts: number;
  readonly authenticated: boolean;
  /** What was sent as the credential. */
  readonly credential: Secret | null;
  /** Masks secrets in what is shown of the answer. */
  readonly redact: (text: string) => string;
  /** Present when it came out of the cache. */
  readonly fromCache?: CacheHit;
  /** Called once the answer has turned out to be readable: from then on it may be stored. */
  readonly keep?: () => void;
}

/** One attempt of one call. */
export interface AttemptInput {
  readonly call: ObservedCall;
  readonly request: ApiRequest;
  readonly options: CallOptions;
  readonly credential: CallCredential;
  /** 1 for the first. */
  readonly attempt: number;
  readonly signal: AbortSignal;
  /** What is sent, when it comes in pieces. */
  readonly upload?: UploadBody | undefined;
  /** The body of a success is left to the caller, who can end the request by this; the signal is its. */
  readonly streaming?: AbortController | undefined;
}

/** An answer with its body, and the credential that its request carried. */
interface Exchanged {
  readonly response: HttpResponse;
  readonly text: string;
  readonly truncated: boolean;
  readonly credential: Secret | null;
  readonly carried: boolean;
  /** What is left to the caller. */
  readonly open?: OpenBody;
}

/** Statuses of answers that have no body. */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Sends a request once and reads the whole answer; once more, if the credential was refused and there is another one.
 *
 * @throws ConnectionError without an answer, the mapped error for an error status, InvalidResponseError for a body that
 * is too long or a redirect that is not followed
 */
export async function runAttempt(parts: PipelineParts, input: AttemptInput): Promise<Received> {
  const { call, request, attempt } = input;
  let exchanged = await exchange(parts, input);
  const refused = exchanged.carried && exchanged.response.status === 401 ? exchanged.credential : null;
  if (refused !== null && (await input.credential.renew(refused, attempt)) && input.upload?.sendable !== false) {
    exchanged = await exchange(parts, input);
  }
  const { response, text, truncated, credential, carried, open } = exchanged;
  const facts = (): Omit<FailedResponse, 'text'> => ({
    operation: call.operation,
    status: response.status,
    headers: response.headers,
    requestId: call.requestId,
    attempts: attempt,
    retryAfterMs: askedWait(response, parts.clock.now()),
    authenticated: carried,
    credentialHelp: parts.credentialHelp,
  });
  const secrets = [credential, ...(request.confidential ?? [])];
  if (request.readFailure !== undefined && open === undefined && !truncated) {
    // Nearly every answer is a success, of which nothing is shown: it is masked only when somebody looks.
    const answer: FailedResponse = {
      ...facts(),
      get text() {
        return redactJson(text, ...secrets);
      },
    };
    const failure = request.readFailure(answer, text);
    if (failure !== undefined) throw failure;
  }
  if (!isSuccess(response.status, request)) {
    const error = errorFromResponse({ ...facts(), text: redact(text, ...secrets) });
    throw request.mapError?.(error, response.headers) ?? error;
  }
  if (truncated) {
    throw new InvalidResponseError(
      `${call.operation}: the answer is longer than ${parts.maxResponseBytes} bytes and was not read to the end. ` +
        'Ask for fewer items, or raise MaxResponseBytes.',
      { code: 'response_too_large', status: response.status, requestId: call.requestId, attempts: attempt },
    );
  }
  const { status, headers } = response;
  return {
    status,
    headers,
    text,
    attempts: attempt,
    authenticated: carried,
    credential,
    redact: request.confidential === undefined ? (shown) => redact(shown, credential) : () => '[redacted]',
    ...(open === undefined ? {} : { open }),
  };
}

async function exchange(parts: PipelineParts, input: AttemptInput): Promise<Exchanged> {
  const { attempt, call, request, signal } = input;
  const credential = await input.credential.current(attempt);
  // The call may have ended meanwhile, and a transport of the user's own need not look at the signal.
  signal.throwIfAborted();
  const failedCall: FailedCall = {
    operation: call.operation,
    url: call.url,
    requestId: call.requestId,
    attempts: attempt,
  };
  const luggage: Luggage = { credential, carried: false };
  const response = await sendFollowing(parts, input, luggage, failedCall);
  const success = isSuccess(response.status, request);
  if (success && input.streaming !== undefined && isStreamed(response, request)) {
    return { ...(await leaveToCaller(response, request, input.streaming)), ...luggage };
  }
  const body = await readBody(response, success ? parts.maxResponseBytes : maxErrorBytes).catch((thrown: unknown) => {
    throw connectionFailure(thrown, failedCall);
  });
  return { response, ...body, ...luggage };
}

/** Whether it is what the caller wants to read piece by piece. */
function isStreamed({ headers }: HttpResponse, { streamedType }: ApiRequest): boolean {
  return streamedType === undefined || headers['content-type']?.includes(streamedType) === true;
}

/** Passes the body on, unless it is one that nobody would read: that is read here, so that the connection is free. */
async function leaveToCaller(
  response: HttpResponse,
  request: ApiRequest,
  controller: AbortController,
): Promise<Omit<Exchanged, keyof Luggage>> {
  const { body, headers, status } = response;
  const unread = { response, text: '', truncated: false };
  const nothing = request.method === 'HEAD' || bodiless.has(status) || isRedirect(status);
  if (!nothing && headers['content-length'] !== '0') return { ...unread, open: { body, controller } };
  await readBody(response, maxErrorBytes).catch(() => undefined);
  return unread;
}

/**
 * "Not modified" is one too, if the cache has asked whether its copy is still good; and a redirect, for who wants to see
 * it.
 */
function isSuccess(status: number, { headers = {}, redirect }: ApiRequest): boolean {
  if (status >= 200 && status < 300) return true;
  if (redirect === 'manual' && isRedirect(status)) return true;
  return status === 304 && ('if-none-match' in headers || 'if-modified-since' in headers);
}

/** How long the server wants to be left alone, in milliseconds. */
function askedWait({ headers, status }: HttpResponse, now: number): number | undefined {
  const asked = parseRetryAfter(headers['retry-after'], now);
  return asked === undefined && status === 429 ? exhaustedForMs(readRateLimits(headers)) : asked;
}
