import type { ErrorCode } from './error-code.js';

/** Shared by every copy of this package in a process, so that {@link isCivitaiError} works across copies. */
const brand: unique symbol = Symbol.for('@civitkit/core/error');

/** Length of `body`, in characters. */
const maxExcerpt = 2048;

/** The optional facts of a {@link CivitaiError}; what is not known is left out. */
export interface CivitaiErrorInit {
  readonly code: ErrorCode;
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly retryable?: boolean | undefined;
  readonly attempts?: number | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  /** The server's answer, already redacted; its start is kept. */
  readonly body?: string | undefined;
  /** Never the transport's own error object: those hold the request, and the request holds the key. */
  readonly cause?: Error | undefined;
}

/**
 * The base of everything this library throws, apart from argument mistakes (`TypeError`, `RangeError`) and the
 * caller's own cancellation (which rejects with `signal.reason`).
 *
 * `message` says what happened and what to do; `code` is for programs. Subclasses exist where a caller would catch one.
 *
 * @example
 * ```ts
 * import { createCivitaiClient, isCivitaiError } from '@civitkit/core/client';
 *
 * const civitai = createCivitaiClient();
 * try {
 *   await civitai.models.get(827184);
 * } catch (error) {
 *   if (isCivitaiError(error) && error.retryable) console.warn(`try again in ${error.retryAfterMs ?? 1000} ms`);
 *   else throw error;
 * }
 * ```
 */
export class CivitaiError extends Error {
  /** The class name as a literal: survives minifiers, unlike `constructor.name`. */
  override readonly name: string = 'CivitaiError';
  /** Stable word for programs. */
  readonly code: ErrorCode;
  /** Whether the same call may succeed later without any change. */
  readonly retryable: boolean;
  /** How many times the request was sent; 0 when it never was. */
  readonly attempts: number;
  /** HTTP status of the last answer. */
  declare readonly status?: number;
  /** Identifies the call in logs and diagnostics events. */
  declare readonly requestId?: string;
  /** How long the server asked to wait, in milliseconds. */
  declare readonly retryAfterMs?: number;
  /** Further facts, such as the server's own error code. */
  declare readonly details?: Readonly<Record<string, unknown>>;
  /** Start of the server's answer, at most 2 KB, redacted; not enumerable, so that loggers do not print it. */
  declare readonly body?: string;

  constructor(message: string, init: CivitaiErrorInit) {
    super(message, init.cause === undefined ? undefined : { cause: init.cause });
    this.code = init.code;
    this.retryable = init.retryable ?? false;
    this.attempts = init.attempts ?? 0;
    if (init.status !== undefined) this.status = init.status;
    if (init.requestId !== undefined) this.requestId = init.requestId;
    if (init.retryAfterMs !== undefined) this.retryAfterMs = init.retryAfterMs;
    if (init.details !== undefined) this.details = init.details;
    if (init.body !== undefined) {
      Object.defineProperty(this, 'body', { value: init.body.slice(0, maxExcerpt), enumerable: false });
    }
  }

  /** @internal */
  get [brand](): true {
    return true;
  }

  /** The error as plain data: everything but the stack, the cause and the body. */
  toJSON(): Record<string, unknown> {
    return { ...Object.fromEntries(Object.entries(this)), message: this.message };
  }
}

/**
 * Whether a value is an error of this library, also when it comes from a second installed copy
 * (where `instanceof` says no).
 */
export function isCivitaiError(value: unknown): value is CivitaiError {
  return typeof value === 'object' && value !== null && (value as { [brand]?: unknown })[brand] === true;
}
