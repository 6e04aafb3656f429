/** One HTTP request, ready to send: the URL is complete and the credential is in the headers. */
export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /**
   * Text, bytes, or bytes that come in pieces: those are read from the beginning each time, and `content-length` is in
   * the headers when their number is known.
   */
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Ends the attempt, the body included. */
  readonly signal: AbortSignal;
}

/** The answer to one {@link HttpRequest}, whatever its status. */
export interface HttpResponse {
  readonly status: number;
  /** Names in lower case; repeated headers joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** The decompressed bytes. Reading stops early by leaving the loop, which releases the connection. */
  readonly body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/**
 * What actually speaks HTTP. The default is built on axios; bind or pass your own to use another client or a fake.
 *
 * `send` resolves for every status and never follows redirects; it rejects only when there is no answer. The pipeline
 * above it turns any rejection into a `ConnectionError`, so nothing of the underlying client reaches callers.
 *
 * @example
 * ```ts
 * import { createCivitaiClient, type HttpTransport } from '@civitkit/core/client';
 *
 * const fake: HttpTransport = {
 *   send: async () => ({ status: 200, headers: {}, body: [new TextEncoder().encode('{"id":1,"name":"one"}')] }),
 * };
 * const civitai = createCivitaiClient({}, { transport: fake });
 * console.log((await civitai.models.get(1)).name);
 * ```
 */
export interface HttpTransport {
  send(request: HttpRequest): Promise<HttpResponse>;
  /** Releases sockets. Called once, when the client that created the transport closes. */
  close?(): void;
}
