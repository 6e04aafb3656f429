import { extname } from 'node:path';
import { formatFacts, isMedia, isMediaExtension } from './file-format.js';
import { sniffFormat } from './sniff-format.js';

/**
 * The name with the extension that its content asks for: the site says `.jpeg` of pictures that are PNG or WebP. Only of
 * pictures, videos and sounds: the extension of a model decides how it is loaded, so there a contradiction is for people
 * to look at, and the name stays.
 *
 * @param name - a file name or a path
 * @param first - how the file begins
 */
export function correctExtension(name: string, first: Uint8Array): string {
  const format = sniffFormat(first);
  if (format === undefined) return name;
  const { extensions, kind } = formatFacts(format);
  if (!isMedia(kind)) return name;
  const extension = extname(name);
  const lower = extension.toLowerCase();
  if (extensions.includes(lower)) return name;
  // Another extension is a part of the name, such as the `.2` of `take.2`.
  const stem = isMediaExtension(lower) ? name.slice(0, -extension.length) : name.replace(/\.$/, '');
  return `${stem}${extensions[0]}`;
}
