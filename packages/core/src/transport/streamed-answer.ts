import type { CallOptions } from './api-request.js';

/** What a caller may set for a call whose answer is read piece by piece. */
export interface OpenOptions extends CallOptions {
  /** Total time in milliseconds, the body included. Without it the client's own limit holds until the headers only. */
  readonly timeoutMs?: number;
  /**
   * How long the body may stand still, in milliseconds: no byte arrives while one is waited for, or nobody begins to
   * read. `null` for no limit. Default: 60 000.
   */
  readonly idleTimeoutMs?: number | null;
}

/** A success whose body is still on its way. */
export interface StreamedAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The body, to be read once. Leaving the loop early releases the connection.
   *
   * Throws ConnectionError when the connection breaks, TimeoutError with code `body_stalled` or `timeout`, CivitaiError
   * with code `client_closed`, and the reason of the caller's signal.
   */
  readonly body: AsyncIterable<Uint8Array>;
  /** Masks the credential in what is shown of the body, such as an error that came in it. */
  redact(text: string): string;
  /** Releases the connection; a read that waits, and every later one, rejects with an `AbortError`. Nothing after the end. */
  cancel(): void;
}
