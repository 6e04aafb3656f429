import { type FSWatcher, realpathSync, statSync, watch } from 'node:fs';
import { dirname } from 'node:path';
import type { WatchedPlaces } from './watched-places.js';

/** A watcher and the identity of what it watches. */
interface OpenWatcher {
  readonly watcher: FSWatcher;
  readonly inode: number;
}

/**
 * Watches directories, not files: editors and deployments replace a file by renaming another one over it, which a watcher
 * on the file itself would follow into oblivion.
 *
 * What cannot be watched (not there yet, too many watchers, a file system without events) is left to whoever looks from
 * time to time.
 */
export class DirectoryWatchers {
  readonly #onEvent: () => void;
  readonly #open = new Map<string, OpenWatcher>();

  constructor(onEvent: () => void) {
    this.#onEvent = onEvent;
  }

  /** Watches these places, and no others any more. */
  follow(places: WatchedPlaces): void {
    const wanted = directoriesOf(places);
    for (const path of this.#open.keys()) if (!wanted.has(path)) this.#end(path);
    for (const path of wanted) this.#begin(path);
  }

  close(): void {
    for (const path of this.#open.keys()) this.#end(path);
  }

  #begin(path: string): void {
    const inode = statSync(path, { throwIfNoEntry: false })?.ino;
    // Deleted and made anew: the watcher still looks at the old one.
    if (this.#open.get(path)?.inode !== inode) this.#end(path);
    if (inode === undefined || this.#open.has(path)) return;
    try {
      const watcher = watch(path, { persistent: false }, this.#onEvent);
      watcher.on('error', () => {
        this.#end(path);
      });
      this.#open.set(path, { watcher, inode });
    } catch {
      // Looked at from time to time.
    }
  }

  #end(path: string): void {
    this.#open.get(path)?.watcher.close();
    this.#open.delete(path);
  }
}

/** The directories of the files and of what they link to; Kubernetes swaps a link inside the directory itself. */
function directoriesOf({ files, directories, projectDirectory }: WatchedPlaces): ReadonlySet<string> {
  const found = new Set(directories);
  if (projectDirectory !== undefined) found.add(projectDirectory);
  for (const file of files) {
    found.add(dirname(file));
    const target = linkTarget(file);
    if (target !== undefined) found.add(dirname(target));
  }
  return found;
}

function linkTarget(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
