/** A whole answer as a value: endpoints make it, faults may damage it, and only then is it written to a socket. */
export interface Reply {
  readonly status: number;
  /** Lower-case header names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes only where they are not text: files. A stream where the answer is made while it is sent; it has no length. */
  readonly body: string | Buffer | AsyncIterable<Buffer>;
}

/** Whether an answer is made while it is sent. */
export function isStream(body: Reply['body']): body is AsyncIterable<Buffer> {
  return typeof body !== 'string' && !Buffer.isBuffer(body);
}

/** The whole body; waits for the end of a stream. */
export async function wholeBody(body: Reply['body']): Promise<string | Buffer> {
  if (!isStream(body)) return body;
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A JSON answer. `undefined` members vanish, as they do on the server (contract §1). */
export function jsonReply(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** A plain text. */
export function textReply(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body: text };
}

/** An HTML answer. */
export function htmlReply(status: number, html: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body: html };
}

/** An answer without a body. */
export function emptyReply(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers, body: '' };
}

/** The same answer with some headers replaced or added. */
export function withHeaders(reply: Reply, headers: Readonly<Record<string, string>>): Reply {
  return { ...reply, headers: { ...reply.headers, ...headers } };
}
