import { InvalidResponseError } from '@civitkit/core/client';

/** Longer headers are none. */
const longestHeader = 256;

/** A text in base64 that turned into bytes. */
export interface DecodedStream {
  /** Of its `data:` header, if it has one. */
  readonly mediaType: string | undefined;
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * Decodes a text in base64 piece by piece. It may begin as a data URI does, and have line breaks and quotes around it.
 *
 * @throws InvalidResponseError, also while the body is read, for a text that is none
 */
export async function decodeStream(text: AsyncIterable<Uint8Array>): Promise<DecodedStream> {
  const source = text[Symbol.asyncIterator]();
  let head = '';
  while (head.length < longestHeader && !(head.startsWith('data:') && head.includes(','))) {
    const step = await source.next();
    if (step.done === true) break;
    head = (head + latin1(step.value)).replace(/^[\s"']+/, '');
  }
  const header = /^data:([^,;]*)[^,]*,/i.exec(head.slice(0, longestHeader));
  const mediaType = header?.[1]?.toLowerCase();
  return {
    mediaType: mediaType === '' ? undefined : mediaType,
    body: decode(head.slice(header?.[0].length ?? 0), source),
  };
}

async function* decode(head: string, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest = '';
  try {
    for (let piece: string | undefined = head; piece !== undefined; piece = await next(source)) {
      const symbols = rest + symbolsOf(piece);
      const whole = symbols.length - (symbols.length % 4);
      rest = symbols.slice(whole);
      if (whole > 0) yield Buffer.from(symbols.slice(0, whole), 'base64');
    }
    if (rest.length === 1) throw notBase64();
    if (rest.length > 0) yield Buffer.from(rest, 'base64');
  } finally {
    await source.return?.();
  }
}

async function next(source: AsyncIterator<Uint8Array>): Promise<string | undefined> {
  const step = await source.next();
  return step.done === true ? undefined : latin1(step.value);
}

function symbolsOf(text: string): string {
  const symbols = text.replace(/[\s"']+/g, '');
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(symbols)) throw notBase64();
  return symbols;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function notBase64(): InvalidResponseError {
  return new InvalidResponseError(
    'The output should be a file in base64, and is not. Look at what its address holds; leave out the parameter base64 ' +
      'to get addresses of files.',
    { code: 'unexpected_content_type' },
  );
}
