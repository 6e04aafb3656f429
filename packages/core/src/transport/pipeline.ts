import { randomUUID } from 'node:crypto';
import type { Diagnostics, ObservedCall } from '../observability/diagnostics.js';
import type { Answer, ApiRequest, CallOptions, ParseContext } from './api-request.js';
import type { Received } from './attempt.js';
import { BodyReader } from './body-reader.js';
import { CallCredential } from './call-credential.js';
import { throwIfEnded, totalTimeOf } from './call-ended.js';
import { checkCallOptions, checkOpenOptions } from './call-options.js';
import { AttemptInterrupted, CallScope } from './call-scope.js';
import { CivitaiPromise } from './civitai-promise.js';
import type { Clock } from './clock.js';
import type { CredentialProvider } from './credential.js';
import type { HttpTransport } from './http-transport.js';
import type { Middleware } from './middleware.js';
import { parseAnswer } from './parse-answer.js';
import { repeatAttempts } from './repeat-attempts.js';
import { requestUrl } from './request-url.js';
import type { RetryPolicy } from './retry-policy.js';
import { SignalHub } from './signal-hub.js';
import { type AttemptStage, type CallStage, type Detached, type Exchange, withStages } from './stage.js';
import type { OpenOptions, StreamedAnswer } from './streamed-answer.js';
import { UploadBody } from './upload-body.js';

/** How long a streamed body may stand still. */
const defaultIdleMs = 60_000;

/** What is streamed is not looked at. */
const readable = (): void => undefined;

/** A call that has not begun. */
type Opening = Omit<Exchange, 'scope' | 'credential' | 'detached'>;

/** What a pipeline is made of. */
export interface PipelineParts {
  /** Where paths start, such as `https://civitai.com/api/v1`. */
  readonly rootUrl: string;
  readonly userAgent: string;
  /** Total time of a call. */
  readonly timeoutMs: number;
  /** Time of one attempt; `null` leaves it to the total. */
  readonly attemptTimeoutMs: number | null;
  readonly maxResponseBytes: number;
  readonly strictJsonParsing: boolean;
  readonly allowInsecureHttp: boolean;
  readonly retryPolicy: RetryPolicy;
  readonly credential: CredentialProvider;
  /** What holds for requests that do not say whether they need a credential. */
  readonly authentication?: ApiRequest['authentication'] | undefined;
  /** How a user of this client gives a key; ends every authentication error. */
  readonly credentialHelp: string;
  readonly transport: HttpTransport;
  readonly middleware: readonly Middleware[];
  /** Around each call, the first outermost; empty unless asked for. */
  readonly callStages: readonly CallStage[];
  /** Around each attempt and outside its time limit, the first outermost; empty unless asked for. */
  readonly attemptStages: readonly AttemptStage[];
  readonly diagnostics: Diagnostics;
  readonly clock: Clock;
  /** 0 ≤ x < 1, for the spread of waits. */
  readonly random: () => number;
}

/** Turns the parsed JSON of a success into the result. */
export type Parser<T> = (json: unknown, context: ParseContext) => T;

/**
 * The one way a request takes: cancellation and deadline → call stages → retries [ attempt stages → middleware →
 * credential → transport → body ] → content type → JSON → result.
 *
 * Everything it throws is a `CivitaiError`, except the caller's own `signal.reason` and errors of the caller's own
 * middleware and of the source of a streamed body.
 */
export class Pipeline {
  /** Listens to the signals of callers, once each however many calls share them. */
  readonly signals: SignalHub = new SignalHub();
  readonly #parts: PipelineParts;
  readonly #open = new Set<CallScope>();

  readonly #receive: (exchange: Exchange) => Promise<Received>;
  #closed = false;

  constructor(parts: PipelineParts) {
    this.#parts = parts;
    this.#receive = withStages(parts.callStages, repeatAttempts(parts));
  }

  /** What the time of calls is measured by. */
  get clock(): Clock {
    return this.#parts.clock;
  }

  /** Total time of a call that says nothing else. */
  get timeoutMs(): number {
    return this.#parts.timeoutMs;
  }

  /** Time of one attempt of a call that says nothing else; `null` leaves it to the total. */
  get attemptTimeoutMs(): number | null {
    return this.#parts.attemptTimeoutMs;
  }

