import { plainPng } from '../blobs/plain-png.js';

/** The smallest picture that decoders take, one pixel. */
const JPEG =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=';

const LARGEST_SIDE = 2048;
const WAV_RATE = 8000;

/** A box of an ISO media file: length, type, content. */
function box(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length + 8);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), content]);
}

/** Little-endian numbers of 32 bits. */
function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
  return bytes;
}

/** The contents that steps make. They are small and real enough that players and parsers know their kind. */
export interface MediaBytes {
  /** Of this size; very large ones are smaller than they say. */
  png(width: number, height: number): Buffer;
  jpeg(): Buffer;
  mp4(label: string): Buffer;
  wav(): Buffer;
  glb(): Buffer;
  safeTensors(): Buffer;
}

/** Creates the contents; pictures of one size are made once. */
export function createMediaBytes(): MediaBytes {
  const pictures = new Map<string, Buffer>();
  return {
    png: (width, height) => {
      const sides = [width, height].map((side) => Math.min(LARGEST_SIDE, Math.max(1, Math.round(side))));
      const [across = 1, down = 1] = sides;
      const known = pictures.get(sides.join('x'));
      if (known !== undefined) return known;
      const made = plainPng(across, down, [72, 104, 160]);
      pictures.set(sides.join('x'), made);
      return made;
    },
    jpeg: () => Buffer.from(JPEG, 'base64'),
    mp4: (label) =>
      Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0isomiso2', 'latin1')), box('mdat', Buffer.from(label))]),
    wav: () => {
      const samples = Buffer.alloc(WAV_RATE / 10, 128);
      return Buffer.concat([
        Buffer.from('RIFF'),
        words(36 + samples.length),
        Buffer.from('WAVEfmt '),
        // sixteen bytes of format: PCM, one channel, eight bits a sample
        words(16, 0x0001_0001, WAV_RATE, WAV_RATE, 0x0008_0001),
        Buffer.from('data'),
        words(samples.length),
        samples,
      ]);
    },
    glb: () => {
      const scene = Buffer.from('{"asset":{"version":"2.0"}}'.padEnd(28));
      return Buffer.concat([
        Buffer.from('glTF'),
        words(2, 20 + scene.length, scene.length),
        Buffer.from('JSON'),
        scene,
      ]);
    },
    safeTensors: () => Buffer.concat([words(2, 0), Buffer.from('{}')]),
  };
}
