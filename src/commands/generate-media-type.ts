/** What files begin with: at which byte, in Latin-1. The first that fits counts. */
const signatures = [
  { contentType: 'image/jpeg', at: 0, begin: '\u00ff\u00d8\u00ff' },
  { contentType: 'image/png', at: 0, begin: '\u0089PNG\r\n\u001a\n' },
  { contentType: 'image/webp', at: 8, begin: 'WEBP' },
  { contentType: 'image/gif', at: 0, begin: 'GIF8' },
  { contentType: 'image/avif', at: 4, begin: 'ftypavif' },
  { contentType: 'image/heic', at: 4, begin: 'ftyphei' },
  { contentType: 'video/mp4', at: 4, begin: 'ftyp' },
  { contentType: 'video/webm', at: 0, begin: '\u001a\u0045\u00df\u00a3' },
] as const;

/** The content type of a file by its first bytes, for names are often wrong. Whether it is taken, the server knows. */
export function mediaTypeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return signatures.find(({ at, begin }) => head.startsWith(begin, at))?.contentType ?? 'application/octet-stream';
}
