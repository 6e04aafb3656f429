/** What a file is, by how it begins. */
export type FileFormat =
  | 'png'
  | 'jpg'
  | 'gif'
  | 'webp'
  | 'avif'
  | 'heic'
  | 'jxl'
  | 'bmp'
  | 'tiff'
  | 'ico'
  | 'mp4'
  | 'mov'
  | 'webm'
  | 'mkv'
  | 'avi'
  | 'm4a'
  | 'mp3'
  | 'wav'
  | 'flac'
  | 'ogg'
  | 'safetensors'
  | 'gguf'
  | 'pickle'
  | 'zip'
  | 'gzip'
  | '7z'
  | 'rar'
  | 'pdf'
  | 'html'
  | 'svg'
  | 'xml'
  | 'json';

/** What a format is good for. */
export type FormatKind = 'image' | 'video' | 'audio' | 'model' | 'archive' | 'document';

/** What is known of a format. */
export interface FormatFacts {
  readonly kind: FormatKind;
  /** With their dots, the usual one first. */
  readonly extensions: readonly [string, ...string[]];
}

const facts: Readonly<Record<FileFormat, FormatFacts>> = {
  png: { kind: 'image', extensions: ['.png', '.apng'] },
  jpg: { kind: 'image', extensions: ['.jpg', '.jpeg', '.jpe', '.jfif'] },
  gif: { kind: 'image', extensions: ['.gif'] },
  webp: { kind: 'image', extensions: ['.webp'] },
  avif: { kind: 'image', extensions: ['.avif'] },
  heic: { kind: 'image', extensions: ['.heic', '.heif'] },
  jxl: { kind: 'image', extensions: ['.jxl'] },
  bmp: { kind: 'image', extensions: ['.bmp', '.dib'] },
  tiff: { kind: 'image', extensions: ['.tiff', '.tif'] },
  ico: { kind: 'image', extensions: ['.ico'] },
  mp4: { kind: 'video', extensions: ['.mp4', '.m4v'] },
  mov: { kind: 'video', extensions: ['.mov', '.qt'] },
  webm: { kind: 'video', extensions: ['.webm'] },
  mkv: { kind: 'video', extensions: ['.mkv', '.mka'] },
  avi: { kind: 'video', extensions: ['.avi'] },
  m4a: { kind: 'audio', extensions: ['.m4a', '.m4b'] },
  mp3: { kind: 'audio', extensions: ['.mp3'] },
  wav: { kind: 'audio', extensions: ['.wav'] },
  flac: { kind: 'audio', extensions: ['.flac'] },
  ogg: { kind: 'audio', extensions: ['.ogg', '.oga', '.ogv', '.opus'] },
  safetensors: { kind: 'model', extensions: ['.safetensors', '.sft'] },
  gguf: { kind: 'model', extensions: ['.gguf'] },
  pickle: { kind: 'model', extensions: ['.pkl', '.ckpt', '.pt', '.pth', '.bin'] },
  zip: { kind: 'archive', extensions: ['.zip', '.pt', '.pth', '.ckpt', '.bin', '.pt2', '.npz'] },
  gzip: { kind: 'archive', extensions: ['.gz', '.tgz'] },
  '7z': { kind: 'archive', extensions: ['.7z'] },
  rar: { kind: 'archive', extensions: ['.rar'] },
  pdf: { kind: 'document', extensions: ['.pdf'] },
  html: { kind: 'document', extensions: ['.html', '.htm', '.xhtml'] },
  svg: { kind: 'document', extensions: ['.svg'] },
  xml: { kind: 'document', extensions: ['.xml'] },
  json: { kind: 'document', extensions: ['.json'] },
};

/** What is known of a format. */
export function formatFacts(format: FileFormat): FormatFacts {
  return facts[format];
}

/** Whether an extension, lower case with its dot, is one of a picture, a video or a sound. */
export function isMediaExtension(extension: string): boolean {
  return Object.values(facts).some(({ extensions, kind }) => isMedia(kind) && extensions.includes(extension));
}

/** Whether it is something to look at or to listen to. */
export function isMedia(kind: FormatKind): boolean {
  return kind === 'image' || kind === 'video' || kind === 'audio';
}
