import { dirname } from 'node:path';
import { removeEmptyFolders } from '../organise/remove-empty-folders.js';

/**
 * Folders that were made for downloads: those that nothing came into are removed in the end, when no other file of the
 * same call is on its way into them.
 */
export class NewFolders {
  readonly #made: { readonly folder: string; readonly topmost: string }[] = [];

  /** @param topmost - the first that had to be made, on the way to the folder */
  add(folder: string, topmost: string | undefined): void {
    if (topmost !== undefined) this.#made.push({ folder, topmost });
  }

  async removeEmpty(): Promise<void> {
    // The last one may be in the first one.
    for (const { folder, topmost } of this.#made.toReversed()) await removeEmptyFolders([folder], dirname(topmost));
  }
}
