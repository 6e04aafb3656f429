import type { HttpResponse } from './http-transport.js';

/** An error page is read this far; what is shown of it is far less. */
export const maxErrorBytes = 65_536;

/** A body as text, perhaps only its beginning. */
export interface BodyText {
  readonly text: string;
  /** Whether there was more than the limit; the rest was never downloaded. */
  readonly truncated: boolean;
}

/** Reads a body as UTF-8 text, a byte order mark left out, and stops after `maxBytes`. */
export async function readBody(response: HttpResponse, maxBytes: number): Promise<BodyText> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > maxBytes) break;
  }
  const bytes = Buffer.concat(chunks, Math.min(size, maxBytes));
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return { text: bytes.toString('utf8', start), truncated: size > maxBytes };
}
