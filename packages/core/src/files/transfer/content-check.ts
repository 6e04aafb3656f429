import { extname } from 'node:path';
import { DownloadError } from '../../errors/download-error.js';
import type { FileFormat } from '../formats/file-format.js';
import { sniffFormat } from '../formats/sniff-format.js';

/** Text formats, and the extensions of files that really are of them. */
const texts: readonly { readonly type: RegExp; readonly what: string; readonly extensions: readonly string[] }[] = [
  { type: /^text\/html|^application\/xhtml/, what: 'a web page', extensions: ['.html', '.htm'] },
  { type: /^application\/(?:[\w.-]+\+)?json/, what: 'JSON', extensions: ['.json'] },
  { type: /^(?:application|text)\/xml/, what: 'XML', extensions: ['.xml', '.svg'] },
];

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

/** Formats that servers send instead of a file, and the extensions of files that may be of them. */
const instead: Partial<
  Readonly<Record<FileFormat, { readonly what: string; readonly extensions: ReadonlySet<string> }>>
> = {
  html: { what: 'a web page', extensions: new Set(['.html', '.htm', '.xml', '.svg', '.txt', '.md']) },
  xml: { what: 'XML', extensions: new Set(['.html', '.htm', '.xml', '.svg', '.txt', '.md']) },
  json: { what: 'JSON', extensions: new Set(['.json', '.txt', '.yaml', '.yml', '.md', '.csv']) },
};

/**
 * Refuses a web page, JSON or XML by how it begins, whatever its content type says.
 *
 * @throws DownloadError with code `unexpected_content_type`
 */
export function refuseText(first: Uint8Array, fileName: string): void {
  const format = sniffFormat(first);
  const found = format === undefined ? undefined : instead[format];
  if (found !== undefined && !found.extensions.has(extensionOf(fileName))) throw notTheFile(found.what);
}

/** What files of these names begin as. */
const beginnings: Readonly<Record<string, { readonly formats: readonly FileFormat[]; readonly what: string }>> = {
  '.safetensors': { formats: ['safetensors'], what: 'it does not begin as a safetensors file' },
  '.sft': { formats: ['safetensors'], what: 'it does not begin as a safetensors file' },
  '.gguf': { formats: ['gguf'], what: 'it does not begin as a GGUF file' },
  '.zip': { formats: ['zip'], what: 'it does not begin as a ZIP file' },
  '.ckpt': { formats: ['zip', 'pickle'], what: 'it begins neither as a ZIP nor as a pickle file' },
  '.pt': { formats: ['zip', 'pickle'], what: 'it begins neither as a ZIP nor as a pickle file' },
  '.pth': { formats: ['zip', 'pickle'], what: 'it begins neither as a ZIP nor as a pickle file' },
};

/**
 * Says how a file's beginning contradicts its name; `undefined` when it does not, or when its kind has no beginning of its
 * own.
 */
export function contradictionOf(first: Uint8Array, fileName: string): string | undefined {
  const extension = extensionOf(fileName);
  const wanted = Object.hasOwn(beginnings, extension) ? beginnings[extension] : undefined;
  const format = sniffFormat(first);
  return wanted === undefined || (format !== undefined && wanted.formats.includes(format)) ? undefined : wanted.what;
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