  /** Sends a request. Mistakes in its arguments throw at once; all else rejects. */
  send<T>(request: ApiRequest, parser: Parser<T>, options: CallOptions = {}): CivitaiPromise<T> {
    checkCallOptions(request.operation, options);
    const call = this.#observed(request);
    const upload = uploadOf(request);
    const parse = (received: Received): Answer<T> => parseAnswer(received, parser, request, call, this.#parts);
    const opening: Opening = { call, request, options, upload, verify: parse, streaming: undefined };
    return new CivitaiPromise(this.#run(opening, (exchange) => this.#obtain(exchange, parse)));
  }

  /**
   * Sends a request and gives the answer as soon as its headers are there, the body still on its way. What goes wrong
   * before that does so as in {@link Pipeline.send}; the answer is never cached nor shared. Until the body is read to its
   * end, left or cancelled, it holds a connection.
   */
  open(request: ApiRequest, options: OpenOptions = {}): CivitaiPromise<StreamedAnswer> {
    checkOpenOptions(request.operation, options);
    const call = this.#observed(request);
    const opening: Opening = { call, request, options, upload: uploadOf(request), verify: readable, streaming: true };
    return new CivitaiPromise(this.#run(opening, (exchange) => this.#stream(exchange, options)));
  }

  /** Ends every open call with `client_closed` and refuses new ones. The transport is closed by whoever made it. */
  close(): void {
    this.#closed = true;
    for (const scope of this.#open) scope.end('closed');
  }

  #observed(request: ApiRequest): ObservedCall {
    const { operation, method } = request;
    return { requestId: randomUUID(), operation, method, url: requestUrl(this.#parts.rootUrl, request) };
  }

  async #run<T>(opening: Opening, obtain: (exchange: Exchange) => Promise<Answer<T>>): Promise<Answer<T>> {
    const parts = this.#parts;
    const startedAt = parts.clock.now();
    const { call, options, request, streaming, upload, verify } = opening;
    const scope = this.#openScope(totalTimeOf(opening, parts), options.signal);
    const credential = new CallCredential(parts, request, call);
    const detached: Exchange['detached'] = (timeoutMs, work) => this.#detached(timeoutMs, work);
    parts.diagnostics.request(call);
    try {
      // One by one: to spread "opening" costs more than everything else here.
      const answer = await obtain({ call, request, options, scope, credential, verify, detached, upload, streaming });
      parts.diagnostics.response(call, answer.response.status, answer.response.attempts, parts.clock.now() - startedAt);
      // A body that is still on its way keeps the scope until it ends.
      if (streaming !== true) this.#closeScope(scope);
      return answer;
    } catch (error) {
      parts.diagnostics.error(call, error, parts.clock.now() - startedAt, scope.ended === 'cancelled');
      this.#closeScope(scope);
      throw error;
    }
  }

  async #stream(exchange: Exchange, { idleTimeoutMs, timeoutMs }: OpenOptions): Promise<Answer<StreamedAnswer>> {
    const parts = this.#parts;
    const { call, scope } = exchange;
    const { attempts, headers, open, redact, status } = await this.#received(exchange);
    if (timeoutMs === undefined) scope.releaseTime();
    const reader = new BodyReader({
      open,
      exchange,
      idleTimeoutMs: idleTimeoutMs === undefined ? defaultIdleMs : idleTimeoutMs,
      clock: parts.clock,
      throwIfEnded: () => {
        throwIfEnded(exchange, parts);
      },
      onFinish: () => {
        this.#closeScope(scope);
      },
    });
    // It may have ended between the last attempt and the reader, which would then reject the first read only.
    throwIfEnded(exchange, parts);
    const cancel = (): void => {
      reader.cancel();
    };
    const response = { status, headers, requestId: call.requestId, attempts };
    return { data: { status, headers, body: reader, redact, cancel }, response };
  }

  async #received(exchange: Exchange): Promise<Received> {
    try {
      return await this.#receive(exchange);
    } catch (thrown) {
      if (thrown instanceof AttemptInterrupted) throwIfEnded(exchange, this.#parts);
      throw thrown;
    }
  }

  /** Receives and reads; what a cache had and cannot be read is asked for again. */
  async #obtain<T>(exchange: Exchange, parse: (received: Received) => Answer<T>): Promise<Answer<T>> {
    try {
      const received = await this.#receive(exchange);
      let answer: Answer<T>;
      try {
        answer = parse(received);
      } catch (error) {
        if (received.fromCache === undefined || exchange.reload === true) throw error;
        return await this.#obtain({ ...exchange, reload: true }, parse);
      }
      received.keep?.();
      return answer;
    } catch (thrown) {
      if (thrown instanceof AttemptInterrupted) throwIfEnded(exchange, this.#parts);
      throw thrown;
    }
  }

  #openScope(timeoutMs: number | null, signal: AbortSignal | undefined): CallScope {
    const scope = new CallScope(this.#parts.clock, timeoutMs, signal, this.signals);
    this.#open.add(scope);
    if (this.#closed) scope.end('closed');
    return scope;
  }

  #closeScope(scope: CallScope): void {
    this.#open.delete(scope);
    scope.dispose();
  }

  #detached<T>(timeoutMs: number | null, run: (scope: CallScope) => Promise<T>): Detached<T> {
    const scope = this.#openScope(timeoutMs, undefined);
    const result = run(scope).finally(() => {
      this.#closeScope(scope);
    });
    return { scope, result };
  }
}

function uploadOf({ operation, streamBody }: ApiRequest): UploadBody | undefined {
  return streamBody === undefined ? undefined : new UploadBody(operation, streamBody);
}
