import { extname } from 'node:path';
import { sniffFormat } from './sniff-format.js';

const extensions: ReadonlySet<string> = new Set([
  '.ckpt',
  '.pt',
  '.pt2',
  '.pth',
  '.bin',
  '.pkl',
  '.pickle',
  '.joblib',
  '.dill',
]);

/** What torch puts into its archives, and what else is unpickled out of one. */
const pickleEntry = /\.(?:pkl|pickle)$/i;

/**
 * Whether a file may be a pickle, which runs whatever code it likes when it is loaded: by its name, since programs choose
 * the loader by that, and by its beginning, since a name may lie. It is never unpickled here.
 *
 * @param first - how the file begins, if that is known
 */
export function isPickleFormat(name: string, first?: Uint8Array): boolean {
  if (extensions.has(extname(name).toLowerCase())) return true;
  if (first === undefined) return false;
  const format = sniffFormat(first);
  return format === 'pickle' || (format === 'zip' && pickleEntry.test(firstEntry(first)));
}

const fixedHeaderBytes = 30;

/** The name of the first file in an archive. */
function firstEntry(archive: Uint8Array): string {
  if (archive.byteLength < fixedHeaderBytes) return '';
  const nameBytes = new DataView(archive.buffer, archive.byteOffset, archive.byteLength).getUint16(26, true);
  return new TextDecoder('latin1').decode(archive.subarray(fixedHeaderBytes, fixedHeaderBytes + nameBytes));
}
