/**
 * Writes a JSON Pointer (RFC 6901): `~` and `/` inside a segment are escaped.
 *
 * @example
 * ```ts
 * import { jsonPointer } from '@civitkit/sdk/client';
 *
 * console.log(jsonPointer('metadata', 'a/b', 0)); // /metadata/a~1b/0
 * ```
 */
export function jsonPointer(...segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
