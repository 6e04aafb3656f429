import { rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isInside } from '../naming/resolve-inside.js';

/**
 * Removes folders that hold nothing any more, and those they are in, as far as below another; the others stay.
 *
 * @param above - stays, and so does everything outside of it
 */
export async function removeEmptyFolders(folders: readonly string[], above: string): Promise<void> {
  for (const folder of new Set(folders)) {
    let current = folder;
    while (current !== above && isInside(above, current)) {
      try {
        await rmdir(current);
      } catch {
        // There is something in it, or it may not be removed: neither is anybody's business here.
        break;
      }
      current = dirname(current);
    }
  }
}
