/** Bytes in a charset as text; `undefined` when the charset is not known, or they are not in it. */
function decode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Node reads headers as Latin-1; a text that is UTF-8 when its characters are taken for bytes was meant so. */
export function decodeMisreadUtf8(text: string): string {
  // eslint-disable-next-line no-control-regex
  if (!/[\u0080-\u00FF]/u.test(text) || /[^\u0000-\u00FF]/u.test(text)) return text;
  return decode(Buffer.from(text, 'latin1'), 'utf-8') ?? text;
}

/** Text with percent-encoded bytes of a charset; `undefined` when it cannot be decoded. A stray `%` stays. */
export function decodePercent(text: string, charset: string): string | undefined {
  const parts = text.split(/((?:%[0-9a-f]{2})+)/iu);
  const bytes = parts.map((part, index) =>
    index % 2 === 1 ? Buffer.from(part.replaceAll('%', ''), 'hex') : Buffer.from(part),
  );
  return decode(Buffer.concat(bytes), charset);
}

/** MIME's encoded words (RFC 2047), which some servers put where they do not belong: `=?UTF-8?B?…?=`. */
export function decodeEncodedWords(text: string): string {
  const word = /=\?(?<charset>[^?*]+)(?:\*[^?]*)?\?(?<kind>[BQ])\?(?<data>[^?]*)\?=/giu;
  // Blanks between two encoded words are not part of the text.
  return text.replace(/(=\?[^?]+\?[BQ]\?[^?]*\?=)\s+(?==\?)/giu, '$1').replace(word, (whole, ...groups) => {
    const { charset, kind, data } = groups.at(-1) as { charset: string; kind: string; data: string };
    const bytes = kind.toUpperCase() === 'B' ? Buffer.from(data, 'base64') : quotedBytes(data.replaceAll('_', ' '));
    return decode(bytes, charset) ?? whole;
  });
}

/** Text of the form `=C3=BC` as bytes. */
function quotedBytes(text: string): Uint8Array {
  return Buffer.from(
    text.replace(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
