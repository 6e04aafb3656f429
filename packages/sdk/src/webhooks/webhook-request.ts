/** One HTTP request, as any framework can give it. */
export interface WebhookRequest {
  readonly method: string;
  /** Complete, or beginning with the path; as it came, not as a router has cut it. */
  readonly url: string;
  /** Names in any case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /**
   * The body: text, bytes, bytes that come in pieces (`AsyncIterable<Uint8Array>`, read up to the limit), or JSON that
   * the framework has parsed.
   */
  readonly body: unknown;
}

/** What is to be answered. */
export interface WebhookResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty for 204. */
  readonly body: string;
}

/** Something is wrong with the request; becomes the answer. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** A header's value, the first if there are several. */
export function headerOf(request: WebhookRequest, name: string): string | undefined {
  for (const [key, value] of Object.entries(request.headers)) {
    if (key.toLowerCase() === name) return typeof value === 'string' ? value : value?.[0];
  }
  return undefined;
}
