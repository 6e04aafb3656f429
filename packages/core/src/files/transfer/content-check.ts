import { extname } from 'node:path';
import { DownloadError } from '../../errors/download-error.js';

/** So many bytes tell what a file is. */
export const sniffedBytes = 64;

/** Text formats, and the extensions of files that really are of them. */
const texts: readonly { readonly type: RegExp; readonly what: string; readonly extensions: readonly string[] }[] = [
  { type: /^text\/html|^application\/xhtml/, what: 'a web page', extensions: ['.html', '.htm'] },
  { type: /^application\/(?:[\w.-]+\+)?json/, what: 'JSON', extensions: ['.json'] },
  { type: /^(?:application|text)\/xml/, what: 'XML', extensions: ['.xml', '.svg'] },
];

const longestHeader = 100_000_000;

/**
 * Refuses answers that cannot be the file by what they say of themselves.
 *
 * @throws DownloadError with code `unexpected_content_type`
 */
export function refuseContentType(contentType: string | undefined, fileName: string): void {
  const type = contentType?.toLowerCase() ?? '';
  const found = texts.find((text) => text.type.test(type));
  if (found !== undefined && !found.extensions.includes(extensionOf(fileName))) throw notTheFile(found.what);
}

/**
 * Refuses a web page, JSON or XML by how it begins, whatever its content type says.
 *
 * @throws DownloadError with code `unexpected_content_type`
 */
export function refuseText(first: Uint8Array, fileName: string): void {
  const text = new TextDecoder('latin1').decode(first).replace(/^(?:\u00EF\u00BB\u00BF)?\s+/, '').toLowerCase();
  const extension = extensionOf(fileName);
  if (/^<(?:!doctype html|html|head|body)/.test(text) && !htmlLike.has(extension)) throw notTheFile('a web page');
  if (/^<\?xml|^<error>/.test(text) && !htmlLike.has(extension)) throw notTheFile('XML');
  // Not every brace: there are formats that begin with one.
  if (/^\{\s*"(?:error|message|code|status|success)"\s*:/.test(text) && !textLike.has(extension)) {
    throw notTheFile('JSON');
  }
}

const htmlLike: ReadonlySet<string> = new Set(['.html', '.htm', '.xml', '.svg', '.txt', '.md']);
const textLike: ReadonlySet<string> = new Set(['.json', '.txt', '.yaml', '.yml', '.md']);

/**
 * Says how a file's beginning contradicts its name; `undefined` when it does not, or when the kind of file has no
 * beginning of its own.
 */
export function contradictionOf(first: Uint8Array, fileName: string, sizeBytes: number | undefined): string | undefined {
  switch (extensionOf(fileName)) {
    case '.safetensors':
    case '.sft':
      return isSafetensors(first, sizeBytes) ? undefined : 'it does not begin as a safetensors file';
    case '.gguf':
      return startsWith(first, 'GGUF') ? undefined : 'it does not begin as a GGUF file';
    case '.zip':
      return startsWith(first, 'PK') ? undefined : 'it does not begin as a ZIP file';
    case '.ckpt':
    case '.pt':
    case '.pth':
    case '.bin':
    case '.pkl':
      return startsWith(first, 'PK') || first[0] === 0x80 ? undefined : 'it begins neither as a ZIP nor as a pickle file';
    default:
      return undefined;
  }
}

function isSafetensors(first: Uint8Array, sizeBytes: number | undefined): boolean {
  if (first.byteLength < 9) return false;
  const view = new DataView(first.buffer, first.byteOffset, first.byteLength);
  const headerBytes = Number(view.getBigUint64(0, true));
  return headerBytes >= 2 && headerBytes <= Math.min(longestHeader, (sizeBytes ?? longestHeader) - 8) && first[8] === 0x7b;
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, text.length)) === text;
}

function extensionOf(fileName: string): string {
  return extname(fileName).toLowerCase();
}

function notTheFile(what: string): DownloadError {
  return new DownloadError(
    `The answer was ${what} and not the file. Nothing of it was saved. Something in between may want a login, or the site ` +
      'is being worked on: look at it in a browser, and try again later.',
    { code: 'unexpected_content_type', retryable: true },
  );
}
