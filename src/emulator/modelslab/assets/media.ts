import { createMediaBytes } from '../../orchestration/steps/media-bytes.js';

/** A file that a job makes. */
export interface Media {
  readonly extension: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** Makes files. */
export interface MediaMaker {
  /** By the extension that is wanted, such as `png`; unknown ones hold a text. Sizes are for pictures. */
  make(extension: string, label: string, width?: number, height?: number): Media;
}

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  mp4: 'video/mp4',
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  flac: 'audio/flac',
  glb: 'model/gltf-binary',
  obj: 'model/obj',
  stl: 'model/stl',
  ply: 'application/octet-stream',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
};

/** One pixel. */
const GIF = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const MP3_FRAME_BYTES = 417;

/** One silent frame: MPEG 1 layer III, 128 kbit/s, 44.1 kHz. */
function mp3(): Buffer {
  const frame = Buffer.alloc(MP3_FRAME_BYTES);
  frame.set([0xff, 0xfb, 0x90, 0x64]);
  return frame;
}

/** A stream without frames: the marker and the one block that must be there, which is the last. */
function flac(): Buffer {
  const info = Buffer.alloc(34);
  info.set([0x10, 0x00, 0x10, 0x00]);
  // 44.1 kHz, one channel, sixteen bits a sample
  info.set([0x0a, 0xc4, 0x40, 0xf0], 10);
  return Buffer.concat([Buffer.from('fLaC'), Buffer.from([0x80, 0, 0, info.length]), info]);
}

/** A triangle, in the formats that are text. */
const TRIANGLES: Readonly<Record<string, string>> = {
  obj: 'v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n',
  stl: 'solid triangle\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 1 0\nendloop\nendfacet\nendsolid triangle\n',
  ply: 'ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nproperty float y\nproperty float z\nend_header\n0 0 0\n1 0 0\n0 1 0\n',
};

/** The media type of an extension. */
export function mediaTypeOf(extension: string): string {
  return TYPES[extension] ?? 'application/octet-stream';
}

/** Creates the maker of files; they are small and real enough that players and parsers know their kind. */
export function createMediaMaker(): MediaMaker {
  const media = createMediaBytes();
  const bytesOf = (extension: string, label: string, width: number, height: number): Buffer => {
    switch (extension) {
      case 'png':
        return media.png(width, height);
      case 'jpg':
        return media.jpeg();
      case 'gif':
        return Buffer.from(GIF, 'base64');
      case 'mp4':
        return media.mp4(label);
      case 'wav':
        return media.wav();
      case 'mp3':
        return mp3();
      case 'flac':
        return flac();
      case 'glb':
        return media.glb();
      default:
        return Buffer.from(TRIANGLES[extension] ?? label);
    }
  };
  return {
    make: (extension, label, width = 512, height = 512) => ({
      extension,
      mediaType: mediaTypeOf(extension),
      bytes: bytesOf(extension, label, width, height),
    }),
  };
}
