import type { FileFormat } from './file-format.js';
import { sniffContainer } from './sniff-container.js';
import { sniffText } from './sniff-text.js';
import { tensorDataFrom } from './tensor-data.js';

/** So many bytes of the beginning are enough for {@link sniffFormat}; fewer often are, too. */
export const sniffedBytes = 512;

/** Beginnings that mean one format only; `.` stands for any character. */
const beginnings: readonly (readonly [FileFormat, string])[] = [
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpg', '\xff\xd8\xff'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
  ['gguf', 'GGUF'],
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['zip', 'PK\x07\x08'],
  ['gzip', '\x1f\x8b\x08'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['rar', 'Rar!\x1a\x07'],
  ['pdf', '%PDF-'],
  ['flac', 'fLaC'],
  ['ogg', 'OggS'],
  ['mp3', 'ID3'],
  ['jxl', '\0\0\0\x0cJXL \r\n\x87\n'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['ico', '\0\0\x01\0'],
];

/**
 * Tells what a file is by its first bytes, whatever its name and its content type say; `undefined` when they do not show
 * it. Nothing is unpacked or run.
 *
 * @param bytes - the beginning; {@link sniffedBytes} of them are enough
 *
 * @example
 * ```ts
 * import { sniffFormat } from '@civitkit/core/files';
 *
 * console.log(sniffFormat(Buffer.from('GIF89a'))); // gif
 * ```
 */
export function sniffFormat(bytes: Uint8Array): FileFormat | undefined {
  const first = bytes.subarray(0, sniffedBytes);
  // Before pickles: a header of 640 bytes gives a length that begins as they do.
  if (tensorDataFrom(first) !== undefined) return 'safetensors';
  const text = Buffer.from(first.buffer, first.byteOffset, first.byteLength).toString('latin1');
  return (
    beginnings.find(([, beginning]) => text.startsWith(beginning))?.[0] ??
    sniffContainer(text) ??
    sniffShort(first) ??
    sniffText(text)
  );
}

/** What begins with a byte or two that other files could begin with as well, and a little sense behind them. */
function sniffShort(first: Uint8Array): FileFormat | undefined {
  const [one = 0, two = 0, three = 0, four = 0] = first;
  // PROTO and its number; pickles of protocol 0 and 1 begin in no special way.
  if (one === 0x80 && two >= 2 && two <= 5) return 'pickle';
  if (one === 0xff && two === 0x0a && first.byteLength > 2) return 'jxl';
  // MPEG audio, layer 3, with a bit rate and a sample rate that exist.
  if (one === 0xff && (two & 0xe6) === 0xe2 && three >> 4 < 15 && three >> 4 > 0 && ((three >> 2) & 3) < 3)
    return 'mp3';
  if (one === 0x42 && two === 0x4d && first.byteLength >= 14 && isBitmap(first)) return 'bmp';
  return one === 0x1a && two === 0x45 && three === 0xdf && four === 0xa3 ? 'mkv' : undefined;
}

/** Four reserved bytes, and where the picture begins. */
function isBitmap(first: Uint8Array): boolean {
  const view = new DataView(first.buffer, first.byteOffset, first.byteLength);
  return view.getUint32(6) === 0 && view.getUint32(10, true) >= 14 && view.getUint32(10, true) < 65_536;
}
