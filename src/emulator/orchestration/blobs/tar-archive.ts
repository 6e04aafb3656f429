import type { ArchiveFile } from './archive-files.js';

const BLOCK = 512;
const NAME_BYTES = 100;

function padding(length: number): Buffer {
  return Buffer.alloc((BLOCK - (length % BLOCK)) % BLOCK);
}

function octal(value: number, size: number): string {
  return `${value.toString(8).padStart(size - 1, '0')}\0`;
}

/** A POSIX (ustar) header. `type` is `0` for files and `x` for the extended header of the file behind it. */
function header(name: Buffer, size: number, type: '0' | 'x'): Buffer {
  const bytes = Buffer.alloc(BLOCK);
  name.copy(bytes, 0, 0, NAME_BYTES);
  bytes.write(octal(0o644, 8), 100, 'latin1');
  bytes.write(octal(0, 8), 108, 'latin1');
  bytes.write(octal(0, 8), 116, 'latin1');
  bytes.write(octal(size, 12), 124, 'latin1');
  bytes.write(octal(0, 12), 136, 'latin1');
  // The sum is taken with spaces in its own place.
  bytes.write(' '.repeat(8), 148, 'latin1');
  bytes.write(type, 156, 'latin1');
  bytes.write('ustar\x0000', 257, 'latin1');
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${octal(sum, 7)} `, 148, 'latin1');
  return bytes;
}

/** An extended header's line, whose length counts itself. */
function pathRecord(name: string): Buffer {
  const rest = Buffer.byteLength(` path=${name}\n`);
  let length = rest + 1;
  while (String(length).length + rest !== length) length = String(length).length + rest;
  return Buffer.from(`${length} path=${name}\n`);
}

/** Writes a tar piece by piece. Names the old header cannot hold get an extended one before it. */
export async function* tarArchive(files: Iterable<ArchiveFile>): AsyncGenerator<Buffer> {
  for (const { name, bytes } of files) {
    const nameBytes = Buffer.from(name);
    if (nameBytes.length > NAME_BYTES || nameBytes.length !== name.length) {
      const record = pathRecord(name);
      yield Buffer.concat([header(Buffer.from('@PaxHeader'), record.length, 'x'), record, padding(record.length)]);
    }
    yield header(nameBytes, bytes.length, '0');
    yield Buffer.concat([bytes, padding(bytes.length)]);
  }
  yield Buffer.alloc(2 * BLOCK);
}
