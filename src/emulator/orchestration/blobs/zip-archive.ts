import { crc32 } from 'node:zlib';
import type { ArchiveFile } from './archive-files.js';

/** 2.0, the oldest version with folders; nothing here needs more. */
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1 January 1980, the earliest date there is: archives of the same blobs are the same bytes. */
const DATE = 0x0021;

function numbers(...fields: readonly (readonly [size: 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((length, [size]) => length + size, 0));
  let offset = 0;
  for (const [size, value] of fields) offset = bytes.writeUIntLE(value, offset, size);
  return bytes;
}

/** What the header before a file and its entry in the directory have in common. */
function description({ bytes }: ArchiveFile, name: Buffer): Buffer {
  return numbers(
    [2, VERSION],
    [2, FLAGS],
    [2, 0],
    [2, 0],
    [2, DATE],
    [4, crc32(bytes)],
    [4, bytes.length],
    [4, bytes.length],
    [2, name.length],
    [2, 0],
  );
}

/** Writes a zip piece by piece; files are stored, not compressed. */
export async function* zipArchive(files: Iterable<ArchiveFile>): AsyncGenerator<Buffer> {
  const entries: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const common = description(file, name);
    const header = Buffer.concat([numbers([4, 0x04034b50]), common, name]);
    // Comment length, disk, and both kinds of attributes are empty.
    const place = numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    entries.push(Buffer.concat([numbers([4, 0x02014b50], [2, VERSION]), common, place, name]));
    offset += header.length + file.bytes.length;
    yield header;
    yield file.bytes;
  }
  const directory = Buffer.concat(entries);
  yield directory;
  yield numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, directory.length],
    [4, offset],
    [2, 0],
  );
}
