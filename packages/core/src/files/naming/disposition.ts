import { decodeExtended, parse } from 'content-disposition';
import { decodeEncodedWords, decodeMisreadUtf8, decodePercent } from './text-repair.js';

/** What a `Content-Disposition` header says. */
export interface Disposition {
  /** `attachment` or `inline`, in lower case; empty when the header has none. */
  readonly type: string;
  /** The name as it was meant, not made safe yet: to be given to `safeFileName`. Absent when the header has none. */
  readonly fileName?: string;
}

/** A backslash that escapes nothing is part of a path of Windows, as some servers send it. */
const plainBackslash = /\\(?!["\\])/gu;

/**
 * Reads a `Content-Disposition` header in all the ways in which servers write it: quoted or not, `filename*` in any
 * charset and in pieces, UTF-8 that was taken for Latin-1, percent-encoding where there should be none, MIME's encoded
 * words. `filename*` wins over `filename`. It never throws.
 *
 * @example
 * ```ts
 * import { parseDisposition, safeFileName } from '@civitkit/core/files';
 *
 * const { fileName } = parseDisposition(`attachment; filename="a.bin"; filename*=UTF-8''%C3%BC.safetensors`);
 * console.log(safeFileName(fileName ?? 'model.safetensors')); // ü.safetensors
 * ```
 */
export function parseDisposition(header: string): Disposition {
  const { type, parameters } = parse(header.replace(plainBackslash, '\\\\'), { extended: false });
  const extended = parameters['filename*'] ?? joinPieces(parameters, true);
  const fileName =
    (extended === undefined ? undefined : decodeAnyCharset(extended)) ??
    repair(parameters['filename'] ?? joinPieces(parameters, false));
  return fileName === undefined || fileName === '' ? { type } : { type, fileName };
}

/** RFC 2231: `filename*0`, `filename*1` …; with a star behind the number the piece is percent-encoded. */
function joinPieces(parameters: Readonly<Record<string, string>>, encoded: boolean): string | undefined {
  let joined: string | undefined;
  for (let index = 0; ; index += 1) {
    const star = parameters[`filename*${index}*`];
    const plain = parameters[`filename*${index}`];
    const piece = star ?? (encoded && plain !== undefined ? decodeMisreadUtf8(plain).replaceAll('%', '%25') : plain);
    // The charset is in the first piece, so that decides of which kind the whole is.
    if (piece === undefined || (index === 0 && (star !== undefined) !== encoded)) return joined;
    joined = `${joined ?? ''}${piece}`;
  }
}

/** `charset'language'text`; the library knows two charsets, and quotes around it make it no worse. */
function decodeAnyCharset(value: string): string | undefined {
  const known = decodeExtended(value);
  if (known !== undefined) return known;
  const parts = /^(?<charset>[^']+)'[^']*'(?<text>.*)$/su.exec(value)?.groups;
  return parts === undefined ? undefined : decodePercent(parts['text'] ?? '', parts['charset'] ?? '');
}

function repair(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = decodeEncodedWords(decodeMisreadUtf8(value));
  return /%[0-9a-f]{2}/iu.test(text) ? (decodePercent(text, 'utf-8') ?? text) : text;
}
