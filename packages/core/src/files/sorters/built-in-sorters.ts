import { safeFolderName } from '../naming/safe-name.js';
import type { Sorter, SorterFolders, SorterInput } from './sorter.js';

/** Names of the sorters that are there without loading any. */
export type BuiltInSorterName = 'basic' | 'tags';

/** Tags that make a folder, by level; the first one that a model has is used, else the last. */
const tagLevels: readonly (readonly string[])[] = [
  ['anime', 'others'],
  ['style', 'poses', 'clothings', 'character', 'celebrity', 'concept', 'others'],
];

/**
 * civitdl's default: `<model>/` for the files, `<model>/extra_data-vid_<version>/` for everything else.
 *
 * A name that would leave its folder, or that is no name at all, is replaced by `mid_<model>`.
 */
export const basicSorter: Sorter = (input) => foldersBelow('', input);

/**
 * civitdl's `tags`: as `basic`, below `<base model>/<anime|others>/<style|poses|…|others>/`.
 *
 * Of several tags the first in this order counts; civitdl took any of them, another at every run.
 */
export const tagsSorter: Sorter = (input) => {
  const { model, version } = input;
  const parts = [
    safeFolderName(version.baseModel.replaceAll(' ', '_'), { fallback: 'others' }),
    ...tagLevels.map((level) => level.find((tag) => model.tags.includes(tag)) ?? 'others'),
  ];
  return foldersBelow(`${parts.join('/')}/`, input);
};

/** The built-in sorters by name. */
export const builtInSorters: Readonly<Record<BuiltInSorterName, Sorter>> = { basic: basicSorter, tags: tagsSorter };

function foldersBelow(prefix: string, { model, version, names }: SorterInput): SorterFolders {
  const folder = `${prefix}${safeFolderName(names.rule1(model.name), { fallback: `mid_${model.id}` })}`;
  return { model: folder, metadata: `${folder}/extra_data-vid_${version.id}` };
}
