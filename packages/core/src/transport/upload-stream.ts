import { ClientRequest } from 'node:http';
import { finished, Readable } from 'node:stream';

/** A body as Node writes it to a socket: read only as fast as the server takes it. */
export function readableOf(body: AsyncIterable<Uint8Array>): Readable {
  const source = Readable.from(body, { objectMode: false });
  // Whoever pipes it hears of its errors; when it fails before that, nobody would, and Node would end the process.
  source.on('error', () => undefined);
  return source;
}

/**
 * Gives up an upload that the server has answered before it was complete, as it does when it refuses it: what is left
 * would never be taken, and both the source and the connection would be held for it.
 *
 * @param request - Node's request, wherever the client keeps it
 */
export function stopWhenAnswered(source: Readable, request: unknown, answer: Readable): void {
  finished(answer, () => {
    if (request instanceof ClientRequest && !request.writableFinished) request.destroy();
    source.destroy();
  });
}
