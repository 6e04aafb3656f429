/** Bytes and what they are. */
export interface InlineBytes {
  readonly bytes: Uint8Array;
  /** Such as `image/png`. */
  readonly mediaType: string;
}

/**
 * What can be sent inside a request: a data URI (`data:image/png;base64,…`), bytes with their media type, or a `Blob`, such
 * as `await openAsBlob(path, { type: 'image/png' })` of `node:fs` makes of a file.
 */
export type InlineSource = string | InlineBytes | Blob;

/** A source that can be sent. */
export interface ReadableSource {
  /** `undefined` when it does not say. */
  readonly mediaType: string | undefined;
  /** Before it is encoded. */
  readonly sizeBytes: number;
  /** The text that is sent. */
  text(): string | Promise<string>;
}

/** @throws TypeError for what is none of them */
export function readInlineSource(operation: string, source: InlineSource): ReadableSource {
  if (typeof source === 'string') {
    // What is no data URI goes as it is: the server knows what it takes.
    const mediaType = /^data:([^;,]+)/i.exec(source)?.[1]?.toLowerCase();
    const data = source.slice(source.indexOf(',') + 1);
    return { mediaType, sizeBytes: Math.floor((data.length * 3) / 4), text: () => source };
  }
  if (source instanceof Blob) {
    return {
      mediaType: source.type === '' ? undefined : source.type,
      sizeBytes: source.size,
      text: async () => dataUri(new Uint8Array(await source.arrayBuffer()), source.type),
    };
  }
  const { bytes, mediaType } = (source ?? {}) as Partial<InlineBytes>;
  if (!(bytes instanceof Uint8Array) || typeof mediaType !== 'string') {
    throw new TypeError(
      `${operation}: the source must be a data URI, a Blob, or { bytes, mediaType } such as ` +
        "{ bytes: await readFile('a.png'), mediaType: 'image/png' }",
    );
  }
  return { mediaType, sizeBytes: bytes.byteLength, text: () => dataUri(bytes, mediaType) };
}

function dataUri(bytes: Uint8Array, mediaType: string): string {
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return `data:${mediaType === '' ? 'application/octet-stream' : mediaType};base64,${base64}`;
}
