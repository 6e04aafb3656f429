import { basename, dirname, extname } from 'node:path';
import type { CivitaiError } from '../../errors/civitai-error.js';
import type { Model } from '../../resources/models/types.js';
import { expandPattern } from '../naming/expand-pattern.js';
import { parsePattern } from '../naming/parse-pattern.js';
import { patternValues } from '../naming/pattern-values.js';
import { resolveInside } from '../naming/resolve-inside.js';
import { splitName } from '../naming/shorten.js';
import type { IdentifiedFile, KnownFile } from './identified-file.js';
import { planMoves } from './plan-moves.js';

/** A new name for something. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** What is to be done with one file. */
export interface PlannedRename extends Rename {
  /**
   * `rename`: it can be done. `same`: it has its name already. `collision`: another file of the plan would get the same
   * name. `exists`: there is another file of that name. `duplicate`: the same content is there already, or will be.
   * `unsafe`: see `error`.
   */
  readonly action: 'rename' | 'same' | 'collision' | 'exists' | 'duplicate' | 'unsafe';
  /** What is beside the file and goes by its name, such as previews. */
  readonly sidecars: readonly Rename[];
  /** Of the file, as it was identified. */
  readonly sha256?: string;
  readonly error?: CivitaiError;
}

/** What may be set for {@link planRenames}. */
export interface PlanRenamesOptions {
  /** Such as `{model.name}-{version.name}`; the extension of the file is added when it has not the same. */
  readonly pattern: string;
  /** The folder that the pattern's folders are in. Default: for each file the folder it is in. */
  readonly root?: string;
  /** Models by id, for tokens such as `{creator}` that versions do not tell. */
  readonly models?: ReadonlyMap<number, Model>;
}

/**
 * Works out new names for identified files by a pattern; nothing is renamed, so this is the dry run as well. What is
 * refused and why is as for `planMoves`.
 *
 * @throws ValidationError with everything that is wrong with the pattern
 */
export async function planRenames(
  files: readonly IdentifiedFile[],
  options: PlanRenamesOptions,
): Promise<readonly PlannedRename[]> {
  parsePattern(options.pattern);
  return await planMoves(files, { place: (file) => nameOf(file, options) });
}

async function nameOf(file: KnownFile, { models, pattern, root }: PlanRenamesOptions): Promise<string> {
  const from = file.path;
  const values = patternValues({ version: file.version, model: models?.get(file.version.modelId), file: file.file });
  const local = { 'file.name': basename(from), 'file.stem': splitName(basename(from)).stem };
  const path = expandPattern(pattern, file.file === undefined ? { ...values, ...local } : values);
  const extension = extname(from);
  const named = extname(path).toLowerCase() === extension.toLowerCase() ? path : `${path}${extension}`;
  return await resolveInside(root ?? dirname(from), named);
}
