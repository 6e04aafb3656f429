import { trimEdges } from './name-characters.js';

/** What some file systems do not look at. */
const ignored = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * What two names have in common that are one file somewhere: on file systems without case, such as those of Windows and
 * macOS, or where `é` in one character and in two are the same. It holds a few names for equal that no system does (`ß`
 * and `ss`): a collision too many is harmless, one too few is a lost file.
 *
 * @param name - of a file or folder, or a whole path
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(ignored, '')
    .split('/')
    .map((part) => trimEdges(part))
    .join('/')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC')
    .toUpperCase();
}
