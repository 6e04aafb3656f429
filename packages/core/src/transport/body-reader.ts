import { TimeoutError } from '../errors/timeout-error.js';
import type { OpenBody } from './attempt.js';
import type { Clock } from './clock.js';
import { connectionFailure } from './connection-failure.js';
import type { Exchange } from './stage.js';

/** What a reader is made of. */
export interface BodyReaderParts {
  /** `undefined` for an answer that has no body. */
  readonly open: OpenBody | undefined;
  readonly exchange: Exchange;
  /** `null` for no limit. */
  readonly idleTimeoutMs: number | null;
  readonly clock: Clock;
  /** Throws what the caller gets for a call that was ended from outside. */
  readonly throwIfEnded: () => void;
  /** Called once, when there is nothing left to hold. */
  readonly onFinish: () => void;
}

const done: IteratorReturnResult<undefined> = { done: true, value: undefined };

/**
 * Hands on the body of an answer, under the caller's signal, the closing of the client and a limit on standing still.
 *
 * A body that did not come to its end never looks as if it had: each further read throws the same error.
 */
export class BodyReader implements AsyncIterable<Uint8Array>, AsyncIterator<Uint8Array, undefined> {
  readonly #parts: BodyReaderParts;
  #unlink: (() => void) | undefined;
  #source: AsyncIterator<Uint8Array> | Iterator<Uint8Array> | undefined;
  #cancelIdle: (() => void) | undefined;
  /** Ends the read that waits. */
  #interrupt: (() => void) | undefined;
  #failure: { readonly error: unknown } | undefined;
  #claimed = false;
  #finished = false;

  constructor(parts: BodyReaderParts) {
    this.#parts = parts;
    if (parts.open === undefined) {
      this.#finish();
      return;
    }
    this.#watchIdle();
    this.#unlink = parts.exchange.scope.onEnd(() => {
      this.#stop(parts.throwIfEnded);
    });
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array, undefined> {
    if (this.#claimed) throw new TypeError(`${this.#operation}: the body of an answer can be read only once`);
    this.#claimed = true;
    return this;
  }

  async next(): Promise<IteratorResult<Uint8Array, undefined>> {
    this.#throwFailure();
    if (this.#finished) return done;
    this.#watchIdle();
    try {
      const step = await this.#untilStopped(this.#read());
      this.#throwFailure();
      if (step.done !== true) {
        this.#cancelIdle?.();
        return { done: false, value: step.value };
      }
      this.#finish();
    } catch (thrown) {
      this.#stop(() => {
        throw connectionFailure(thrown, this.#failedCall());
      });
      this.#throwFailure();
    }
    return done;
  }

  return(): Promise<IteratorReturnResult<undefined>> {
    this.#release();
    return Promise.resolve(done);
  }

  /** Releases the connection; reads reject from now on. */
  cancel(): void {
    this.#stop(() => {
      throw new DOMException(`${this.#operation}: the answer was cancelled by cancel()`, 'AbortError');
    });
  }

  get #operation(): string {
    return this.#parts.exchange.call.operation;
  }

  async #read(): Promise<IteratorResult<Uint8Array>> {
    const { body = [] } = this.#parts.open ?? {};
    this.#source ??= Symbol.asyncIterator in body ? body[Symbol.asyncIterator]() : body[Symbol.iterator]();
    return await this.#source.next();
  }

  #untilStopped<T>(pending: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#interrupt = () => {
        reject(new Error('stopped'));
      };
      pending.then(resolve, reject);
    });
  }

  #watchIdle(): void {
    this.#cancelIdle?.();
    const { clock, idleTimeoutMs } = this.#parts;
    if (idleTimeoutMs === null) return;
    this.#cancelIdle = clock.schedule(() => {
      this.#stop(() => {
        const { attempts, operation, requestId } = this.#failedCall();
        throw new TimeoutError(
          `${operation}: the body of the answer stood still for ${idleTimeoutMs / 1000} s. ` +
            'Try again, or raise idleTimeoutMs if such pauses are to be expected.',
          { code: 'body_stalled', requestId, attempts, retryable: true },
        );
      });
    }, idleTimeoutMs);
  }

  /** Ends the reading with what `explain` throws; the first reason counts. */
  #stop(explain: () => void): void {
    if (this.#finished) return;
    try {
      explain();
    } catch (error) {
      this.#failure = { error };
    }
    this.#release();
  }

  #release(): void {
    if (this.#finished) return;
    this.#finish();
    this.#parts.open?.controller.abort();
    this.#interrupt?.();
    // A transport of the user's own may not look at the signal.
    void leave(this.#source);
  }

  #finish(): void {
    if (this.#finished) return;
    this.#finished = true;
    this.#cancelIdle?.();
    this.#unlink?.();
    this.#parts.onFinish();
  }

  #throwFailure(): void {
    // The reason of the caller's own signal may be anything.
    // oxlint-disable-next-line typescript/only-throw-error
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  #failedCall(): Parameters<typeof connectionFailure>[1] {
    const { call, scope } = this.#parts.exchange;
    return { operation: call.operation, url: call.url, requestId: call.requestId, attempts: scope.attempts };
  }
}

/** Whether it succeeds is of no interest any more. */
async function leave(source: AsyncIterator<Uint8Array> | Iterator<Uint8Array> | undefined): Promise<void> {
  try {
    await source?.return?.();
  } catch {
    // As its signal told it.
  }
}
