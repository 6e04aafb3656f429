const endings: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/webp': '.webp',
  'image/gif': '.gif',
  'video/mp4': '.mp4',
  'audio/wav': '.wav',
  'audio/x-wav': '.wav',
  'audio/mpeg': '.mp3',
  'audio/mp3': '.mp3',
  'audio/flac': '.flac',
  'model/gltf-binary': '.glb',
  'text/plain': '.txt',
  'application/json': '.json',
};

/** The ending of a file's name that goes with its media type, with its dot; empty when that is not known. */
export function endingOfMediaType(mediaType: string | undefined): string {
  const type = mediaType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return Object.hasOwn(endings, type) ? (endings[type] ?? '') : '';
}

/** The name that a URL ends in, and whether a text with the file in base64 lies there (`picture.png.base64`). */
export function nameOfUrl(url: string, fallback: string): { readonly fileName: string; readonly encoded: boolean } {
  const last = lastSegment(url);
  const plain = last.replace(/\.base64$/i, '');
  return { fileName: plain === '' ? fallback : plain, encoded: plain.length < last.length };
}

function lastSegment(url: string): string {
  const segment = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(segment).replace(/^.*[/\\]/, '');
  } catch {
    return segment;
  }
}
