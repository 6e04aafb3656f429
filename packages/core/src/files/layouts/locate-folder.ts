import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { nameKey } from '../naming/name-key.js';
import { resolveInside } from '../naming/resolve-inside.js';
import type { ExtraFolders } from './extra-folders.js';
import type { Placement } from './folder-for.js';

/** What {@link locateFolder} goes by. */
export interface LocateFolderOptions {
  /** What the program's own settings say, from `readExtraFolders`. Default: nothing. */
  readonly extraFolders?: ExtraFolders | undefined;
}

/**
 * The absolute path of the folder that a file goes to. A folder that the program's own settings name for this wins; then
 * one that exists, in whatever case it is written (`lora` for `Lora`), be it one of the alternatives; else the usual one,
 * which is not created here.
 *
 * @param root - the folder of the program
 * @throws DownloadError with code `unsafe_target` when a link leads out of the program's folder
 */
export async function locateFolder(
  root: string,
  placement: Pick<Placement, 'folder' | 'alternatives' | 'kind' | 'extra'>,
  { extraFolders }: LocateFolderOptions = {},
): Promise<string> {
  const preferred = placement.extra ? undefined : extraFolders?.preferred[placement.kind]?.[0];
  if (preferred !== undefined) return preferred;
  const base = resolve(root);
  for (const folder of [placement.folder, ...placement.alternatives]) {
    const existing = await findFolder(base, folder.split('/'));
    if (existing !== undefined) return existing;
  }
  return resolveInside(base, await respell(base, placement.folder));
}

/** The folder as it is written on the disk; links are followed, for people keep their models on another disk. */
async function findFolder(base: string, parts: readonly string[]): Promise<string | undefined> {
  let current = base;
  for (const part of parts) {
    const name = await spellingOf(current, part);
    if (name === undefined) return undefined;
    current = join(current, name);
  }
  return current;
}

/** The same folder, with the parts that exist as they are written on the disk. */
async function respell(base: string, folder: string): Promise<string> {
  const spelt: string[] = [];
  for (const part of folder.split('/')) spelt.push((await spellingOf(join(base, ...spelt), part)) ?? part);
  return spelt.join('/');
}

/** Exactly this name when it is there, else one that differs in case only, the first in order. */
async function spellingOf(folder: string, name: string): Promise<string | undefined> {
  const entries: readonly Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink()).map((entry) => entry.name);
  if (names.includes(name)) return name;
  return names.toSorted().find((other) => nameKey(other) === nameKey(name));
}
