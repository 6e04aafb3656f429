import { dirname, join, resolve } from 'node:path';
import { DownloadError } from '../../errors/download-error.js';
import { nameKey } from '../naming/name-key.js';
import { resolveInside } from '../naming/resolve-inside.js';
import { safeFileName } from '../naming/safe-name.js';
import type { DownloadTarget } from './download-options.js';
import type { PlannedFile } from './planned-file.js';

/**
 * The path a file goes to.
 *
 * @throws DownloadError with code `unsafe_target` when it would lie outside of the folder
 */
export async function targetPath(file: PlannedFile, target: DownloadTarget): Promise<string> {
  if (typeof target === 'string') return resolve(target);
  if (typeof target === 'function') return resolve(await target(file));
  return await resolveInside(target.directory, target.name?.(file) ?? file.name);
}

/** A file and where it goes. */
export interface PlacedPlan {
  readonly file: PlannedFile;
  readonly path: string;
}

/**
 * The paths of many files; two that would be one file somewhere get different names, or are refused.
 *
 * @throws DownloadError with code `name_collision` or `unsafe_target`
 */
export async function placeNames(
  files: readonly PlannedFile[],
  target: DownloadTarget,
  onCollision: 'suffix' | 'fail',
): Promise<readonly PlacedPlan[]> {
  const taken = new Map<string, PlannedFile>();
  const placed: PlacedPlan[] = [];
  for (const file of files) {
    let path = await targetPath(file, target);
    const first = taken.get(nameKey(path));
    if (first !== undefined) {
      const other = withId(path, file);
      if (onCollision === 'fail' || taken.has(nameKey(other))) throw collision(path, first, file);
      path = other;
    }
    taken.set(nameKey(path), file);
    placed.push({ file, path });
  }
  return placed;
}

function withId(path: string, { file }: PlannedFile): string {
  const folder = dirname(path);
  return join(folder, safeFileName(path.slice(folder.length), { suffix: ` [f${file.id}]` }));
}

function collision(path: string, first: PlannedFile, second: PlannedFile): DownloadError {
  return new DownloadError(
    `${path}: two files would get this name, ${first.file.id} of version ${first.version.id} and ${second.file.id} of ` +
      `version ${second.version.id}. Nothing was requested; put an id into the names, or download them apart.`,
    { code: 'name_collision', details: { path, files: [first.file.id, second.file.id] } },
  );
}
