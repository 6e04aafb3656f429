import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isCivitaiError } from '../../errors/civitai-error.js';
import { DownloadError } from '../../errors/download-error.js';
import { systemCodeOf } from '../../errors/system-code.js';
import { writeFailure } from '../write-failure.js';

/** What may be set for {@link resolveInside}. */
export interface ResolveInsideOptions {
  /**
   * Whether a link in its place is no obstacle, wherever it leads: for those who never write through it. Default: false.
   */
  readonly allowLink?: boolean;
}

/**
 * The absolute path of something below a folder, after a check that it really lies there: no part is `..`, and no link
 * on the way, nor one in its place, leads out of the folder. Folders that are missing are no obstacle. Both `/` and `\`
 * separate, on all systems.
 *
 * A link that is put there after the check is not noticed: whoever can write to the folder is trusted.
 *
 * @param root - the folder; links on the way to it are the user's own choice
 * @param path - relative, such as `expandPattern` gives it
 * @throws DownloadError with code `unsafe_target`
 *
 * @example
 * ```ts
 * import { resolveInside } from '@civitkit/core/files';
 *
 * console.log(await resolveInside('models', 'loras/style.safetensors'));
 * ```
 */
export async function resolveInside(root: string, path: string, options: ResolveInsideOptions = {}): Promise<string> {
  const base = resolve(root);
  const target = join(base, ...splitInside(base, path));
  try {
    await checkLinks(base, path, target, options.allowLink === true);
  } catch (thrown) {
    throw isCivitaiError(thrown) ? thrown : writeFailure(thrown, target);
  }
  return target;
}

/** Whether a path is the folder or lies below it; both absolute, and without links. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

async function checkLinks(base: string, path: string, target: string, allowLink: boolean): Promise<void> {
  const realBase = await realParent(base);
  const found = await lstat(target).catch(ignoreMissing);
  if (found?.isSymbolicLink() === true && !allowLink) {
    const real = await realpath(target).catch(ignoreMissing);
    if (real === undefined) throw refusal(base, path, 'it is a link that leads nowhere');
    if (!isInside(realBase, real)) throw refusal(base, path, 'it is a link that leads out of the folder');
    return;
  }
  if (!isInside(realBase, await realParent(dirname(target)))) {
    throw refusal(base, path, 'a link on the way to it leads out of the folder');
  }
}

function splitInside(base: string, path: string): readonly string[] {
  if (path.includes('\0')) throw refusal(base, path, 'it has a NUL character in it');
  if (/^(?:[/\\]|[a-z]:)/iu.test(path)) throw refusal(base, path, 'it must be relative');
  const parts = path.split(/[/\\]+/u).filter((part) => part !== '' && part !== '.');
  // Windows drops blanks and dots at the end, so there `.. ` is `..` as well.
  if (parts.some((part) => /^\.\.[ .]*$/u.test(part))) throw refusal(base, path, 'it has ".." in it');
  if (parts.length === 0) throw refusal(base, path, 'it names nothing in the folder');
  return parts;
}

/** The real path, where what does not exist yet is taken as it is. */
async function realParent(path: string): Promise<string> {
  const real = await realpath(path).catch(ignoreMissing);
  if (real !== undefined) return real;
  // A link that leads nowhere is no missing folder: creating it would write to wherever it leads.
  const found = await lstat(path).catch(ignoreMissing);
  if (found?.isSymbolicLink() === true) throw refusal(path, path, 'it is a link that leads nowhere');
  const parent = dirname(path);
  return parent === path ? path : join(await realParent(parent), basename(path));
}

function ignoreMissing(thrown: unknown): undefined {
  const code = systemCodeOf(thrown);
  if (code !== 'ENOENT' && code !== 'ENOTDIR') throw thrown;
}

function refusal(root: string, path: string, why: string): DownloadError {
  return new DownloadError(
    `${JSON.stringify(path)} cannot be written below ${root}: ${why}. Choose another name or folder.`,
    { code: 'unsafe_target', details: { path, root } },
  );
}
