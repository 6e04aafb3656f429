import { sniffedBytes } from './formats/sniff-format.js';

/** A body whose beginning has been looked at. */
export interface PeekedBody {
  readonly head: Uint8Array;
  /** All of it, the head included. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** Reads the first bytes, enough to tell what it is, and gives a body that still has them. */
export async function peekBody(body: AsyncIterable<Uint8Array>): Promise<PeekedBody> {
  const source = body[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.byteLength < sniffedBytes) {
    const step = await source.next();
    if (step.done === true) break;
    head = head.byteLength === 0 ? step.value : Buffer.concat([head, step.value]);
  }
  return { head, body: following(head, source) };
}

async function* following(head: Uint8Array, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.byteLength > 0) yield head;
    for (let step = await source.next(); step.done !== true; step = await source.next()) yield step.value;
  } finally {
    await source.return?.();
  }
}
