/** Shorter texts may be words. */
const shortestBareLength = 64;

/** A file as a text has it. */
export interface EncodedFile {
  readonly base64: string;
  readonly mediaType: string | undefined;
}

/**
 * Reads a data URI (`data:image/png;base64,…`).
 *
 * @returns `undefined` for anything else
 */
export function decodeDataUri(text: string): EncodedFile | undefined {
  const trimmed = text.trimStart();
  const header = /^data:([^,;]*)((?:;[^,;]*)*),/i.exec(trimmed);
  if (header === null) return undefined;
  const [whole, mediaType = '', parameters = ''] = header;
  const body = trimmed.slice(whole.length).trim();
  const named = mediaType === '' ? undefined : mediaType.toLowerCase();
  if (/;base64$/i.test(parameters)) return { base64: body, mediaType: named };
  return { base64: Buffer.from(unescaped(body)).toString('base64'), mediaType: named ?? 'text/plain' };
}

/** Whether a text is nothing but a file in base64, without a word about what it is. */
export function isBareBase64(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length >= shortestBareLength && trimmed.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(trimmed);
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
