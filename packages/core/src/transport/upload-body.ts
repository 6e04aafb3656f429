import { ValidationError } from '../errors/validation-error.js';

/** A request body that comes in pieces, such as a file that is too long for the memory. */
export interface StreamBody {
  /** How many bytes there are; `undefined` when nobody knows, and then they are sent chunked. */
  readonly sizeBytes: number | undefined;
  /**
   * Starts from the beginning, for every sending anew. What it throws reaches the caller as it is; the request is given
   * up, and only sent again when the error is a `CivitaiError` that says so.
   */
  readonly open: () => AsyncIterable<Uint8Array>;
  /** It can be opened only once: after that the request is never sent again. */
  readonly once?: boolean;
}

/**
 * The body of one call: what a transport iterates over. Every iteration opens the source anew and counts what it gives,
 * for a request that announces another length than it has would hang, or spoil the next one on the connection.
 */
export class UploadBody implements AsyncIterable<Uint8Array> {
  readonly #operation: string;
  readonly #source: StreamBody;
  #iterations = 0;
  #failure: { readonly error: unknown } | undefined;

  /** @throws RangeError when `sizeBytes` is no number of bytes */
  constructor(operation: string, source: StreamBody) {
    const { sizeBytes } = source;
    if (sizeBytes !== undefined && !(Number.isSafeInteger(sizeBytes) && sizeBytes >= 0)) {
      throw new RangeError(`${operation}: sizeBytes must be a whole number from 0, or undefined, got ${sizeBytes}`);
    }
    this.#operation = operation;
    this.#source = source;
  }

  get sizeBytes(): number | undefined {
    return this.#source.sizeBytes;
  }

  /** Whether it can be sent (again). */
  get sendable(): boolean {
    return this.#source.once !== true || this.#iterations === 0;
  }

  /** What went wrong with the source itself when it was read last; the transport's own error says less. */
  get failure(): { readonly error: unknown } | undefined {
    return this.#failure;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void> {
    const { sendable } = this;
    this.#iterations += 1;
    this.#failure = undefined;
    const iteration = this.#iterations;
    const fail = (error: unknown): never => {
      // What an abandoned iteration still reports says nothing about the one after it.
      if (iteration === this.#iterations) this.#failure = { error };
      throw error;
    };
    if (!sendable) fail(new TypeError(`${this.#operation}: the body can be opened only once, and it has been`));
    const iterator = this.#open(fail);
    const total = { bytes: 0 };
    let unfinished = false;
    try {
      for (;;) {
        // Not `for await`: a transport may throw its own error into this generator, and that is none of the source.
        const step = await next(iterator, fail);
        if (step.done === true) break;
        unfinished = true;
        const problem = this.#problemOf(step.value, total);
        if (problem !== undefined) fail(problem);
        if (step.value.byteLength > 0) yield step.value;
        unfinished = false;
      }
      const { sizeBytes } = this.#source;
      if (sizeBytes !== undefined && total.bytes < sizeBytes) fail(this.#wrongSize(sizeBytes, `only ${total.bytes}`));
    } finally {
      if (unfinished) await iterator.return?.();
    }
  }

  #open(fail: (error: unknown) => never): AsyncIterator<Uint8Array> {
    try {
      return this.#source.open()[Symbol.asyncIterator]();
    } catch (error) {
      return fail(error);
    }
  }

  #problemOf(chunk: unknown, total: { bytes: number }): Error | undefined {
    if (!(chunk instanceof Uint8Array)) {
      return new TypeError(`${this.#operation}: the body must come as Uint8Array, and not as ${typeof chunk}`);
    }
    total.bytes += chunk.byteLength;
    const { sizeBytes } = this.#source;
    return sizeBytes !== undefined && total.bytes > sizeBytes
      ? this.#wrongSize(sizeBytes, `more, at least ${total.bytes}`)
      : undefined;
  }

  #wrongSize(sizeBytes: number, found: string): ValidationError {
    const message = `says ${sizeBytes} bytes, but the stream holds ${found}`;
    return new ValidationError(`${this.#operation}: sizeBytes ${message}. Give the size of what is sent.`, {
      code: 'invalid_argument',
      issues: [{ path: 'sizeBytes', message }],
    });
  }
}

async function next(
  iterator: AsyncIterator<Uint8Array>,
  fail: (error: unknown) => never,
): Promise<IteratorResult<Uint8Array>> {
  try {
    return await iterator.next();
  } catch (error) {
    return fail(error);
  }
}
