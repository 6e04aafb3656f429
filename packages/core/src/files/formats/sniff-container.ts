import type { FileFormat } from './file-format.js';

/** Containers, which say further inside what they hold; `text` is the beginning, a character a byte. */
export function sniffContainer(text: string): FileFormat | undefined {
  if (text.startsWith('RIFF')) return riffs.get(text.slice(8, 12));
  if (text.slice(4, 8) === 'ftyp') return ofBrands(brandsOf(text));
  if (text.startsWith('\x1a\x45\xdf\xa3')) return matroska(text);
  // QuickTime files from before there was `ftyp`.
  return text.slice(4, 8) === 'moov' || text.slice(4, 12) === 'wide\0\0\0\0' ? 'mov' : undefined;
}

const riffs: ReadonlyMap<string, FileFormat> = new Map([
  ['WEBP', 'webp'],
  ['WAVE', 'wav'],
  ['AVI ', 'avi'],
]);

/** The main brand, and those that readers of it may expect, as far as they were given. */
function brandsOf(text: string): readonly string[] {
  const boxBytes =
    text.charCodeAt(0) * 2 ** 24 + text.charCodeAt(1) * 2 ** 16 + text.charCodeAt(2) * 2 ** 8 + text.charCodeAt(3);
  const compatible = text.slice(16, Math.max(Math.min(boxBytes, text.length), 16)).match(/[^]{4}/g) ?? [];
  return [text.slice(8, 12), ...compatible];
}

const avif: ReadonlySet<string> = new Set(['avif', 'avis']);
const heic: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']);
/** Any picture: what it is coded by is in the other brands. */
const picture: ReadonlySet<string> = new Set(['mif1', 'msf1', 'mif2', 'heif']);

function ofBrands([main = '', ...compatible]: readonly string[]): FileFormat | undefined {
  if (main.length < 4) return undefined;
  if (avif.has(main)) return 'avif';
  if (heic.has(main)) return 'heic';
  if (picture.has(main)) return compatible.some((brand) => avif.has(brand)) ? 'avif' : 'heic';
  if (main === 'qt  ') return 'mov';
  return main.startsWith('M4A') || main.startsWith('M4B') ? 'm4a' : 'mp4';
}

/** The document type is one of the first elements. */
function matroska(text: string): FileFormat | undefined {
  const at = text.indexOf('\x42\x82');
  return at !== -1 && text.slice(at + 3, at + 7) === 'webm' ? 'webm' : 'mkv';
}
