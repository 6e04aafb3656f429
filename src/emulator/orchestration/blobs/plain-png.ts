import { crc32, deflateSync } from 'node:zlib';

/** Red, green and blue, 0 to 255 each. */
export type Colour = readonly [number, number, number];

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Eight bits a sample, red green blue, and the only compression, filter and interlace that matter here. */
const FORMAT = [8, 2, 0, 0, 0] as const;

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

/** A real PNG of one colour. A plain row compresses to nothing, so any size is cheap to send. */
export function plainPng(width: number, height: number, colour: Colour): Buffer {
  // Each row begins with the filter it uses: 0, none.
  const row = Buffer.concat([Buffer.alloc(1), Buffer.alloc(width * 3, Buffer.from(colour))]);
  const rows = Buffer.alloc(row.length * height, row);
  const header = Buffer.concat([uint32(width), uint32(height), Buffer.from(FORMAT)]);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
