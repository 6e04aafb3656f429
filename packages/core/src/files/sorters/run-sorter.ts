import { isAbsolute, relative, resolve } from 'node:path';
import { isCivitaiError } from '../../errors/civitai-error.js';
import { ConfigurationError } from '../../errors/configuration-error.js';
import { DownloadError } from '../../errors/download-error.js';
import { isInside, resolveInside } from '../naming/resolve-inside.js';
import { safeFolderName } from '../naming/safe-name.js';
import { sorterNames } from './name-rules.js';
import type { Sorter, SorterFolders, SorterInput } from './sorter.js';

/** Folders of a version, absolute and below the root; nothing is created. */
export interface SortedFolders {
  readonly model: string;
  readonly metadata: string;
  readonly images: string;
  readonly prompts: string;
}

/** What a sorter is asked with; the helpers are added. */
export type SortRequest = Omit<SorterInput, 'names' | 'root' | 'fileName'> & {
  readonly root: string;
  readonly fileName?: string;
};

/**
 * Asks a sorter, and makes sure that what it chose is safe: every part is a name that all systems take, and everything
 * lies below the root, links included.
 *
 * @throws ConfigurationError when the sorter throws, or does not give folders; DownloadError with code `unsafe_target` when
 * a folder is not below the root
 *
 * @example
 * ```ts
 * import { createCivitaiClient } from '@civitkit/core/client';
 * import { basicSorter, sortFiles } from '@civitkit/core/files';
 *
 * const model = await createCivitaiClient().models.get(827184);
 * const [version] = model.modelVersions;
 * if (version !== undefined) console.log(await sortFiles(basicSorter, { model, version, root: 'models' }));
 * ```
 */
export async function sortFiles(sorter: Sorter, request: SortRequest): Promise<SortedFolders> {
  const root = resolve(request.root);
  const input: SorterInput = { fileName: '', ...request, root, names: sorterNames };
  const chosen = checkFolders(await ask(sorter, input));
  const { model, metadata = model, images = metadata, prompts = images } = chosen;
  return {
    model: await place(root, model),
    metadata: await place(root, metadata),
    images: await place(root, images),
    prompts: await place(root, prompts),
  };
}

async function ask(sorter: Sorter, input: SorterInput): Promise<unknown> {
  try {
    return await sorter(input);
  } catch (thrown) {
    if (isCivitaiError(thrown)) throw thrown;
    const what = thrown instanceof Error ? thrown.message : String(thrown);
    throw sorterError(`failed for the model ${input.model.id}: ${what}`, thrown instanceof Error ? thrown : undefined);
  }
}

function checkFolders(value: unknown): SorterFolders {
  if (typeof value !== 'object' || value === null) throw sorterError('gave no object with folders.');
  for (const name of ['model', 'metadata', 'images', 'prompts'] as const) {
    const folder = (value as Partial<Record<string, unknown>>)[name];
    if (typeof folder !== 'string' && (name === 'model' || folder !== undefined)) {
      throw sorterError(`gave no folder as "${name}", but ${folder === null ? 'null' : typeof folder}.`);
    }
  }
  return value as SorterFolders;
}

async function place(root: string, folder: string): Promise<string> {
  const below = isAbsolute(folder) ? relativeTo(root, folder) : folder;
  const parts = below.split(/[/\\]+/u).filter((part) => part !== '' && part !== '.');
  if (parts.length === 0) return root;
  // Refused rather than made safe: a sorter that says ".." means what it says.
  const path = parts.map((part) => (/^\s*\.\.[\s.]*$/u.test(part) ? '..' : safeFolderName(part))).join('/');
  return resolveInside(root, path);
}

function relativeTo(root: string, folder: string): string {
  if (isInside(root, resolve(folder))) return relative(root, resolve(folder));
  throw new DownloadError(`The sorter chose ${folder}, which is not below ${root}. Let it choose a folder below.`, {
    code: 'unsafe_target',
    details: { path: folder, root },
  });
}

function sorterError(message: string, cause?: Error): ConfigurationError {
  return new ConfigurationError(
    [{ key: 'The sorter', source: '', message, remedy: 'It must return { model, metadata?, images?, prompts? }.' }],
    { cause },
  );
}
