import type { StorageBehaviour } from './storage-behaviour.js';

/** The bytes of UTF-8, each as a character of its own: the only way a header can hold them. */
function asLatin1(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** The `Content-Disposition` under which a storage gives a file; `undefined` for none. */
export function dispositionOf(fileName: string, { disposition = 'quoted' }: StorageBehaviour): string | undefined {
  const star = `filename*=UTF-8''${encodeURIComponent(fileName)}`;
  switch (disposition) {
    case 'none':
      return undefined;
    case 'star':
      return `attachment; ${star}`;
    case 'both':
      return `attachment; filename="${fileName.replace(/[^\u0020-\u007E]/g, '_')}"; ${star}`;
    case 'utf8raw':
      return `attachment; filename="${asLatin1(fileName)}"`;
    case 'traversal':
      return `attachment; filename="../../${fileName}"`;
    default:
      return `attachment; filename="${fileName}"`;
  }
}
