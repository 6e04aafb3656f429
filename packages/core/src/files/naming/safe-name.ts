import { avoidReserved, replaceCharacters, trimEdges } from './name-characters.js';
import { fitName, splitName } from './shorten.js';

/** What may be set for {@link safeFileName} and {@link safeFolderName}. */
export interface SafeNameOptions {
  /** Used when nothing is left of the name. Default: `unnamed`. */
  readonly fallback?: string;
  /** Put before the extension and never cut off, such as `-mid_1-vid_2`. Default: none. */
  readonly suffix?: string;
  /** Bytes kept free for what is added to the name, such as `.part.json` or `.civitai.info`. Default: 48. */
  readonly reserveBytes?: number;
  /** The longest name the file system takes, in bytes of UTF-8. Default: 255; encrypted folders may have 143. */
  readonly maxBytes?: number;
}

/**
 * Room for every ending that is put behind a name: of a download that is under way (`.part.json`, `.part.lock`), of
 * descriptions (`.civitai.info`), of a file that replaces another at once.
 */
const defaultReserveBytes = 48;
const longestNameBytes = 255;
/** Of a name of megabytes this much is looked at, and so much of its end, where the extension is. */
const longestLooked = 4096;
const keptEnd = 32;
/** What must fit in any case: a stem of some length and an extension. */
const shortestRoomBytes = 32;

/**
 * Makes the name of a file that every system takes, out of a name that anybody may have chosen: without folders (only
 * what is behind the last `/` or `\` counts), without characters that Windows refuses (they become `_`), that control or
 * that hide something, not the name of a device (`NUL.txt` becomes `NUL_.txt`), without blanks or dots at its end, in NFC,
 * and short enough for the endings that are added to it. The extension stays. The same on all systems, and done twice it
 * is the same as once.
 *
 * @throws RangeError when the options leave less than 32 bytes for the name
 *
 * @example
 * ```ts
 * import { safeFileName } from '@civitkit/core/files';
 *
 * console.log(safeFileName('../../etc/my: model?.safetensors')); // my_ model_.safetensors
 * console.log(safeFileName('style.safetensors', { suffix: ' [v12]' })); // style [v12].safetensors
 * ```
 */
export function safeFileName(name: string, options: SafeNameOptions = {}): string {
  return build(name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), true, options);
}

/**
 * Makes one folder's name out of any text, as {@link safeFileName} does; but separators are replaced as other characters
 * are, for `and/or` is the name of something and no path.
 *
 * @throws RangeError when the options leave less than 32 bytes for the name
 */
export function safeFolderName(name: string, options: SafeNameOptions = {}): string {
  return build(name, false, options);
}

function build(name: string, hasExtension: boolean, options: SafeNameOptions): string {
  const {
    fallback = 'unnamed',
    suffix = '',
    reserveBytes = defaultReserveBytes,
    maxBytes = longestNameBytes,
  } = options;
  const ending = replaceCharacters(suffix);
  const room = maxBytes - reserveBytes;
  if (!(room - Buffer.byteLength(ending) >= shortestRoomBytes)) {
    throw new RangeError(
      `safe names: ${maxBytes} bytes without ${reserveBytes} and the suffix leave too little; at least ${shortestRoomBytes} are needed`,
    );
  }
  const clean = cleanName(name) || cleanName(fallback) || 'unnamed';
  const { stem, extension } = hasExtension ? splitName(clean) : { stem: clean, extension: '' };
  const fitted = fitName(ending === '' ? stem : trimEdges(stem) || 'unnamed', `${ending}${extension}`, room);
  // Cutting may leave what is reserved, or what may not be at the end.
  return avoidReserved(trimEdges(fitted));
}

function cleanName(name: string): string {
  const looked = name.length > longestLooked ? `${name.slice(0, longestLooked)}${name.slice(-keptEnd)}` : name;
  return avoidReserved(trimEdges(replaceCharacters(looked)));
}
