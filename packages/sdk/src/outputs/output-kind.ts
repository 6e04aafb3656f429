import type { OutputKind } from './workflow-output.js';

const kindOfEnding: Readonly<Record<string, OutputKind>> = {
  jpg: 'image',
  jpeg: 'image',
  png: 'image',
  webp: 'image',
  gif: 'image',
  avif: 'image',
  svg: 'image',
  mp4: 'video',
  webm: 'video',
  mov: 'video',
  mkv: 'video',
  mp3: 'audio',
  wav: 'audio',
  flac: 'audio',
  ogg: 'audio',
  opus: 'audio',
  m4a: 'audio',
  glb: 'model3d',
  gltf: 'model3d',
  obj: 'model3d',
  fbx: 'model3d',
  stl: 'model3d',
  zip: 'archive',
  tar: 'archive',
};

/** What a file is by the ending of its name; of a link, its path counts. */
export function kindOfName(name: string): OutputKind {
  const path = name.split(/[?#]/, 1)[0] ?? '';
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(kindOfEnding, ending) ? (kindOfEnding[ending] ?? 'file') : 'file';
}
