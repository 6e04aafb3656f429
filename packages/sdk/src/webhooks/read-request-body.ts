import { headerOf, RequestRefused, type WebhookRequest } from './webhook-request.js';

/**
 * The body of a request, whole: text, bytes, or what the framework has parsed. Reading stops at the limit.
 *
 * @throws RequestRefused with 413 above the limit, 415 for what is not JSON or compressed, 400 when it broke off
 */
export async function readRequestBody(request: WebhookRequest, maxBytes: number): Promise<unknown> {
  const { body } = request;
  refuseOtherTypes(request);
  const announced = Number(headerOf(request, 'content-length') ?? 0);
  if (announced > maxBytes) throw tooLarge(maxBytes);
  if (isAsyncIterable(body)) {
    refuseCompressed(request);
    return readAll(body, maxBytes);
  }
  if (sizeOf(body) > maxBytes) throw tooLarge(maxBytes);
  return body ?? '';
}

async function readAll(body: AsyncIterable<unknown>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body) {
      const piece = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      if (!(piece instanceof Uint8Array)) throw new RequestRefused(400, 'The body must come as bytes.');
      bytes += piece.byteLength;
      // Leaving the loop closes the stream: nothing more is read.
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      chunks.push(piece);
    }
  } catch (error) {
    if (error instanceof RequestRefused) throw error;
    throw new RequestRefused(400, 'The body broke off.');
  }
  return Buffer.concat(chunks);
}

function refuseOtherTypes(request: WebhookRequest): void {
  const type = headerOf(request, 'content-type');
  if (type === undefined || /^\s*(?:application|text)\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) return;
  throw new RequestRefused(415, 'Events are JSON.', { accept: 'application/json' });
}

function refuseCompressed(request: WebhookRequest): void {
  const encoding = headerOf(request, 'content-encoding');
  if (encoding === undefined || /^\s*(?:identity)?\s*$/i.test(encoding)) return;
  throw new RequestRefused(415, 'Compressed bodies are not read.', { 'accept-encoding': 'identity' });
}

function tooLarge(maxBytes: number): RequestRefused {
  // What is left of the body must not be read for the sake of the connection.
  return new RequestRefused(413, `Events may have at most ${maxBytes} bytes.`, { connection: 'close' });
}

function sizeOf(body: unknown): number {
  if (typeof body === 'string') return Buffer.byteLength(body);
  return body instanceof Uint8Array ? body.byteLength : 0;
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
